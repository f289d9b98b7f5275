// Door codes below a place: list, issue, print, revoke, re-issue.
import { Button, Segmented } from 'antd'
import { Printer, QrCode } from 'lucide-react'
import { useState } from 'react'
import { AddButton } from '../../platform/add-button.tsx'
import { useSearch, type Search } from '../../platform/address.ts'
import { addressOf, useApi } from '../../platform/api.ts'
import { ExportButton } from '../../platform/export-button.tsx'
import { useList } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { useMay } from '../../platform/me.ts'
import { PageHeader } from '../../platform/page.tsx'
import { PlacePicker, type PlaceRef } from '../../platform/place-picker.tsx'
import { useWords } from '../../platform/words.ts'
import { CodesTable } from './codes-table.tsx'
import { IssueForm } from './issue-form.tsx'
import { PrintDialog } from './print-dialog.tsx'
import { words } from './words.ts'

export default function DoorcodesPage() {
  const say = useWords(words)
  const may = useMay()
  const [search, change] = useSearch()
  const [doing, setDoing] = useState<'issue' | 'print' | null>(null)
  const place = useChosenPlace(search['place'] ?? null)
  const stop = () => setDoing(null)
  return (
    <div className="page">
      <PageHeader
        title={say.title}
        lead={say.lead}
        actions={
          <>
            <ExportButton href={addressOf('GET /api/doorcodes.xlsx', { query: filtersOf(search) })} />
            <Button icon={<Printer size={16} aria-hidden />} onClick={() => setDoing('print')}>
              {say.print}
            </Button>
            {may('doorcode.issue') ? <AddButton onClick={() => setDoing('issue')}>{say.issue}</AddButton> : null}
          </>
        }
      />
      <div className="filters" role="search">
        <PlacePicker
          key={place?.id ?? 'none'}
          label={say.place}
          placeholder={say.choosePlace}
          value={search['place'] ?? null}
          initial={place}
          onChange={(id) => change({ place: id ?? undefined })}
        />
        <Segmented
          aria-label={say.show}
          value={search['show'] ?? 'valid'}
          onChange={(show) => change({ show: show === 'valid' ? undefined : show })}
          options={[
            { value: 'valid', label: say.valid },
            { value: 'revoked', label: say.revoked },
            { value: 'all', label: say.all },
          ]}
        />
      </div>
      <CodesList issue={() => setDoing('issue')} />
      <IssueForm open={doing === 'issue'} place={place} close={stop} />
      <PrintDialog open={doing === 'print'} place={place} close={stop} />
    </div>
  )
}

const useChosenPlace = (id: string | null): PlaceRef | null => {
  const place = useApi('GET /api/places/:id', { params: { id: id ?? '' } }, { when: id !== null })
  return id !== null && place.data ? place.data : null
}
const filtersOf = (search: Search) => {
  const show = search['show'] ?? 'valid'
  return {
    ...(search['place'] ? { placeId: search['place'] } : {}),
    ...(show === 'all' ? {} : { revoked: show === 'revoked' ? ('true' as const) : ('false' as const) }),
  }
}

const CodesList = ({ issue }: { readonly issue: () => void }) => {
  const say = useWords(words)
  const may = useMay()
  const [search] = useSearch()
  const list = useList('GET /api/doorcodes', { query: { limit: 50, ...filtersOf(search) } })
  return (
    <Listing
      list={list}
      icon={QrCode}
      total={say.total}
      empty={{
        title: say.emptyTitle,
        hint: say.emptyWords,
        action: may('doorcode.issue') ? (
          <Button type="primary" onClick={issue}>
            {say.issue}
          </Button>
        ) : null,
      }}
      noMatch={search['show'] ? { title: say.noMatchTitle, hint: say.noMatchWords } : false}
    >
      {(rows) => <CodesTable rows={rows} />}
    </Listing>
  )
}
