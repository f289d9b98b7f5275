// 吹哨报到 on the phone: what my unit has to answer, what bites first on top.
import { call } from '../../api.ts'
import { list } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { OwnPage } from '../../kit/own-page.tsx'
import { Empty, Failure, Skeleton } from '../../kit/states.tsx'
import { place } from '../../router.ts'
import { useStore } from '../../store.ts'
import { PartLink, type PartRow } from './part-row.tsx'
import { w } from './words.ts'

const ours: readonly PartRow['state'][] = ['called', 'upheld', 'reportedIn', 'arrived', 'sentBack']
const Rows = ({ title, rows, code }: { title: string; rows: readonly PartRow[]; code: string | null }) =>
  rows.length === 0 ? null : (
    <section class="stack">
      <h2>{title}</h2>
      <ul class="cells">
        {rows.map((row) => (
          <li key={row.id}>
            <PartLink row={row} code={code} />
          </li>
        ))}
      </ul>
    </section>
  )
const Lists = ({ code }: { code: string | null }) => {
  const open = useLoad('whistles/open', () =>
    call('GET /api/whistles/parts', { query: { view: 'mine', open: 'true', limit: 100 } }),
  )
  const past = useLoad('whistles/past', () =>
    call('GET /api/whistles/parts', { query: { view: 'mine', open: 'false', limit: 20 } }),
  )
  if (open.trouble && !open.data) return <Failure trouble={open.trouble} retry={open.reload} />
  if (!open.data) return <Skeleton rows={4} height={6} />
  const rows = open.data.rows
  if (rows.length === 0 && (past.data?.rows.length ?? 0) === 0)
    return <Empty icon={list} title={w('none')} hint={w('noneHint')} />
  return (
    <>
      {code && <p class="card">{w('scanned')}</p>}
      {rows.some((row) => ours.includes(row.state)) ? null : <p class="card">{w('none')}</p>}
      <Rows title={w('todo')} rows={rows.filter((row) => ours.includes(row.state))} code={code} />
      <Rows title={w('waiting')} rows={rows.filter((row) => !ours.includes(row.state))} code={null} />
      <Rows title={w('past')} rows={past.data?.rows ?? []} code={null} />
    </>
  )
}
const WhistlesPage = () => {
  const code = useStore(place).query.get('code')
  return (
    <OwnPage title={w('title')} backTo="/services">
      <Lists code={code} />
    </OwnPage>
  )
}
export default WhistlesPage
