// 我的线索: what I reported, what became of it, my thanks, and my station's place among the stations.
import { useState } from 'preact/hooks'
import { clueKinds } from '../../../../contract/src/channels-kinds.ts'
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { megaphone } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { Empty, Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { Moment } from '../../kit/when.tsx'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { say } from '../../words.ts'
import './channels.css'
import { w } from './clue-words.ts'

type Clue = OutOf<Api['GET /api/channels/clues']>['rows'][number]
const thanksWords = { none: 'waiting', takenUp: 'takenUp', solved: 'isSolved' } as const

const ClueCell = ({ clue }: { clue: Clue }) => (
  <a class="cell" href={`/cases/${clue.case.id}`}>
    <span class="grow">
      <span class="strong">{say([clueKinds[clue.kind].zh, clueKinds[clue.kind].en])}</span>
      <span class="small quiet">
        {clue.place} · <Moment at={clue.createdAt} />
      </span>
      <span class="small">{w(thanksWords[clue.thanks])}</span>
    </span>
  </a>
)
const Stations = ({ mine, changed }: { mine: { id: string; name: string } | null; changed: () => void }) => {
  const stations = useLoad('clues/stations', () => call('GET /api/channels/clues/stations'))
  const [open, setOpen] = useState(false)
  const choose = useAction(async (stationId: string | null) => {
    await call('PUT /api/channels/clues/station', { body: { stationId } })
    setOpen(false)
    changed()
  })
  if (!stations.data)
    return stations.trouble ? <Failure trouble={stations.trouble} retry={stations.reload} /> : <Skeleton rows={2} />
  const found = stations.data.filter((station) => station.clues > 0)
  return (
    <>
      <section class="card stack">
        <h2>{w('station')}</h2>
        <p>{mine?.name ?? w('noStation')}</p>
        <button type="button" class="button" onClick={() => setOpen(true)}>
          {w('chooseStation')}
        </button>
      </section>
      {found.length > 0 && (
        <section class="stack">
          <h2>{w('stations')}</h2>
          <p class="small quiet">{w('stationsHint')}</p>
          <ol class="cells">
            {found.slice(0, 10).map((station) => (
              <li key={station.id} class="cell">
                <span class="grow">
                  <span>{station.name}</span>
                  <span class="small quiet">{w('stationLine', { clues: station.clues, solved: station.solved })}</span>
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {open && (
        <Sheet title={w('chooseStation')} onClose={() => setOpen(false)}>
          {choose.trouble && <Failure trouble={choose.trouble} />}
          <ul class="cells">
            {[{ id: null, name: w('noneOf') }, ...stations.data].map((station) => (
              <li key={station.id}>
                <button type="button" class="cell" onClick={() => void choose.run(station.id)}>
                  <span class="grow">{station.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  )
}
const Mine = () => {
  const clues = useLoad('clues/mine', () => call('GET /api/channels/clues', { query: { limit: 50 } }))
  if (clues.trouble && !clues.data) return <Failure trouble={clues.trouble} retry={clues.reload} />
  if (!clues.data) return <Skeleton rows={4} height={5} />
  const { rows, count, solved, thanks, station } = clues.data
  return (
    <>
      <section class="card row spread">
        <span>{w('count', { n: count })}</span>
        <span>{w('solved', { n: solved })}</span>
        <span>{w('points', { n: thanks })}</span>
      </section>
      {rows.length === 0 ? (
        <Empty icon={megaphone} title={w('none')} hint={w('noneHint')} />
      ) : (
        <ul class="cells">
          {rows.map((clue) => (
            <li key={clue.id}>
              <ClueCell clue={clue} />
            </li>
          ))}
        </ul>
      )}
      <a class="button main" href="/clues">
        {w('title')}
      </a>
      <Stations mine={station} changed={clues.reload} />
    </>
  )
}
const MyCluesPage = () => {
  const who = useStore(session)
  return (
    <Page title={w('mine')} backTo="/clues">
      {who.state === 'out' && <SignInFirst />}
      {who.state === 'asking' && <Skeleton rows={4} height={5} />}
      {(who.state === 'in' || who.state === 'unknown') && <Mine />}
    </Page>
  )
}
export default MyCluesPage
