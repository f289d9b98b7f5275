// After a step: who is told, and with which words. Runs as a job, so that a report is never slowed by it.
import { eq } from 'drizzle-orm'
import { caseStates, caseSteps, type CaseStep } from '../../../../contract/src/cases-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { tell } from '../notices/index.ts'
import { holdersAt, holdersNear, holdersOf, organisationById } from '../organisations/index.ts'
import { tellFollowers } from './follow.ts'
import { mergedInto } from './merge-case.ts'
import type { CaseRow } from './policy.ts'
import { caseEvents, cases } from './tables.ts'

export interface Told {
  readonly caseId: string
  readonly step: CaseStep | 'report' | 'note' | 'dueSoon' | 'missed' | 'verifySoon' | 'verifyMissed'
  readonly eventId?: string
  readonly formerHandlerId?: string | null
  readonly byReporter?: boolean
}
type Audience = 'reporter' | 'handler' | 'community'
const audiencesOf = (told: Told): readonly Audience[] => {
  if (told.step === 'report') return ['community']
  if (told.step === 'note') return told.byReporter ? ['handler', 'community'] : ['reporter']
  if (told.step === 'dueSoon' || told.step === 'missed') return ['handler', 'community']
  if (told.step === 'verifySoon' || told.step === 'verifyMissed') return ['community']
  return caseSteps[told.step].notifies
}
/** Which permission the community's people need for this to be theirs. */
const communityPermission = (told: Told) =>
  told.step === 'report' ? 'case.accept' : told.step === 'return' ? 'case.dispatch' : 'case.verify'

const peopleOf = async (cx: Cx<null>, row: CaseRow, audience: Audience, told: Told): Promise<string[]> => {
  if (audience === 'reporter') return row.reporterId === null ? [] : [row.reporterId]
  if (audience === 'handler') {
    const handler = row.handlerId ?? told.formerHandlerId ?? null
    return handler === null ? [] : holdersOf(cx.db, handler, 'case.handle', row)
  }
  const near = await holdersNear(cx.db, cx.districtId, communityPermission(told), row)
  return near.length > 0 ? near : holdersAt(cx.db, cx.districtId, communityPermission(told), row)
}
const shanghai = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})
const due = (at: Date | null) => (at === null ? '' : shanghai.format(at))
/** What the templates of case messages may name. */
export const fieldsOf = (row: CaseRow, handler: string, said = ''): Record<string, string> => ({
  number: String(row.number),
  words: row.words.slice(0, 30),
  place: row.placePath,
  state: caseStates[row.state].zh,
  handler,
  said,
  due: due(row.dueAt),
  until: due(row.suspendUntil),
  rating: row.rating === null ? '' : String(row.rating),
  reason: said,
})

/** Reporters of duplicates merged into this case hear what its own reporter hears, under their own number. */
const tellMerged = async (cx: Cx<null>, row: CaseRow, told: Told, fields: Record<string, string>): Promise<void> => {
  if (told.step === 'merge' || told.step === 'unmerge') return
  for (const one of await mergedInto(cx.db, row.id)) {
    if (one.reporterId === null || one.reporterId === row.reporterId) continue
    await tell(cx, {
      event: `case.${told.step}`,
      audience: 'reporter',
      personIds: [one.reporterId],
      thing: { kind: 'case', id: one.id },
      fields: { ...fields, number: String(one.number), words: one.words.slice(0, 30), place: one.placePath },
    })
  }
}

/** The job `case.tell`. The actor is not told of their own act. */
export const tellPeople = async (cx: Cx<null>, told: Told): Promise<void> => {
  const [[row], [event]] = await Promise.all([
    cx.db.select().from(cases).where(eq(cases.id, told.caseId)),
    told.eventId === undefined ? [] : cx.db.select().from(caseEvents).where(eq(caseEvents.id, told.eventId)),
  ])
  if (row === undefined) return
  const handlerId = row.handlerId ?? told.formerHandlerId ?? null
  const handler = handlerId === null ? null : await organisationById(cx.db, handlerId)
  const fields = fieldsOf(row, handler?.name ?? '', event?.words ?? '')
  const tellThem = async (audience: Audience) =>
    tell(cx, {
      event: told.step === 'report' ? 'case.reported' : `case.${told.step}`,
      audience,
      personIds: [...new Set(await peopleOf(cx, row, audience, told))].filter((id) => id !== event?.actorId),
      thing: { kind: 'case', id: row.id },
      fields,
    })
  const audiences = audiencesOf(told)
  await Promise.all([
    ...audiences.map(tellThem),
    tellFollowers(cx, row, told.step, event?.actorId ?? null),
    ...(audiences.includes('reporter') ? [tellMerged(cx, row, told, fields)] : []),
  ])
}
