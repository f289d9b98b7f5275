// The room 三张清单: duties by department and list; each department keeps its own.
import { Button, Select } from 'antd'
import { ListChecks, Upload } from 'lucide-react'
import { useState } from 'react'
import { dutyLists, type DutyList } from '../../../../contract/src/dutylists-kinds.ts'
import { AddButton } from '../../platform/add-button.tsx'
import { useSearch } from '../../platform/address.ts'
import { addressOf, useAct, useApi } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { useDone } from '../../platform/done.ts'
import { ExportButton } from '../../platform/export-button.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing, TextFilter } from '../../platform/listing.tsx'
import { useMarks } from '../../platform/marks.ts'
import { useMay } from '../../platform/me.ts'
import { PageHeader } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { DutyForm } from './duty-form.tsx'
import { ImportForm } from './import-form.tsx'
import { words } from './words.ts'
import '../stewards/stewards.css'

export type Duty = RowOf<'GET /api/dutylists'>
type Dialog = { readonly what: 'add' | 'import' } | { readonly what: 'edit' | 'remove'; readonly duty: Duty } | null

export default function DutylistsPage() {
  const say = useWords(words)
  const may = useMay()
  const [search] = useSearch()
  const [dialog, show] = useState<Dialog>(null)
  const list = search['list'] as DutyList | undefined
  const query = {
    ...(search['department'] === undefined ? {} : { organisationId: search['department'] }),
    ...(list === undefined || !(list in dutyLists) ? {} : { list }),
    ...(search['search'] === undefined ? {} : { search: search['search'] }),
  }
  const found = useList('GET /api/dutylists', { query })
  const close = () => show(null)
  return (
    <div className="page">
      <PageHeader
        title={say.title}
        lead={say.lead}
        actions={
          may('dutylist.edit') ? (
            <>
              <ExportButton href={addressOf('GET /api/dutylists.xlsx', { query })} />
              <Button icon={<Upload size={16} aria-hidden />} onClick={() => show({ what: 'import' })}>
                {say.importTitle}
              </Button>
              <AddButton onClick={() => show({ what: 'add' })}>{say.add}</AddButton>
            </>
          ) : null
        }
      />
      <Filters />
      <Listing
        list={found}
        icon={ListChecks}
        empty={{ title: say.empty, hint: say.emptyHint }}
        noMatch={Object.keys(query).length > 0 && { title: say.noMatch, hint: say.noMatchHint }}
        isPlain
      >
        {(rows) => (
          <ul className="buildings">
            {rows.map((duty) => (
              <li key={duty.id}>
                <DutyCard duty={duty} ask={(what) => show({ what, duty })} />
              </li>
            ))}
          </ul>
        )}
      </Listing>
      {dialog?.what === 'add' ? <DutyForm close={close} /> : null}
      {dialog?.what === 'edit' ? <DutyForm duty={dialog.duty} close={close} /> : null}
      {dialog?.what === 'import' ? <ImportForm close={close} /> : null}
      {dialog?.what === 'remove' ? <RemoveDuty duty={dialog.duty} close={close} /> : null}
    </div>
  )
}
const Filters = () => {
  const say = useWords(words)
  const pick = usePick()
  const [search, change] = useSearch()
  const departments = useApi('GET /api/dutylists/departments', { query: {} }, { fresh: 60_000 })
  return (
    <div className="filters" role="search">
      <Select
        aria-label={say.department}
        allowClear
        className="filter-select"
        placeholder={say.anyDepartment}
        value={search['department'] ?? null}
        options={(departments.data ?? []).map((one) => ({
          value: one.organisation.id,
          label: `${one.organisation.name} ${one.broughtIn + one.handedDown + one.enforcement}`,
        }))}
        onChange={(id: string | null | undefined) => change({ department: id ?? undefined })}
      />
      <Select
        aria-label={say.list}
        allowClear
        className="filter-select"
        placeholder={say.anyList}
        value={search['list'] ?? null}
        options={(Object.keys(dutyLists) as DutyList[]).map((one) => ({ value: one, label: pick(dutyLists[one]) }))}
        onChange={(one: string | null | undefined) => change({ list: one ?? undefined })}
      />
      <TextFilter label={say.search} />
    </div>
  )
}
const DutyCard = ({ duty, ask }: { readonly duty: Duty; readonly ask: (what: 'edit' | 'remove') => void }) => {
  const say = useWords(words)
  const mark = useMarks()
  const pick = usePick()
  return (
    <article className="building">
      <p className="row">
        <strong>{duty.name}</strong>
        <Tag tone={duty.list === 'enforcement' ? 'warn' : 'info'}>{pick(dutyLists[duty.list])}</Tag>
      </p>
      <p className="quiet">
        {duty.organisation.name} · {duty.contact}
      </p>
      <p>{duty.description}</p>
      <p className="quiet">
        {duty.categories.map((one) => one.name).join(mark.list)}
        {duty.categories.length > 0 ? ' · ' : ''}
        {duty.places.map((one) => one.name).join(mark.list) || say.everywhere}
      </p>
      <p className="quiet">{duty.legalBasis}</p>
      {duty.may ? (
        <p className="row">
          <Button size="small" onClick={() => ask('edit')}>
            {say.edit}
          </Button>
          <Button size="small" danger onClick={() => ask('remove')}>
            {say.remove}
          </Button>
        </p>
      ) : null}
    </article>
  )
}
const RemoveDuty = ({ duty, close }: { readonly duty: Duty; readonly close: () => void }) => {
  const say = useWords(words)
  const remove = useAct('DELETE /api/dutylists/:id', {
    refreshes: ['/api/dutylists'],
    onDone: useDone(say.removed, close),
  })
  return (
    <Ask
      open
      title={say.remove}
      what={say.removeWhat(duty.name)}
      verb={say.remove}
      isDangerous
      isBusy={remove.isPending}
      problem={remove.error}
      onYes={() => remove.mutate({ params: { id: duty.id } })}
      onNo={close}
    />
  )
}
