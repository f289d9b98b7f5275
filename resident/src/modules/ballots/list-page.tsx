// 业主表决: the decisions of the places where I own or live; those that wait for my vote are marked.
import { decisionStates } from '../../../../contract/src/ballots-life.ts'
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { useState } from 'preact/hooks'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Icon } from '../../kit/icon.tsx'
import { alert, list, right } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Empty, Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { Moment } from '../../kit/when.tsx'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { say } from '../../words.ts'
import { w } from './words.ts'

type Rows = OutOf<Api['GET /api/decisions/mine']>['rows']
const Row = ({ row }: { row: Rows[number] }) => {
  const state = decisionStates[row.state]
  return (
    <a class="cell" href={`/decisions/${row.id}`}>
      <span class="grow">
        <span class="strong">{row.title}</span>
        <span class="small quiet">{row.place.name}</span>
        <span class="row small">
          <span>{say([state.zh, state.en])}</span>
          {row.waitsForMe && (
            <span class="strong">
              <Icon of={alert} /> {w('waits')}
            </span>
          )}
        </span>
        {row.state === 'open' && row.closesAt && (
          <span class="small">
            {w('closes')} <Moment at={row.closesAt} withTime />
          </span>
        )}
      </span>
      <Icon of={right} />
    </a>
  )
}
const List = () => {
  const { data, trouble, reload } = useLoad('decisions/mine', () => call('GET /api/decisions/mine'))
  const [older, setOlder] = useState<{ rows: Rows; next: string | null } | null>(null)
  const more = useAction(async (after: string) => {
    const page = await call('GET /api/decisions/mine', { query: { after } })
    setOlder({ rows: [...(older?.rows ?? []), ...page.rows], next: page.next })
  })
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  if (data.rows.length === 0)
    return (
      <Empty icon={list} title={w('none')}>
        <p class="quiet">{w('noneHint')}</p>
      </Empty>
    )
  const next = older === null ? data.next : older.next
  return (
    <>
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
const DecisionsPage = () => {
  const who = useStore(session)
  return (
    <Page title={w('title')} backTo="/services">
      {who.state === 'out' ? <SignInFirst /> : <List />}
    </Page>
  )
}
export default DecisionsPage
