// 意见征询: what is asked of the places where I have a home; those that wait for my answer are marked.
import { useState } from 'preact/hooks'
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { notBinding, pollStates } from '../../../../contract/src/polls-life.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Icon } from '../../kit/icon.tsx'
import { alert, list, right } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Empty, Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { say } from '../../words.ts'
import { w } from './words.ts'

type Rows = OutOf<Api['GET /api/polls/mine']>['rows']
const Row = ({ row }: { row: Rows[number] }) => (
  <a class="cell" href={`/polls/${row.id}`}>
    <span class="grow">
      <span class="strong">{row.title}</span>
      <span class="small quiet">
        {row.place.name} · {say([notBinding.zh, notBinding.en])}
      </span>
      <span class="row small">
        <span>
          {say([pollStates[row.state].zh, pollStates[row.state].en])} · {w('until', { day: row.closesOn })}
        </span>
        {row.waitsForMe && (
          <span class="strong">
            <Icon of={alert} /> {w('waits')}
          </span>
        )}
      </span>
    </span>
    <Icon of={right} />
  </a>
)
const List = () => {
  const { data, trouble, reload } = useLoad('polls/mine', () => call('GET /api/polls/mine'))
  const [older, setOlder] = useState<{ rows: Rows; next: string | null } | null>(null)
  const more = useAction(async (after: string) => {
    const page = await call('GET /api/polls/mine', { query: { after } })
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
const PollsPage = () => {
  const who = useStore(session)
  return (
    <Page title={w('title')} backTo="/services">
      {who.state === 'out' ? <SignInFirst /> : <List />}
    </Page>
  )
}
export default PollsPage
