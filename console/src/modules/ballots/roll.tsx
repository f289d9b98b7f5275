// The roll: its figures, what is missing, corrections while it may change, and its hash once it is frozen.
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { addressOf, useAct } from '../../platform/api.ts'
import { ExportButton } from '../../platform/export-button.tsx'
import { Facts } from '../../platform/facts.tsx'
import { useList } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { Tag } from '../../platform/tags.tsx'
import { ListChecks } from 'lucide-react'
import { useWords } from '../../platform/words.ts'
import { CorrectPart, type Part } from './correct-part.tsx'
import { ImportRoll } from './import-roll.tsx'
import type { Decision } from './step-forms.tsx'
import { words } from './words.ts'

/** The roll of a decision; its buttons follow what I may. */
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
              <PartRow key={part.id} part={part} correct={edits ? () => show(part) : null} />
            ))}
          </ul>
        )}
      </Listing>
      {dialog === 'import' ? <ImportRoll of={of} close={() => show(null)} /> : null}
      {dialog !== null && dialog !== 'import' ? <CorrectPart of={of} part={dialog} close={() => show(null)} /> : null}
    </section>
  )
}
const PartRow = ({ part, correct }: { readonly part: Part; readonly correct: (() => void) | null }) => {
  const say = useWords(words)
  return (
    <li className="mediation row">
      <strong>{part.label}</strong>
      <span>{part.area === null ? '' : say.squareMetres(part.area)}</span>
      <span>{part.isDevelopers ? say.developers : part.owners.join('、')}</span>
      {part.flags.includes('area') ? <Tag tone="warn">{say.unknown}</Tag> : null}
      {part.flags.includes('owner') ? <Tag tone="warn">{say.noOwner}</Tag> : null}
      {correct ? (
        <Button size="small" onClick={correct}>
          {say.correct}
        </Button>
      ) : null}
    </li>
  )
}
