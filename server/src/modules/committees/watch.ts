// Daily: terms that end within three months are told to those who prepare the next one; terms that are over lapse.
import { and, eq, isNull, sql } from 'drizzle-orm'
import { committeeKinds } from '../../../../contract/src/committees-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { tell } from '../notices/index.ts'
import { holdersNear } from '../organisations/index.ts'
import { dayOf } from '../publicnotices/index.ts'
import { lapseTerms } from './take-seats.ts'
import { committeeMembers, committees } from './tables.ts'

export const watchTerms = async (cx: Cx<null>): Promise<void> => {
  const today = dayOf(cx.now)
  await lapseTerms(cx, today)
  const due = await cx.db
    .select()
    .from(committees)
    .where(
      and(
        eq(committees.state, 'seated'),
        isNull(committees.warnedOn),
        sql`(${committees.termTo} - make_interval(months => (${committees.rules}->>'warnMonths')::int))::date <= ${today}::date`,
      ),
    )
    .limit(200)
    .for('update', { skipLocked: true })
  for (const row of due) {
    const members = await cx.db
      .select({ personId: committeeMembers.personId })
      .from(committeeMembers)
      .where(and(eq(committeeMembers.committeeId, row.id), sql`${committeeMembers.toOn} >= ${today}::date`))
    const people = [
      ...members.flatMap((one) => (one.personId === null ? [] : [one.personId])),
      ...(await holdersNear(cx.db, cx.districtId, 'committee.run', row)),
    ]
    await tell(cx, {
      event: 'committee.endsSoon',
      audience: 'person',
      personIds: [...new Set(people)],
      thing: { kind: 'committee', id: row.id },
      fields: { place: row.placeName, kind: committeeKinds[row.kind].zh, to: row.termTo ?? '' },
    })
    await cx.db.update(committees).set({ warnedOn: today }).where(eq(committees.id, row.id))
  }
}
