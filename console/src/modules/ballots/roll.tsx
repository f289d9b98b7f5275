// The roll: its figures, what is missing, corrections while it may change, and its hash once it is frozen.
import { App, Button, Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { areaSources, type AreaSource } from '../../../../contract/src/ballots-life.ts'
import { addressOf, useAct } from '../../platform/api.ts'
import { ExportButton } from '../../platform/export-button.tsx'
import { Facts } from '../../platform/facts.tsx'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { Tag } from '../../platform/tags.tsx'
import { ListChecks } from 'lucide-react'
import { usePick, useWords } from '../../platform/words.ts'
import type { Decision } from './step-forms.tsx'
import { words } from './words.ts'

type Part = RowOf<'GET /api/decisions/:id/roll'>
export const Roll = ({ of }: { readonly of: Decision }) => {
  const say = useWords(words)
  const [flagged, setFlagged] = useState(false)
  const [dialog, show] = useState<Part | 'import' | null>(null)
  const list = useList('GET /api/decisions/:id/roll', {
    params: { id: of.id },
    query: flagged ? { flagged: 'true' } : {},
  })
  const rebuild = useAct('POST /api/decisions/:id/roll/rebuild')
  const edits = of.may.includes('editRoll')
  return (
    <section className="stack">
      <h2>{say.roll}</h2>
      <Facts
        facts={[
          { label: say.owners, value: String(of.roll.owners) },
          { label: say.partsCount, value: String(of.roll.parts) },
          { label: say.area, value: say.squareMetres(of.roll.area) },
          of.roll.unknownParts > 0 ? { label: say.unknown, value: String(of.roll.unknownParts) } : null,
          of.roll.withoutOwner > 0 ? { label: say.noOwner, value: String(of.roll.withoutOwner) } : null,
          of.roll.hash ? { label: say.hash, value: <code className="mediation-words">{of.roll.hash}</code> } : null,
        ]}
      />
      <p className="row">
        <ExportButton
          label={say.exportRoll}
          href={addressOf('GET /api/decisions/:id/roll.xlsx', { params: { id: of.id } })}
        />
        {edits ? <Button onClick={() => show('import')}>{say.importRoll}</Button> : null}
        {edits ? (
          <Button loading={rebuild.isPending} onClick={() => rebuild.mutate({ params: { id: of.id }, body: {} })}>
            {say.rebuild}
          </Button>
        ) : null}
        <Checkbox checked={flagged} onChange={(event) => setFlagged(event.target.checked)}>
          {say.onlyFlagged}
        </Checkbox>
      </p>
      <Listing list={list} icon={ListChecks} empty={{ title: say.roll, hint: '' }} isPlain>
        {(rows) => (
          <ul className="mediations">
            {rows.map((part) => (
              <li key={part.id} className="mediation row">
                <strong>{part.label}</strong>
                <span>{part.area === null ? '' : say.squareMetres(part.area)}</span>
                <span>{part.isDevelopers ? say.developers : part.owners.join('、')}</span>
                {part.flags.includes('area') ? <Tag tone="warn">{say.unknown}</Tag> : null}
                {part.flags.includes('owner') ? <Tag tone="warn">{say.noOwner}</Tag> : null}
                {edits ? (
                  <Button size="small" onClick={() => show(part)}>
                    {say.correct}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Listing>
      {dialog === 'import' ? <ImportRoll of={of} close={() => show(null)} /> : null}
      {dialog !== null && dialog !== 'import' ? <CorrectPart of={of} part={dialog} close={() => show(null)} /> : null}
    </section>
  )
}
interface Values {
  area?: string
  areaSource?: AreaSource | null
  isDevelopers: boolean
  reason: string
}
const CorrectPart = ({
  of,
  part,
  close,
}: {
  readonly of: Decision
  readonly part: Part
  readonly close: () => void
}) => {
  const say = useWords(words)
  const pick = usePick()
  const { message } = App.useApp()
  const act = useAct('POST /api/decisions/:id/parts/:thingId', {
    onDone: () => {
      void message.success(say.done)
      close()
    },
  })
  const save = ({ area, areaSource, isDevelopers, reason }: Values) =>
    act.mutate({
      params: { id: of.id, thingId: part.id },
      body: {
        area: area === undefined || area.trim() === '' ? null : Math.round(Number(area) * 100),
        areaSource: areaSource ?? null,
        isDevelopers,
        reason,
      },
    })
  return (
    <FormDrawer<Values>
      open
      title={part.label}
      verb={say.correct}
      initial={{
        area: part.area === null ? '' : (part.area / 100).toFixed(2),
        areaSource: part.areaSource,
        isDevelopers: part.isDevelopers,
      }}
      isBusy={act.isPending}
      problem={act.error}
      onSave={save}
      onClose={close}
    >
      {() => (
        <>
          <Form.Item
            name="area"
            label={say.areaField}
            rules={[{ pattern: /^\d{1,6}(\.\d{1,2})?$/, message: say.areaField }]}
          >
            <Input inputMode="decimal" />
          </Form.Item>
          <Form.Item name="areaSource" label={say.source}>
            <Select
              allowClear
              options={(Object.keys(areaSources) as AreaSource[]).map((one) => ({
                value: one,
                label: pick(areaSources[one]),
              }))}
            />
          </Form.Item>
          <Form.Item name="isDevelopers" valuePropName="checked">
            <Checkbox>{say.developers}</Checkbox>
          </Form.Item>
          <Form.Item name="reason" label={say.reason} rules={[{ required: true, min: 2, message: say.needed }]}>
            <Input maxLength={500} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
const ImportRoll = ({ of, close }: { readonly of: Decision; readonly close: () => void }) => {
  const say = useWords(words)
  const act = useAct('POST /api/decisions/:id/roll/import', { onDone: close })
  return (
    <FormDrawer<{ file: FileList }>
      open
      title={say.importRoll}
      verb={say.importRoll}
      initial={{}}
      isBusy={act.isPending}
      problem={act.error}
      onSave={({ file }) => {
        const [first] = file
        if (first) act.mutate({ params: { id: of.id }, body: {}, file: first })
      }}
      onClose={close}
    >
      {() => (
        <Form.Item
          name="file"
          label={say.importRoll}
          valuePropName="files"
          getValueFromEvent={(event: { target: HTMLInputElement }) => event.target.files}
          rules={[{ required: true, message: say.needed }]}
        >
          <Input type="file" accept=".xlsx" />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
