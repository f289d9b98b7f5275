// Splits a case with several matters: each becomes a part with its own clocks, and holds its parent open.
import { openStates } from '../../../../contract/src/cases-life.ts'
import type { caseFamilyApi } from '../../../../contract/src/cases-family.ts'
import type { BodyOf } from '../../../../contract/src/endpoint.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { holdCase, partSay } from './holds.ts'
import { lockCase } from './load-case.ts'
import type { CaseRow } from './policy.ts'
import { intakeCase } from './report-case.ts'
import { addToTimeline } from './tell-timeline.ts'

type Split = BodyOf<(typeof caseFamilyApi)['POST /api/cases/:id/parts']>
export type OpenState = (typeof openStates)[number]
export const isOpenCase = (row: CaseRow): boolean => (openStates as readonly string[]).includes(row.state)

/** @throws case.not-found, access.not-allowed, lifecycle.wrong-state, case.part-of-part, place.not-found, category.not-found */
export const splitCase = async (cx: Cx, id: string, input: Split): Promise<CaseRow> => {
  const parent = await lockCase(cx, id)
  if (!mayAt(cx.actor, 'case.merge', parent)) throw refuse('access.not-allowed')
  if (!isOpenCase(parent)) throw refuse('lifecycle.wrong-state', { because: `split in ${parent.state}` })
  if (parent.parentId !== null) throw refuse('case.part-of-part')
  const numbers: string[] = []
  for (const part of input.parts) {
    const made = await intakeCase(
      cx,
      {
        placeId: part.placeId ?? parent.placeId,
        words: part.words,
        kind: part.kind,
        categoryId: part.categoryId,
        photos: [],
        hideName: parent.nameHidden,
        parentId: parent.id,
      },
      {
        channel: parent.channel,
        reporterId: parent.reporterId,
        filedBy: parent.filedBy,
        behalf: parent.behalfName === null ? null : { name: parent.behalfName, phoneSealed: parent.behalfPhoneSealed },
        organisationName: cx.actor.held[0]?.organisationName ?? null,
      },
    )
    if (made.communityId !== parent.communityId) throw refuse('case.cannot-handle', { because: 'another community' })
    await holdCase(cx, parent.id, { kind: 'part', thingId: made.id, say: partSay(made) })
    numbers.push(String(made.number))
  }
  await addToTimeline(cx, parent.id, {
    step: 'split',
    words: `分成 ${numbers.length} 件分别办理：${numbers.join('、')}`,
    audience: 'public',
    organisationName: cx.actor.held[0]?.organisationName ?? null,
  })
  await cx.journal({
    action: 'case.split',
    sentence: '把诉求拆成了几件',
    thing: { kind: 'case', id: parent.id },
    after: { parts: numbers },
  })
  return parent
}
