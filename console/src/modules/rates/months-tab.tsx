// Months: as counted now, as published, and what changed since. Publishing freezes a month.
import { App, Button, Popconfirm, Table } from 'antd'
import { useSearch } from '../../platform/address.ts'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { ListHead } from '../../platform/export-button.tsx'
import { sheetAddress } from '../../platform/list.ts'
import { useMarks, type Marks } from '../../platform/marks.ts'
import { Loaded, ProblemPanel } from '../../platform/page.tsx'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { useWords } from '../../platform/words.ts'
import { ScopeSelect } from './period-bar.tsx'
import { percent, type Sums } from './percent.ts'
import { words } from './words.ts'

type Months = Out<'GET /api/rates/months'>
type Month = Months['rows'][number]
const three = (sums: Sums) =>
  `${percent(sums.responded, sums.respondDue)} · ${percent(sums.resolved, sums.resolveDue)} · ${percent(sums.satisfied, sums.rated)}`

export const MonthsTab = () => {
  const [search] = useSearch()
  const { scope } = search
  const query = scope ? { scopeId: scope } : {}
  const months = useApi('GET /api/rates/months', { query })
  return (
    <div className="stack">
      <div className="filters">
        <ScopeSelect value={scope} />
      </div>
      <ListHead href={sheetAddress('GET /api/rates/months', { query })} />
      <Loaded of={months}>{(data) => <MonthsTable data={data} />}</Loaded>
    </div>
  )
}
type Say = ReturnType<typeof useWords<typeof words>>
/** What is counted otherwise now than when the month was published. */
const changesOf = (month: Month, say: Say, mark: Marks): string => {
  if (month.published === null) return ''
  const { sums } = month.published
  const parts = (
    [
      [say.due, month.live.resolveDue - sums.resolveDue],
      [say.resolved, month.live.resolved - sums.resolved],
      [say.excluded, month.live.resolveExcluded - sums.resolveExcluded],
      [say.satisfaction, month.live.satisfied - sums.satisfied],
    ] as const
  ).filter(([, by]) => by !== 0)
  return parts.length === 0
    ? say.noDifference
    : parts.map(([name, by]) => `${name} ${by > 0 ? '+' : ''}${by}`).join(mark.comma)
}
const headOf = (say: Say, mark: Marks): string =>
  `${say.live}${mark.aside(`${say.response} · ${say.resolution} · ${say.satisfaction}`)}`
const MonthsTable = ({ data }: { readonly data: Months }) => {
  const say = useWords(words)
  const mark = useMarks()
  const { message } = App.useApp()
  const [, change] = useSearch()
  const see = (month: string, published?: 'true') => change({ tab: undefined, kind: 'month', month, published })
  const publish = useAct('POST /api/rates/months', {
    refreshes: ['/api/rates'],
    onDone: () => void message.success(say.publishDone),
  })
  return (
    <div className="list-card">
      {publish.error ? <ProblemPanel problem={publish.error} /> : null}
      <ScrollX label={say.months}>
        <Table<Month>
          size="small"
          rowKey="month"
          pagination={false}
          dataSource={data.rows}
          columns={[
            {
              title: say.month,
              render: (_, row) => (
                <button type="button" className="link-button" onClick={() => see(row.month)}>
                  {row.month}
                </button>
              ),
            },
            { title: headOf(say, mark), render: (_, row) => three(row.live) },
            {
              title: say.published,
              render: (_, row) =>
                row.published === null ? (
                  <span className="quiet">{row.over ? say.notPublished : say.running}</span>
                ) : (
                  <button type="button" className="link-button" onClick={() => see(row.month, 'true')}>
                    {three(row.published.sums)}
                  </button>
                ),
            },
            { title: say.difference, render: (_, row) => changesOf(row, say, mark) },
            {
              title: say.publish,
              align: 'end',
              render: (_, row) =>
                row.over && row.published === null && data.may.includes('publish') ? (
                  <PublishButton month={row.month} publish={() => publish.mutate({ body: { month: row.month } })} />
                ) : null,
            },
          ]}
        />
      </ScrollX>
    </div>
  )
}
const PublishButton = ({ month, publish }: { readonly month: string; readonly publish: () => void }) => {
  const say = useWords(words)
  return (
    <Popconfirm title={say.publishAsk(month)} okText={say.publish} cancelText={say.cancel} onConfirm={publish}>
      <Button size="small" aria-label={`${say.publish} ${month}`}>
        {say.publish}
      </Button>
    </Popconfirm>
  )
}
