// 我的调解: the mediations I am a party of, those that wait for me marked.
import { mediationStates } from '../../../../contract/src/mediation-life.ts'
import { useState } from 'preact/hooks'
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Icon } from '../../kit/icon.tsx'
import { alert, person, right } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Empty, Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { Moment } from '../../kit/when.tsx'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { say } from '../../words.ts'
import { w } from './words.ts'
import './mediation.css'

type Rows = OutOf<Api['GET /api/mediations/mine']>['rows']
const Row = ({ row }: { row: Rows[number] }) => {
  const state = mediationStates[row.state]
  return (
    <a class="cell" href={`/mediations/${row.id}`}>
      <span class="grow">
        <span class="strong">{row.subject}</span>
        <span class="small quiet">
          {row.place.name} · {row.number}
        </span>
        <span class="row small">
          <span>{say([state.zh, state.en])}</span>
          {row.waitsForMe && (
            <span class="mark">
              <Icon of={alert} /> {w('waits')}
            </span>
          )}
          {row.late > 0 && <span class="mark">{w('late')}</span>}
        </span>
        {row.nextSessionAt && (
          <span class="small">
            {w('nextSession')} <Moment at={row.nextSessionAt} withTime />
          </span>
        )}
      </span>
      <Icon of={right} />
    </a>
  )
}
const List = () => {
  const { data, trouble, reload } = useLoad('mediations/mine', () => call('GET /api/mediations/mine'))
  const [older, setOlder] = useState<{ rows: Rows; next: string | null } | null>(null)
  const more = useAction(async (after: string) => {
    const page = await call('GET /api/mediations/mine', { query: { after } })
    setOlder({ rows: [...(older?.rows ?? []), ...page.rows], next: page.next })
  })
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  if (data.rows.length === 0)
    return (
      <Empty icon={person} title={w('none')}>
        <p class="quiet">{w('noneHint')}</p>
      </Empty>
    )
  const next = older === null ? data.next : older.next
  return (
    <>
      <p class="notice info">{w('secret')}</p>
      <ul class="cells">
        {[...data.rows, ...(older?.rows ?? [])].map((row) => (
          <li key={row.id}>
            <Row row={row} />
          </li>
        ))}
      </ul>
      {more.trouble && <Failure trouble={more.trouble} />}
      {next && (
        <button type="button" class="button wide" aria-disabled={more.busy} onClick={() => void more.run(next)}>
          {w('more')}
        </button>
      )}
    </>
  )
}
const MediationsPage = () => {
  const who = useStore(session)
  return (
    <Page title={w('title')} backTo="/services">
      {who.state === 'out' ? <SignInFirst /> : <List />}
    </Page>
  )
}
export default MediationsPage
