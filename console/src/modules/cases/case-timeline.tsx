// What happened to a case, newest first; internal entries are marked with a word, a lock and a dashed edge.
import { Lock } from 'lucide-react'
import {
  caseKinds,
  caseSteps,
  caseStates,
  ratingReasons,
  rejectReasons,
  type CaseKind,
  type CaseState,
  type RatingReason,
  type RejectReason,
} from '../../../../contract/src/cases-life.ts'
import { useMarks } from '../../platform/marks.ts'
import { Tag } from '../../platform/tags.tsx'
import { exactTime, TimeText } from '../../platform/time.tsx'
import { useLanguage, usePick, useWords } from '../../platform/words.ts'
import { caseWords } from './case-words.ts'
import { PhotoGallery } from './photo-gallery.tsx'
import type { CaseView } from './steps.ts'
import { moreSteps } from './timeline-words.ts'

type Entry = CaseView['timeline'][number]
const steps: Readonly<Record<string, { zh: string; en: string }>> = { ...moreSteps, ...caseSteps }
const otherSteps = {
  submit: 'submit',
  report: 'submit',
  file: 'filed',
  filed: 'filed',
  note: 'noted',
  recategorise: 'corrected',
  correct: 'corrected',
  miss: 'missed',
  missed: 'missed',
  warn: 'warned',
  warned: 'warned',
} as const
const isOther = (step: string): step is keyof typeof otherSteps => step in otherSteps

export const CaseTimeline = ({ entries }: { readonly entries: readonly Entry[] }) => {
  const newestFirst = entries.toSorted((a, b) => b.at.localeCompare(a.at))
  return (
    <ol className="timeline">
      {newestFirst.map((entry) => (
        <TimelineEntry key={entry.id} entry={entry} />
      ))}
    </ol>
  )
}
const useStepName = () => {
  const say = useWords(caseWords)
  const pick = usePick()
  return (step: string) => {
    const known = steps[step]
    if (known) return pick(known)
    return isOther(step) ? say[otherSteps[step]] : say.happened
  }
}
const useFact = () => {
  const say = useWords(caseWords)
  const pick = usePick()
  const { language } = useLanguage()
  const mark = useMarks()
  return (key: string, value: string): string => {
    if (key === 'kind' && value in caseKinds) return pick(caseKinds[value as CaseKind])
    if (key === 'reason' && value in rejectReasons) return pick(rejectReasons[value as RejectReason])
    if (key === 'rating' && /^[1-5]$/.test(value)) return say.stars(Number(value))
    if (key === 'reasons') {
      return value
        .split(',')
        .map((one) => (one in ratingReasons ? pick(ratingReasons[one as RatingReason]) : one))
        .join(mark.list)
    }
    return /^\d{4}-\d\d-\d\dT/.test(value) ? exactTime(value, language) : value
  }
}
const endsOf = (to: CaseState | null) => (to === null ? '' : `to-${to}`)
const TimelineEntry = ({ entry }: { entry: Entry }) => {
  const say = useWords(caseWords)
  const pick = usePick()
  const name = useStepName()
  const fact = useFact()
  const mark = useMarks()
  const title = name(entry.step)
  const isInternal = entry.audience === 'internal'
  const who = [entry.by.mine ? `${entry.by.name}${mark.aside(say.me)}` : entry.by.name, entry.by.organisation]
    .filter(Boolean)
    .join(' · ')
  const facts = Object.entries(entry.data ?? {})
    .filter(([key, value]) => value !== '' && !/id$/i.test(key) && !/^[0-9a-f-]{36}$/i.test(value))
    .map(([key, value]) => fact(key, value))
  return (
    <li className={`${isInternal ? 'is-internal' : ''} ${endsOf(entry.to)}`}>
      <div className="timeline-head">
        <strong>{title}</strong>
        {entry.to && pick(caseStates[entry.to]) !== title ? (
          <span className="quiet">→ {pick(caseStates[entry.to])}</span>
        ) : null}
        {isInternal ? <Tag icon={Lock}>{say.internal}</Tag> : null}
        <span className="grow" />
        <TimeText at={entry.at} />
      </div>
      <p className="quiet">{who || say.system}</p>
      {facts.length > 0 ? <p>{facts.join(' · ')}</p> : null}
      {entry.words ? <p className="timeline-words">{entry.words}</p> : null}
      <PhotoGallery photos={entry.photos} isSmall />
    </li>
  )
}
