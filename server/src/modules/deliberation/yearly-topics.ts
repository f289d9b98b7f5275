// Topics the calendar brings: what a scheme looks at every year in a month becomes a topic where it meets.
import { and, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Scheme } from '../../../../contract/src/deliberation-schemes.ts'
import type { Cx } from '../../platform/cx.ts'
import { meetings, topics, topicSteps } from './tables.ts'

const MOST_PLACES = 500
const placed = {
  districtId: meetings.districtId,
  streetId: meetings.streetId,
  communityId: meetings.communityId,
  gridId: meetings.gridId,
  microGridId: meetings.microGridId,
  estateId: meetings.estateId,
  buildingId: meetings.buildingId,
  unitId: meetings.unitId,
  placeId: meetings.placeId,
}
/** Once a year for each place where the scheme has met in the year before `day`. */
export const topicsOfTheMonth = async (cx: Cx<null>, scheme: Scheme, day: string): Promise<void> => {
  const due = (scheme.yearly ?? []).filter((one) => one.month === Number(day.slice(5, 7)))
  if (due.length === 0) return
  const where = await cx.db
    .selectDistinct(placed)
    .from(meetings)
    .where(
      and(
        eq(meetings.districtId, cx.districtId),
        eq(meetings.schemeCode, scheme.code),
        sql`${meetings.state} <> 'cancelled' and ${meetings.startsAt} > ${day}::date - interval '1 year'`,
      ),
    )
    .limit(MOST_PLACES)
  for (const place of where)
    for (const one of due) {
      const [known] = await cx.db
        .select({ id: topics.id })
        .from(topics)
        .where(
          and(
            eq(topics.placeId, place.placeId),
            eq(topics.source, 'calendar'),
            eq(topics.title, one.title),
            sql`${topics.createdAt} > ${day}::date - interval '300 days'`,
          ),
        )
        .limit(1)
      if (known !== undefined) continue
      const id = uuidv7()
      await cx.db.insert(topics).values({
        id,
        ...place,
        title: one.title,
        words: one.words,
        source: 'calendar',
        schemeCode: scheme.code,
        state: 'selected',
        stateAt: cx.now,
        createdAt: cx.now,
      })
      await cx.db
        .insert(topicSteps)
        .values({ id: uuidv7(), topicId: id, step: 'propose', words: scheme.name, at: cx.now })
    }
}
