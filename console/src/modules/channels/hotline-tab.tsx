// The hotline: its own clock in figures, orders, import, return, and the keys of the interface.
import { App, Button, Drawer, Input, Segmented, Table } from 'antd'
import { Headset, KeyRound, Send, Upload } from 'lucide-react'
import { useState } from 'react'
import { hotlineStates } from '../../../../contract/src/channels-kinds.ts'
import { useSearch } from '../../platform/address.ts'
import { addressOf, useAct, useApi } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing, TextFilter } from '../../platform/listing.tsx'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { Tag } from '../../platform/tags.tsx'
import type { Tone } from '../../platform/theme.ts'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { CaseTag } from './case-tag.tsx'
import { HotlineImport } from './hotline-import.tsx'
import { HotlineKeys } from './hotline-keys.tsx'
import { hotlineWords } from './hotline-words.ts'

type Order = RowOf<'GET /api/hotline/orders'>
const shows = ['all', 'soon', 'late', 'toReturn', 'returned'] as const
const tones: Record<Order['clock'], Tone> = {
  none: 'quiet',
  running: 'info',
  soon: 'warn',
  late: 'late',
  answered: 'good',
  answeredLate: 'warn',
}
export default function HotlineTab() {
  const say = useWords(hotlineWords)
  const [search, change] = useSearch()
  const [open, setOpen] = useState<'import' | 'return' | 'returns' | 'keys' | null>(null)
  const show = shows.find((one) => one === search['show']) ?? 'all'
  const list = useList('GET /api/hotline/orders', {
    query: { limit: 50, show, ...(search['search'] ? { search: search['search'] } : {}) },
  })
  const stop = () => setOpen(null)
  return (
    <>
      <Figures />
      <div className="tab-head">
        <div className="row">
          <Button type="primary" icon={<Upload size={16} aria-hidden />} onClick={() => setOpen('import')}>
            {say.upload}
          </Button>
          <Button icon={<Send size={16} aria-hidden />} onClick={() => setOpen('return')}>
            {say.returnAll}
          </Button>
          <Button onClick={() => setOpen('returns')}>{say.returns}</Button>
          <Button icon={<KeyRound size={16} aria-hidden />} onClick={() => setOpen('keys')}>
            {say.keys}
          </Button>
        </div>
      </div>
      <div className="filters" role="search">
        <Segmented
          aria-label={say.show}
          value={show}
          onChange={(next) => change({ show: next })}
          options={shows.map((value) => ({ value, label: say[value] }))}
        />
        <TextFilter label={say.search} />
      </div>
      <Listing list={list} icon={Headset} empty={{ title: say.none, hint: say.noneHint }}>
        {(rows) => <Orders rows={rows} />}
      </Listing>
      <Drawer open={open === 'import'} title={say.upload} size={900} onClose={stop} destroyOnHidden>
        <HotlineImport close={stop} />
      </Drawer>
      <Drawer open={open === 'keys'} title={say.keys} size={720} onClose={stop} destroyOnHidden>
        <HotlineKeys />
      </Drawer>
      <Drawer open={open === 'returns'} title={say.returns} size={560} onClose={stop} destroyOnHidden>
        <Returns />
      </Drawer>
      <ReturnAll open={open === 'return'} close={stop} done={() => setOpen('returns')} />
    </>
  )
}
const Figures = () => {
  const say = useWords(hotlineWords)
  const [month, setMonth] = useState<string>()
  const figures = useApi('GET /api/hotline/figures', { query: month === undefined ? {} : { month } })
  if (!figures.data) return null
  const { open, soon, late, toReturn, answered, answeredLate } = figures.data
  const shown = [
    [say.figOpen, open],
    [say.soon, soon],
    [say.late, late],
    [say.toReturn, toReturn],
    [say.figAnswered, answered],
    [say.figLate, answeredLate],
  ] as const
  return (
    <>
      <div className="hotline-figures">
        {shown.map(([label, value]) => (
          <span key={label}>
            {label} <strong>{value}</strong>
          </span>
        ))}
        <label>
          {say.figMonth}{' '}
          <Input
            type="month"
            value={figures.data.month}
            onChange={(event) => setMonth(event.target.value === '' ? undefined : event.target.value)}
            style={{ width: '10rem' }}
          />
        </label>
      </div>
      <p className="quiet">{say.ownClock}</p>
    </>
  )
}
const Orders = ({ rows }: { readonly rows: Order[] }) => {
  const say = useWords(hotlineWords)
  const pick = usePick()
  return (
    <ScrollX label={say.all}>
      <Table<Order>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={rows}
        columns={[
          {
            title: say.order,
            render: (_, row) => (
              <>
                <strong>{row.number}</strong>
                <div className="quiet">{row.place}</div>
              </>
            ),
          },
          {
            title: say.words,
            responsive: ['md'],
            render: (_, row) => <span className="post-words">{row.words.slice(0, 60)}</span>,
          },
          {
            title: say.clock,
            render: (_, row) => (
              <>
                <Tag tone={tones[row.clock]}>{say[`clock_${row.clock}`]}</Tag>
                {row.replyDueAt ? (
                  <div className="quiet">
                    <TimeText at={row.replyDueAt} />
                  </div>
                ) : null}
              </>
            ),
          },
          { title: say.case, render: (_, row) => <CaseTag of={row.case} /> },
          { title: say.reply, responsive: ['lg'], render: (_, row) => row.reply },
          {
            title: say.returned,
            responsive: ['md'],
            render: (_, row) =>
              row.returnedAt ? (
                <>
                  <TimeText at={row.returnedAt} /> {row.returnedState ? pick(hotlineStates[row.returnedState]) : null}
                </>
              ) : null,
          },
        ]}
      />
    </ScrollX>
  )
}
const ReturnAll = ({
  open,
  close,
  done,
}: {
  readonly open: boolean
  readonly close: () => void
  readonly done: () => void
}) => {
  const say = useWords(hotlineWords)
  const { message } = App.useApp()
  const act = useAct('POST /api/hotline/returns', {
    onDone: (made) => {
      message.success(say.returnDone(made.count))
      done()
    },
  })
  return (
    <Ask
      open={open}
      title={say.returnAll}
      what={say.returnWhat}
      verb={say.returnAll}
      isBusy={act.isPending}
      problem={act.error}
      onYes={() => act.mutate({ body: {} })}
      onNo={close}
    />
  )
}
const Returns = () => {
  const say = useWords(hotlineWords)
  const list = useList('GET /api/hotline/returns', { query: {} })
  return (
    <Listing list={list} icon={Send} empty={{ title: say.none, hint: '' }} isPlain>
      {(rows) => (
        <ul className="stack">
          {rows.map((row) => (
            <li key={row.id} className="row spread">
              <span>
                <TimeText at={row.at} /> · {row.by} · {say.items(row.count)}
              </span>
              <Button
                size="small"
                href={addressOf('GET /api/hotline/returns/:id/sheet.xlsx', { params: { id: row.id } })}
                download
              >
                {say.download}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Listing>
  )
}
