// Where a decision stands on its way, and what comes next: the law's own order, step by step.
import { Check } from 'lucide-react'
import type { DecisionState } from '../../../../contract/src/ballots-life.ts'
import { useWords } from '../../platform/words.ts'
import type { Decision } from './step-forms.tsx'
import { stageWords } from './stage-words.ts'
import './ballots.css'

const stages = ['draft', 'rollPublished', 'rollFrozen', 'noticed', 'open', 'closed', 'provisional'] as const
type Stage = (typeof stages)[number]
const isStage = (state: DecisionState): state is Stage => (stages as readonly string[]).includes(state)
const useNext = (of: Decision): string | null => {
  const say = useWords(stageWords)
  switch (of.state) {
    case 'draft':
      return say.nextDraft(of.roll.unknownParts, of.roll.withoutOwner)
    case 'rollPublished':
      return say.nextPublished(of.roll.objectionsUntil ?? '')
    case 'rollFrozen':
      return say.nextFrozen(of.rules.noticeDays, of.rules.noticeCitation)
    case 'noticed':
      return say.nextNoticed(of.notice?.opensFrom ?? '')
    case 'open':
      return say.nextOpen
    case 'closed':
      return of.citySystem ? say.nextCity : say.nextClosed
    case 'provisional':
      return say.nextProvisional(of.result?.objectionsUntil ?? null)
    default:
      return null
  }
}
/** The stages with the present one marked, and a sentence on the next step. */
export const Stages = ({ of }: { readonly of: Decision }) => {
  const say = useWords(stageWords)
  const next = useNext(of)
  if (of.state === 'annulled' || of.state === 'withdrawn') return null
  const here = isStage(of.state) ? stages.indexOf(of.state) : stages.length
  return (
    <div className="stack">
      <ol className="decision-stages" aria-label={say.stages}>
        {stages.map((stage, i) => (
          <li key={stage} {...(i < here ? { 'data-done': true } : {})} aria-current={i === here ? 'step' : undefined}>
            {i < here ? <Check size={14} aria-hidden /> : <span>{i + 1}</span>}
            {say[stage]}
          </li>
        ))}
      </ol>
      {next ? <p className="quiet">{next}</p> : null}
    </div>
  )
}
