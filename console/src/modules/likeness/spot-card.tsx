// One hot spot in the list: what it is about, where, how it grows, what all of it speaks of.
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Search } from 'lucide-react'
import { hotSpotStates } from '../../../../contract/src/likeness-kinds.ts'
import type { RowOf } from '../../platform/list.ts'
import { useMarks, type Marks } from '../../platform/marks.ts'
import { Tag } from '../../platform/tags.tsx'
import type { Tone } from '../../platform/theme.ts'
import { usePick, useWords } from '../../platform/words.ts'
import { WeekBars } from './week-bars.tsx'
import { words } from './words.ts'

export type Spot = RowOf<'GET /api/likeness/spots'>
const tones: Record<Spot['state'], Tone> = { new: 'late', seen: 'warn', opened: 'good', dismissed: 'quiet' }

/** How many lately, and how many the weeks before let expect. */
const lately = (weeks: readonly number[]) => {
  const now = weeks.slice(-2).reduce((sum, count) => sum + count, 0)
  const before = weeks.slice(0, -2)
  const expected = before.length === 0 ? 0 : (2 * before.reduce((sum, count) => sum + count, 0)) / before.length
  return { now, before: expected.toFixed(1).replace('.0', '') }
}
export const SpotState = ({ state }: { readonly state: Spot['state'] }) => {
  const pick = usePick()
  return <Tag tone={tones[state]}>{pick(hotSpotStates[state])}</Tag>
}
/** Numbers, weeks and shared words: the evidence in short. */
export const SpotFigures = ({ spot }: { readonly spot: Spot }) => {
  const say = useWords(words)
  const mark = useMarks()
  const { now, before } = lately(spot.weeks)
  return (
    <div className="spot-figures">
      <WeekBars weeks={spot.weeks} until={spot.until} />
      <div className="stack">
        <p>
          <strong>{say.cases(spot.caseCount)}</strong> · {say.open(spot.openCount)}
        </p>
        <p>{say.lately(now, before)}</p>
        <p className="quiet">
          {say.shared}
          {mark.colon}
          {spot.shared.slice(0, 6).join(mark.list)}
        </p>
      </div>
    </div>
  )
}
/** Every community it spans, and the estates where most of it lies. */
export const whereOf = (mark: Marks, { communities, place }: Pick<Spot, 'communities' | 'place'>): string => {
  const names = communities.map((one) => one.name)
  const estates = place.split('、').filter((one) => !names.includes(one))
  return [names.join(mark.list), estates.join(mark.list)].filter(Boolean).join(' · ')
}
export const SpotCard = ({ spot, open }: { readonly spot: Spot; readonly open: () => void }) => {
  const say = useWords(words)
  const mark = useMarks()
  return (
    <article className="card spot">
      <p className="row">
        <SpotState state={spot.state} />
        <span className="quiet">{whereOf(mark, spot)}</span>
      </p>
      <h2>{spot.title}</h2>
      <SpotFigures spot={spot} />
      {spot.reason ? <p className="quiet">{spot.reason}</p> : null}
      <div className="row">
        <Button icon={<Search size={16} aria-hidden />} onClick={open}>
          {say.evidence}
        </Button>
        {spot.rootCase ? (
          <Link to={`/cases/${spot.rootCase.id}`}>
            {say.rootCase} {spot.rootCase.number}
          </Link>
        ) : null}
      </div>
    </article>
  )
}
