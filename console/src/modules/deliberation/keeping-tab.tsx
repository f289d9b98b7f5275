// 践诺述职: who kept what meetings gave them this year, yearly reports and how residents rate them.
import { Button, Form, Input, InputNumber } from 'antd'
import { BadgeCheck } from 'lucide-react'
import { useState } from 'react'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useList } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { OrganisationPicker } from '../../platform/pickers.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { figures, PlainTable } from '../../platform/plain-table.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'
import { yuan } from './yuan.ts'
import './deliberation.css'

const thisYear = () => new Date(Date.now() + 8 * 3_600_000).getUTCFullYear()
const share = (kept: number, due: number) => (due === 0 ? '—' : `${((kept * 100) / due).toFixed(1)}%`)
/** Who kept what meetings gave them in a year, and the yearly reports below. */
export const KeepingTab = () => {
  const say = useWords(words)
  const [year, setYear] = useState(thisYear())
  const [isReporting, setReporting] = useState(false)
  const kept = useApi('GET /api/deliberation/keeping', { query: { year } }, { keep: true })
  return (
    <div className="stack">
      <p className="row">
        <InputNumber
          aria-label={say.year}
          min={2000}
          max={2100}
          value={year}
          onChange={(next) => setYear(next ?? year)}
        />
        <Button type="primary" onClick={() => setReporting(true)}>
          {say.report}
        </Button>
      </p>
      <KeptTable rows={kept.data ?? []} />
      <Reports />
      {isReporting ? <ReportForm year={year} close={() => setReporting(false)} /> : null}
    </div>
  )
}
const KeptTable = ({ rows }: { readonly rows: Out<'GET /api/deliberation/keeping'> }) => {
  const say = useWords(words)
  return (
    <PlainTable
      label={say.keeping}
      heads={[say.organisation, ...figures(say.due, say.kept, say.late, say.open, say.rate, say.cost)]}
    >
      {rows.map((row) => (
        <tr key={row.organisation.id}>
          <th scope="row">{row.organisation.name}</th>
          <td className="figure">{row.due}</td>
          <td className="figure">{row.kept}</td>
          <td className="figure">{row.late}</td>
          <td className="figure">{row.open}</td>
          <td className="figure">{share(row.kept, row.kept + row.late)}</td>
          <td className="figure">{yuan(row.costFen)}</td>
        </tr>
      ))}
    </PlainTable>
  )
}
const Reports = () => {
  const say = useWords(words)
  const reports = useList('GET /api/deliberation/reports', { query: {} })
  return (
    <Listing list={reports} icon={BadgeCheck} empty={{ title: say.noReports, hint: '' }} isPlain>
      {(rows) => (
        <ul className="entries">
          {rows.map((row) => (
            <li key={row.id} className="entry">
              <p>
                <strong>
                  {row.organisation.name} {row.year}
                </strong>
              </p>
              <p className="entry-words">{row.words}</p>
              <p className="quiet">
                {row.place.name} · {say.due} {row.figures.due} · {say.kept} {row.figures.kept} · {say.late}{' '}
                {row.figures.late} ·{' '}
                {say.stars(row.average === null ? '—' : (row.average / 10).toFixed(1), row.ratings)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Listing>
  )
}
interface Values {
  organisationId?: string | null
  placeId?: string | null
  words: string
}
const ReportForm = ({ year, close }: { readonly year: number; readonly close: () => void }) => {
  const say = useWords(words)
  const publish = useAct('POST /api/deliberation/reports', {
    onDone: useDone(say.done, close),
  })
  const rules = [{ required: true, message: say.needed }]
  return (
    <FormDrawer<Values>
      open
      title={`${say.report} ${year}`}
      initial={{}}
      isBusy={publish.isPending}
      problem={publish.error}
      onSave={({ organisationId, placeId, words: said }) =>
        publish.mutate({ body: { organisationId: organisationId ?? '', placeId: placeId ?? '', year, words: said } })
      }
      onClose={close}
    >
      {() => (
        <>
          <Form.Item name="organisationId" label={say.organisation} rules={rules}>
            <OrganisationPicker label={say.organisation} />
          </Form.Item>
          <Form.Item name="placeId" label={say.place} rules={rules}>
            <PlacePicker label={say.place} />
          </Form.Item>
          <Form.Item name="words" label={say.reportWords} rules={rules}>
            <Input.TextArea rows={6} maxLength={4000} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
