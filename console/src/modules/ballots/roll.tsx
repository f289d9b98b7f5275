// The roll: its figures, what is missing, corrections while it may change, and its hash once it is frozen.
import { Button, Checkbox, Input } from 'antd'
import { ListChecks } from 'lucide-react'
import { useState } from 'react'
import { areaSources } from '../../../../contract/src/ballots-life.ts'
import { addressOf, useAct } from '../../platform/api.ts'
import { ExportButton } from '../../platform/export-button.tsx'
import { Facts } from '../../platform/facts.tsx'
import { useLater } from '../../platform/later.ts'
import { useList } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { useMarks } from '../../platform/marks.ts'
import { PlainTable } from '../../platform/plain-table.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { CorrectPart, type Part } from './correct-part.tsx'
import { ImportRoll } from './import-roll.tsx'
import type { Decision } from './step-forms.tsx'
import { words } from './words.ts'

/** The roll of a decision; its buttons follow what I may. */
export default function Roll({ of }: { readonly of: Decision }) {
  const say = useWords(words)
  const [flagged, setFlagged] = useState(false)
  const [typed, type] = useState('')
  const search = useLater(typed.trim(), 300)
  const [dialog, show] = useState<Part | 'import' | null>(null)
  const list = useList('GET /api/decisions/:id/roll', {
    params: { id: of.id },
    query: { limit: 50, ...(flagged ? { flagged: 'true' as const } : {}), ...(search === '' ? {} : { search }) },
  })
  const rebuild = useAct('POST /api/decisions/:id/roll/rebuild')
  const edits = of.may.includes('editRoll')
  return (
    <section className="stack">
      <h2>{say.roll}</h2>
      <RollFacts of={of} />
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
        <Input
          type="search"
          className="decision-select"
          allowClear
          aria-label={say.findPart}
          placeholder={say.findPart}
          maxLength={60}
          value={typed}
          onChange={(event) => type(event.target.value)}
        />
        <Checkbox checked={flagged} onChange={(event) => setFlagged(event.target.checked)}>
          {say.onlyFlagged}
        </Checkbox>
      </p>
      <Listing list={list} icon={ListChecks} empty={{ title: say.roll, hint: '' }} isPlain>
        {(rows) => <Parts rows={rows} correct={edits ? show : null} />}
      </Listing>
      {dialog === 'import' ? <ImportRoll of={of} close={() => show(null)} /> : null}
      {dialog !== null && dialog !== 'import' ? <CorrectPart of={of} part={dialog} close={() => show(null)} /> : null}
    </section>
  )
}
const RollFacts = ({ of }: { readonly of: Decision }) => {
  const say = useWords(words)
  return (
    <Facts
      facts={[
        { label: say.owners, value: String(of.roll.owners) },
        { label: say.partsCount, value: String(of.roll.parts) },
        { label: say.area, value: say.squareMetres(of.roll.area) },
        of.roll.unknownParts > 0 ? { label: say.unknown, value: String(of.roll.unknownParts) } : null,
        of.roll.withoutOwner > 0 ? { label: say.noOwner, value: String(of.roll.withoutOwner) } : null,
        of.roll.objectionsUntil ? { label: say.objectionsUntil, value: of.roll.objectionsUntil } : null,
        of.roll.hash
          ? { label: say.hash, value: <code className="entry-words">{of.roll.hash}</code>, wide: true }
          : null,
      ]}
    />
  )
}
interface PartsProps {
  readonly rows: readonly Part[]
  readonly correct: ((part: Part) => void) | null
}
const Parts = ({ rows, correct }: PartsProps) => {
  const say = useWords(words)
  return (
    <PlainTable label={say.roll} heads={[say.part, say.areaShort, say.ownerNames, say.actions]}>
      {rows.map((part) => (
        <PartRow key={part.id} part={part} correct={correct === null ? null : () => correct(part)} />
      ))}
    </PlainTable>
  )
}
const PartRow = ({ part, correct }: { readonly part: Part; readonly correct: (() => void) | null }) => {
  const say = useWords(words)
  const mark = useMarks()
  const pick = usePick()
  return (
    <tr>
      <th scope="row">{part.label}</th>
      <td>
        {part.area === null ? <Tag tone="warn">{say.unknown}</Tag> : say.squareMetres(part.area)}
        {part.areaSource === null ? null : (
          <>
            <br />
            <span className="quiet">{pick(areaSources[part.areaSource])}</span>
          </>
        )}
      </td>
      <td>
        {part.isDevelopers ? say.developers : part.owners.join(mark.list)}
        {part.flags.includes('owner') ? <Tag tone="warn">{say.noOwner}</Tag> : null}
        {part.shares === '' ? null : (
          <>
            <br />
            <span className="quiet">{part.shares}</span>
          </>
        )}
      </td>
      <td>
        {correct ? (
          <Button size="small" onClick={correct}>
            {say.correct}
          </Button>
        ) : null}
      </td>
    </tr>
  )
}
