// Mandates: who lets whom vote and how many each proxy holds; one given in writing is recorded, one taken back is struck out.
import { Button, Form, Input, Select } from 'antd'
import { Handshake } from 'lucide-react'
import { useState } from 'react'
import { useAct, useApi } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { PlainTable } from '../../platform/plain-table.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { PhotoField } from '../cases/photo-field.tsx'
import { required, type Decision } from './step-forms.tsx'
import { words } from './words.ts'

type Row = RowOf<'GET /api/decisions/:id/mandates'>
export default function MandatesTab({ of }: { readonly of: Decision }) {
  const say = useWords(words)
  const [dialog, show] = useState<Row | 'new' | null>(null)
  const list = useList('GET /api/decisions/:id/mandates', { params: { id: of.id }, query: { limit: 50 } })
  const takes = of.state === 'noticed' || of.state === 'open'
  return (
    <section className="stack">
      <h2>{say.mandates}</h2>
      <p className="quiet">{say.mandatesLead(of.proxyCap)}</p>
      {takes && of.proxyCap > 0 && of.may.includes('seeTurnout') ? (
        <p>
          <Button onClick={() => show('new')}>{say.recordMandate}</Button>
        </p>
      ) : null}
      <Listing list={list} icon={Handshake} empty={{ title: say.noMandates, hint: say.noMandatesHint }} isPlain>
        {(rows) => <Table of={of} rows={rows} takes={takes} withdraw={show} />}
      </Listing>
      {dialog === 'new' ? <RecordMandate of={of} close={() => show(null)} /> : null}
      {dialog !== null && dialog !== 'new' ? <Withdraw of={of} row={dialog} close={() => show(null)} /> : null}
    </section>
  )
}
interface TableProps {
  readonly of: Decision
  readonly rows: readonly Row[]
  readonly takes: boolean
  readonly withdraw: (row: Row) => void
}
const Table = ({ of, rows, takes, withdraw }: TableProps) => {
  const say = useWords(words)
  return (
    <PlainTable label={say.mandates} heads={[say.doors, say.mandateFrom, say.mandateTo, say.actions]}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">{row.doors}</th>
          <td>
            {row.fromName}
            <br />
            <span className="quiet">
              <TimeText at={row.at} /> · {row.onPaper ? say.inWriting : say.byPhone}
            </span>
          </td>
          <td>
            {row.toName}
            <br />
            <span className="quiet">{say.holds(row.held, of.proxyCap)}</span>
          </td>
          <td>
            {row.revokedAt !== null ? (
              <Tag>{say.takenBack}</Tag>
            ) : takes ? (
              <Button size="small" danger onClick={() => withdraw(row)}>
                {say.takeBack}
              </Button>
            ) : null}
          </td>
        </tr>
      ))}
    </PlainTable>
  )
}
interface Values {
  key: string
  name: string
  phone: string
  photos: string[]
}
/** For an owner who has not voted: the written mandate with its photo, and whom it names. */
const RecordMandate = ({ of, close }: { readonly of: Decision; readonly close: () => void }) => {
  const say = useWords(words)
  const act = useAct('POST /api/decisions/:id/mandates-on-paper', { onDone: useDone(say.done, close) })
  const owners = useApi('GET /api/decisions/:id/missing', { params: { id: of.id }, query: { limit: 200 } })
  return (
    <FormDrawer<Values>
      open
      title={say.recordMandate}
      lead={say.recordMandateLead}
      verb={say.recordMandate}
      initial={{ photos: [] }}
      isBusy={act.isPending}
      problem={act.error}
      onSave={(body) => act.mutate({ params: { id: of.id }, body })}
      onClose={close}
    >
      {() => (
        <>
          <Form.Item name="key" label={say.mandateFrom} rules={required(say.needed)}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={(owners.data?.rows ?? []).map((row) => ({ value: row.key, label: `${row.names} ${row.doors}` }))}
            />
          </Form.Item>
          <Form.Item name="name" label={say.proxyName} rules={required(say.needed)}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="phone"
            label={say.proxyPhone}
            rules={[{ required: true, pattern: /^1[3-9]\d{9}$/, message: say.phoneWrong }]}
          >
            <Input maxLength={11} inputMode="tel" autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="photos"
            label={say.mandatePhotos}
            rules={[{ type: 'array', required: true, min: 1, message: say.photoNeeded }]}
          >
            <PhotoField />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
const Withdraw = ({ of, row, close }: { readonly of: Decision; readonly row: Row; readonly close: () => void }) => {
  const say = useWords(words)
  const act = useAct('POST /api/decisions/:id/mandates/:thingId/withdrawal', { onDone: useDone(say.done, close) })
  return (
    <Ask
      open
      title={say.takeBack}
      what={say.takeBackWhat(row.fromName, row.toName)}
      verb={say.takeBack}
      isDangerous
      reason={{ label: say.reason, wrong: say.needed }}
      isBusy={act.isPending}
      problem={act.error}
      onYes={(reason) => act.mutate({ params: { id: of.id, thingId: row.id }, body: { reason } })}
      onNo={close}
    />
  )
}
