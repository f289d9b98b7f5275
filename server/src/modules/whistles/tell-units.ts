// Who hears of what happens to a whistle: the unit, the community that called, the level that decides. A job.
import { eq } from 'drizzle-orm'
import { partClocks, type PartClock } from '../../../../contract/src/whistles-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { cases } from '../cases/tables.ts'
import { tell } from '../notices/index.ts'
import { holdersInScope, holdersNear, holdersOf, organisationById } from '../organisations/index.ts'
import { clocksOf } from './clocks.ts'
import type { PartRow } from './policy.ts'
import { whistleParts } from './tables.ts'

export interface WhistleTold {
  readonly partId: string
  readonly event: string
  readonly said?: string
  /** Who did it: not told of their own act. */
  readonly by?: string | null
  readonly clock?: PartClock
}
type Audience = 'handler' | 'community' | 'person'
const audiences: Readonly<Record<string, readonly Audience[]>> = {
  called: ['handler'],
  lead: ['handler'],
  reportIn: ['community'],
  arrive: ['community'],
  answer: ['community'],
  refuse: ['community', 'person'],
  uphold: ['handler', 'community'],
  grant: ['handler', 'community'],
  release: ['handler'],
  releaseWithCase: ['handler'],
  accept: ['handler'],
  sendBack: ['handler'],
  rate: ['handler'],
  warning: ['handler'],
  late: ['handler', 'community'],
}
const deciders = async (cx: Cx<null>, part: PartRow): Promise<string[]> => {
  const street =
    part.callerLevel === 'community' || part.callerLevel === 'grid'
      ? await holdersInScope(cx.db, cx.districtId, 'whistle.decide', part.streetId)
      : []
  return street.length > 0 ? street : holdersInScope(cx.db, cx.districtId, 'whistle.decide', part.districtId)
}
const peopleOf = async (cx: Cx<null>, part: PartRow, audience: Audience): Promise<string[]> => {
  if (audience === 'handler') return holdersOf(cx.db, part.organisationId, 'whistle.answer', part)
  if (audience === 'person') return deciders(cx, part)
  const near = await holdersNear(cx.db, cx.districtId, 'whistle.call', part)
  return part.calledBy === null ? near : [part.calledBy, ...near]
}
const moment = (at: Date | null | undefined): string =>
  at?.toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }) ?? ''

/** The job `whistle.tell`. */
export const tellUnits = async (cx: Cx<null>, told: WhistleTold): Promise<void> => {
  const [part] = await cx.db.select().from(whistleParts).where(eq(whistleParts.id, told.partId))
  if (part === undefined) return
  const [[of], unit, clocks] = await Promise.all([
    cx.db.select().from(cases).where(eq(cases.id, part.caseId)),
    organisationById(cx.db, part.organisationId),
    clocksOf(cx.db, [part.id]),
  ])
  const due = (kind: PartClock) => moment(clocks.find((clock) => clock.kind === kind)?.dueAt)
  const fields = {
    number: String(of!.number),
    place: of!.placePath,
    words: of!.words.slice(0, 30),
    unit: unit?.name ?? '',
    asked: part.asked.slice(0, 100),
    arrival: due('arrival'),
    result: due('result'),
    said: told.said ?? '',
    people: part.people ?? '',
    clock: told.clock === undefined ? '' : partClocks[told.clock].zh,
    due: told.clock === undefined ? '' : due(told.clock),
  }
  for (const audience of audiences[told.event] ?? []) {
    const personIds = [...new Set(await peopleOf(cx, part, audience))].filter((id) => id !== told.by)
    if (personIds.length === 0) continue
    const event = audience === 'person' ? 'whistle.toDecide' : `whistle.${told.event}`
    await tell(cx, { event, audience, personIds, thing: { kind: 'whistle', id: part.id }, fields })
  }
}
