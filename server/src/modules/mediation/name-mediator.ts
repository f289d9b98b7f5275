// Names a further mediator; where nobody leads a mediation any more, whoever may mediate there names one.
import { holdersAt } from '../organisations/index.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { isOpen, lockForNaming } from './policy.ts'
import { tellOf } from './take-step.ts'
import { mediationMediators, mediations } from './tables.ts'
import { and, eq } from 'drizzle-orm'

/** @throws mediation.not-found, mediation.not-mediator, mediation.own-matter, mediation.over */
export const nameMediator = async (cx: Cx, id: string, personId: string): Promise<void> => {
  const [row] = await cx.db
    .select()
    .from(mediations)
    .where(and(eq(mediations.id, id), eq(mediations.districtId, cx.districtId)))
  if (row === undefined) throw refuse('mediation.not-found')
  const able = await holdersAt(cx.db, cx.districtId, 'mediation.handle', row)
  const found = await lockForNaming(cx, id, able)
  if (!isOpen(found.row.state)) throw refuse('mediation.over')
  if (!able.includes(personId)) throw refuse('mediation.not-mediator')
  if (found.parties.some((party) => party.personId === personId)) throw refuse('mediation.own-matter')
  await cx.db
    .insert(mediationMediators)
    .values({ mediationId: id, personId, addedBy: cx.actor.personId, addedAt: cx.now })
    .onConflictDoNothing()
  await cx.journal({
    action: 'mediation.mediator',
    sentence: '指定了调解员',
    thing: { kind: 'mediation', id },
    after: { personId },
  })
  await tellOf(cx, found.row, 'mediation.news', [personId])
}
