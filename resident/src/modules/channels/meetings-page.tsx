// 吐槽会 on a phone: the list, and beginning one at the door.
import { useState } from 'preact/hooks'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Field, Wrong } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { megaphone, pin, right } from '../../kit/icons.ts'
import { lazy } from '../../kit/lazy.tsx'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { Empty, Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { go } from '../../router.ts'
import { meOf, session } from '../../session.ts'
import { useStore } from '../../store.ts'
import './channels.css'
import { w } from './meeting-words.ts'

const ChoosePlace = lazy(() => import('../places/choose-place.tsx').then((m) => m.default), 'nothing')
const kinds = ['community', 'grid', 'estate', 'building', 'unit'] as const
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

interface Head {
  readonly place: { readonly id: string; readonly path: string } | null
  readonly name: string
  readonly chair: string
  readonly present: string
}
const bodyOf = ({ place, name, chair, present }: Head) =>
  place && name.trim() && chair.trim()
    ? {
        placeId: place.id,
        name: name.trim(),
        chair: chair.trim(),
        present: Math.max(0, Math.min(10_000, Math.round(Number(present)) || 0)),
        heldOn: today(),
      }
    : null
const Begin = ({ close }: { close: () => void }) => {
  const me = meOf(useStore(session))
  const [head, setHead] = useState<Head>({ place: null, name: '', chair: me?.name ?? '', present: '10' })
  const [choosing, setChoosing] = useState(false)
  const [tried, setTried] = useState(false)
  const change = (part: Partial<Head>) => setHead({ ...head, ...part })
  const action = useAction(async (body: NonNullable<ReturnType<typeof bodyOf>>, key) => {
    const made = await call('POST /api/channels/meetings', { body, key })
    go(`/meetings/${made.id}`)
  })
  const begin = () => {
    setTried(true)
    const body = bodyOf(head)
    if (body) void action.run(body)
  }
  if (choosing) {
    return (
      <ChoosePlace
        title={w('choose')}
        kinds={kinds}
        onClose={() => setChoosing(false)}
        onChoose={({ id, path, name }) => {
          change({ place: { id, path }, name: head.name || `${name}${w('title')}` })
          setChoosing(false)
        }}
      />
    )
  }
  return (
    <Sheet title={w('begin')} onClose={close}>
      <HeadFields head={head} change={change} tried={tried} choose={() => setChoosing(true)} />
      {action.trouble && <Failure trouble={action.trouble} />}
      <button type="button" class="button main" aria-disabled={action.busy} onClick={begin}>
        {w('go')}
      </button>
    </Sheet>
  )
}
interface HeadFieldsProps {
  head: Head
  change: (part: Partial<Head>) => void
  tried: boolean
  choose: () => void
}
const HeadFields = ({ head, change, tried, choose }: HeadFieldsProps) => (
  <>
    <div class="cells">
      <button type="button" class="cell" onClick={choose}>
        <Icon of={pin} />
        <span class="grow">
          <span class="small quiet">{w('where')}</span>
          <span>{head.place?.path ?? w('choose')}</span>
        </span>
        <Icon of={right} class="end" />
      </button>
    </div>
    {tried && !head.place && <Wrong>{w('needPlace')}</Wrong>}
    <Field label={w('name')} maxLength={60} autoComplete="off" value={head.name} onValue={(name) => change({ name })} />
    <Field
      label={w('chair')}
      maxLength={60}
      autoComplete="off"
      value={head.chair}
      onValue={(chair) => change({ chair })}
      wrong={tried && (!head.name.trim() || !head.chair.trim()) ? w('needName') : null}
    />
    <Field
      label={w('present')}
      inputMode="numeric"
      maxLength={5}
      value={head.present}
      onValue={(present) => change({ present })}
    />
  </>
)
const Meetings = () => {
  const list = useLoad('meetings', () => call('GET /api/channels/meetings', { query: { limit: 30 } }))
  const [beginning, setBeginning] = useState(false)
  if (list.trouble && !list.data) return <Failure trouble={list.trouble} retry={list.reload} />
  if (!list.data) return <Skeleton rows={4} height={4} />
  return (
    <>
      <button type="button" class="button main" onClick={() => setBeginning(true)}>
        {w('begin')}
      </button>
      {list.data.rows.length === 0 ? (
        <Empty icon={megaphone} title={w('none')} hint={w('noneHint')} />
      ) : (
        <ul class="cells">
          {list.data.rows.map((row) => (
            <li key={row.id}>
              <a class="cell" href={`/meetings/${row.id}`}>
                <span class="grow">
                  <span class="strong">{row.name}</span>
                  <span class="small quiet">
                    {row.heldOn} · {row.place.path}
                  </span>
                  <span class="small">
                    {row.committedAt ? w('line', { n: row.matters, settled: row.settled }) : w('draft')}
                  </span>
                </span>
                <Icon of={right} class="end" />
              </a>
            </li>
          ))}
        </ul>
      )}
      {beginning && <Begin close={() => setBeginning(false)} />}
    </>
  )
}
const MeetingsPage = () => {
  const who = useStore(session)
  return (
    <Page title={w('title')} backTo="/services">
      {who.state === 'out' && <SignInFirst />}
      {who.state === 'asking' && <Skeleton rows={4} height={4} />}
      {(who.state === 'in' || who.state === 'unknown') && <Meetings />}
    </Page>
  )
}
export default MeetingsPage
