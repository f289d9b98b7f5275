// The public board of a community: figures by month, filters, and the cases with what became of them. No sign-in is needed.
import { useState } from 'preact/hooks'
import { caseKinds, type CaseKind } from '../../../../contract/src/cases-kinds.ts'
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { Chips } from '../../kit/field.tsx'
import { list } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { MoreButton } from '../../kit/more-button.tsx'
import { Page } from '../../kit/page.tsx'
import { Empty, Failure, Skeleton } from '../../kit/states.tsx'
import { useStore } from '../../store.ts'
import { language } from '../../words.ts'
import './board.css'
import { BoardRow, type BoardCase, monthLine } from './face.tsx'
import { w } from './words.ts'

type Board = OutOf<Api['GET /api/public/boards/:id']>
interface Filter {
  readonly estateId: string
  readonly open: '' | 'true' | 'false'
  readonly kind: '' | CaseKind
}
const queryOf = (filter: Filter, after?: string) => ({
  limit: 20,
  ...(filter.estateId ? { estateId: filter.estateId } : {}),
  ...(filter.open ? { open: filter.open } : {}),
  ...(filter.kind ? { kind: filter.kind } : {}),
  ...(after ? { after } : {}),
})

const Months = ({ months }: { months: Board['months'] }) =>
  months.length === 0 ? null : (
    <section class="card stack">
      <h2>{w('months')}</h2>
      <table class="board-months">
        <thead>
          <tr>
            {(['month', 'raised', 'done', 'open'] as const).map((name) => (
              <th key={name} scope="col">
                {w(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.slice(0, 6).map((month) => (
            <tr key={month.month}>
              <th scope="row">{monthLine(month.month)}</th>
              <td>{month.raised}</td>
              <td>{month.done}</td>
              <td>{month.open}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )

const Filters = ({ board, filter, set }: { board: Board; filter: Filter; set: (filter: Filter) => void }) => {
  const isEnglish = useStore(language) === 'en'
  const kinds = Object.entries(caseKinds) as [CaseKind, { zh: string; en: string }][]
  return (
    <section class="stack">
      {board.estates.length > 0 && (
        <label class="field">
          <span class="strong">{w('estate')}</span>
          <select
            class="input"
            value={filter.estateId}
            onChange={(event) => set({ ...filter, estateId: event.currentTarget.value })}
          >
            <option value="">{w('all')}</option>
            {board.estates.map((estate) => (
              <option key={estate.id} value={estate.id}>
                {estate.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <Chips
        label={w('state')}
        of={[
          ['', w('all')],
          ['true', w('stillOpen')],
          ['false', w('finished')],
        ]}
        chosen={[filter.open]}
        onChoose={([open]) => set({ ...filter, open: (open ?? '') as Filter['open'] })}
      />
      <Chips
        label={w('kind')}
        of={[['', w('all')], ...kinds.map(([kind, words]) => [kind, isEnglish ? words.en : words.zh] as const)]}
        chosen={[filter.kind]}
        onChoose={([kind]) => set({ ...filter, kind: (kind ?? '') as Filter['kind'] })}
      />
    </section>
  )
}
interface Older {
  readonly of: string
  readonly rows: readonly BoardCase[]
  readonly next: string | null
}
const Cases = ({ id, filter }: { id: string; filter: Filter }) => {
  const name = `board ${id} ${JSON.stringify(filter)}`
  const first = useLoad(name, () =>
    call('GET /api/public/boards/:id/cases', { params: { id }, query: queryOf(filter) }),
  )
  const [older, setOlder] = useState<Older | null>(null)
  if (first.trouble && !first.data) return <Failure trouble={first.trouble} retry={first.reload} />
  if (!first.data) return <Skeleton rows={4} height={6} />
  const mine = older?.of === name ? older : null
  const rows = [...first.data.rows, ...(mine?.rows ?? [])]
  const next = mine ? mine.next : first.data.next
  const more = async (after: string) => {
    const page = await call('GET /api/public/boards/:id/cases', { params: { id }, query: queryOf(filter, after) })
    setOlder({ of: name, rows: [...(mine?.rows ?? []), ...page.rows], next: page.next })
  }
  if (rows.length === 0) return <Empty icon={list} title={w('none')} hint={w('noneHint')} />
  return (
    <>
      <ul class="cells">
        {rows.map((row) => (
          <li key={row.id}>
            <BoardRow row={row} />
          </li>
        ))}
      </ul>
      <MoreButton next={next} load={more} word={w('more')} />
    </>
  )
}

const BoardPage = ({ id }: { id: string }) => {
  const board = useLoad(`board ${id}`, () => call('GET /api/public/boards/:id', { params: { id } }))
  const [filter, set] = useState<Filter>({ estateId: '', open: '', kind: '' })
  return (
    <Page title={board.data?.community.name ?? w('title')} subtitle={w('title')} backTo="/public-board">
      {board.trouble && <Failure trouble={board.trouble} retry={board.reload} />}
      {!board.data && !board.trouble && <Skeleton rows={4} />}
      {board.data && (
        <>
          <p class="small quiet">{w('lead')}</p>
          <Months months={board.data.months} />
          <Filters board={board.data} filter={filter} set={set} />
          <Cases id={id} filter={filter} />
          <a class="button wide" href={`/public-notices/of/${id}`}>
            {w('notices')}
          </a>
          <a class="button wide" href="/public-board">
            {w('change')}
          </a>
        </>
      )}
    </Page>
  )
}
export default BoardPage
