// The journal: who did what to which thing and when; one entry with its before and after; proof that nothing changed.
import { Button, Input, Select, Table, type TableColumnType } from 'antd'
import { BookOpenText, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { journalActions } from '../../../../contract/src/journal-actions.ts'
import { useSearch, type Search } from '../../platform/address.ts'
import { addressOf } from '../../platform/api.ts'
import { ExportButton } from '../../platform/export-button.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { useMay } from '../../platform/me.ts'
import { PageHeader } from '../../platform/page.tsx'
import { PersonPicker } from '../../platform/pickers.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useLanguage, usePick, useWords } from '../../platform/words.ts'
import { EntryDrawer } from './entry-drawer.tsx'
import { useActionName, useSentence } from './sentence.ts'
import { thingKinds, useThingName } from './thing-name.ts'
import { VerifyDialog } from './verify-dialog.tsx'
import { words } from './words.ts'
import './journal.css'

type Entry = RowOf<'GET /api/journal'>
const filterNames = ['from', 'to', 'thingKind', 'thingId', 'actor', 'action'] as const

export default function JournalPage() {
  const say = useWords(words)
  const [search] = useSearch()
  const [isVerifying, setVerifying] = useState(false)
  return (
    <div className="page">
      <PageHeader
        title={say.title}
        lead={say.lead}
        actions={
          <>
            <ExportButton href={addressOf('GET /api/journal.xlsx', { query: filtersOf(search) })} />
            <Button icon={<ShieldCheck size={16} aria-hidden />} onClick={() => setVerifying(true)}>
              {say.verify}
            </Button>
          </>
        }
      />
      <Filters />
      <Entries />
      <VerifyDialog open={isVerifying} close={() => setVerifying(false)} />
    </div>
  )
}

const Filters = () => {
  const say = useWords(words)
  const may = useMay()
  const thingName = useThingName()
  const [search, change] = useSearch()
  const isFiltered = filterNames.some((name) => search[name])
  const day = (name: 'from' | 'to') => (
    <label className="row">
      {say[name]}
      <Input
        type="date"
        style={{ width: 150 }}
        value={search[name] ?? ''}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </label>
  )
  return (
    <div className="filters" role="search">
      {day('from')}
      {day('to')}
      <Select
        aria-label={say.thingKind}
        style={{ minWidth: 130 }}
        value={search['thingKind'] ?? ''}
        onChange={(thingKind: string) => change({ thingKind, thingId: undefined })}
        options={[
          { value: '', label: say.anyKind },
          ...thingKinds.map((kind) => ({ value: kind, label: thingName(kind) })),
        ]}
      />
      {may('person.see') ? (
        <PersonPicker
          label={say.actor}
          placeholder={say.anybody}
          value={search['actor'] ?? null}
          onChange={(id) => change({ actor: id ?? undefined })}
        />
      ) : null}
      <ActionFilter />
      {isFiltered ? (
        <Button onClick={() => change(Object.fromEntries(filterNames.map((name) => [name, undefined])))}>
          {say.clear}
        </Button>
      ) : null}
    </div>
  )
}
/** Actions by their names; `case.` finds every step of a case. */
const ActionFilter = () => {
  const say = useWords(words)
  const pick = usePick()
  const [search, change] = useSearch()
  const chosen = search['action'] ?? ''
  const known = Object.entries(journalActions).map(([value, name]) => ({ value, label: pick(name) }))
  const options = [{ value: '', label: say.anyAction }, { value: 'case.', label: say.caseActions }, ...known]
  const isKnown = options.some((option) => option.value === chosen)
  return (
    <Select
      aria-label={say.action}
      style={{ minWidth: 180 }}
      value={chosen}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(action: string) => change({ action })}
      options={isKnown ? options : [...options, { value: chosen, label: chosen }]}
    />
  )
}
const filtersOf = (search: Search) => ({
  ...(search['from'] ? { from: search['from'] } : {}),
  ...(search['to'] ? { to: search['to'] } : {}),
  ...(search['thingKind'] ? { thingKind: search['thingKind'] } : {}),
  ...(search['thingId'] ? { thingId: search['thingId'] } : {}),
  ...(search['actor'] ? { actorId: search['actor'] } : {}),
  ...(search['action'] ? { action: search['action'] } : {}),
})

const Entries = () => {
  const say = useWords(words)
  const [search, change] = useSearch()
  const [opened, setOpened] = useState<Entry | null>(null)
  const list = useList('GET /api/journal', { query: { limit: 50, ...filtersOf(search) } })
  const isFiltered = filterNames.some((name) => search[name])
  return (
    <>
      <Listing
        list={list}
        icon={BookOpenText}
        empty={{ title: say.emptyTitle, hint: say.emptyWords }}
        noMatch={isFiltered ? { title: say.noMatchTitle, hint: say.noMatchWords } : false}
      >
        {(rows) => <EntriesTable rows={rows} open={setOpened} />}
      </Listing>
      <EntryDrawer
        entry={opened}
        close={() => setOpened(null)}
        showThing={(thing) => {
          setOpened(null)
          change({ thingKind: thing.kind, thingId: thing.id })
        }}
      />
    </>
  )
}

const EntriesTable = ({ rows, open }: { readonly rows: Entry[]; readonly open: (entry: Entry) => void }) => {
  const say = useWords(words)
  const thingName = useThingName()
  const read = useSentence()
  const actionName = useActionName()
  const { language } = useLanguage()
  const actionColumn: TableColumnType<Entry> = {
    title: say.action,
    responsive: ['lg'],
    render: (_, row) => <span title={row.action}>{actionName(row.action)}</span>,
  }
  return (
    <Table<Entry>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={rows}
      onRow={(row) => ({ onClick: () => open(row), className: 'may-open' })}
      columns={[
        { title: say.when, width: 130, render: (_, row) => <TimeText at={row.at} /> },
        { title: say.who, render: (_, row) => <span className="time-text">{row.actor.name || say.system}</span> },
        {
          title: say.did,
          render: (_, row) => (
            <button type="button" className="link-button">
              {read(row)}
            </button>
          ),
        },
        { title: say.thing, responsive: ['md'], render: (_, row) => thingName(row.thing.kind) },
        // In English an entry is told by the name of its action: once is enough.
        ...(language === 'en' ? [] : [actionColumn]),
        { title: say.address, responsive: ['xl'], render: (_, row) => row.address ?? '' },
      ]}
    />
  )
}
