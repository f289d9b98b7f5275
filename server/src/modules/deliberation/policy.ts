// Who sees topics, meetings and what comes of them: those who run them there, those asked, and those who live there.
import { eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import { mayAt, visibleAt, type PlacedColumns } from '../../platform/access.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { coveringIds } from '../organisations/index.ts'
import { homesOf, placeById, placedOf, type PlaceRow } from '../places/index.ts'
import { actionItems, meetings, people, resolutions, topics } from './tables.ts'

export type MeetingRow = typeof meetings.$inferSelect
export type TopicRow = typeof topics.$inferSelect
export type ResolutionRow = typeof resolutions.$inferSelect
export type ItemRow = typeof actionItems.$inferSelect
export type PersonRow = typeof people.$inferSelect
type AnyPlaced = Parameters<typeof mayAt>[2]

export const runs = (actor: Actor, row: AnyPlaced): boolean => mayAt(actor, 'deliberation.run', row)
/** The places that cover the reader's homes, the homes themselves among them. */
export const livingIn = async (cx: Cx): Promise<string[]> => {
  const homes = await homesOf(cx.db, cx.actor.personId)
  return [...new Set(homes.flatMap((home) => [home.id, ...coveringIds(placedOf(home))]))]
}
const among = (column: SQL, ids: readonly string[]): SQL =>
  ids.length === 0 ? sql`false` : sql`${column} = any(${sql.param(ids)}::uuid[])`
const columnsOf = (table: PlacedColumns): PlacedColumns => table

export const visibleTopics = (cx: Cx, lives: readonly string[]): SQL =>
  or(
    visibleAt(cx.actor, 'deliberation.run', columnsOf(topics)),
    among(sql`${topics.placeId}`, lives),
    eq(topics.proposedBy, cx.actor.personId),
  )!
const openToResidents = sql`${meetings.scheme}->>'readers' = 'residents'`
/** Asked to it, or came. */
export const isOfMeeting = (cx: Cx): SQL =>
  sql`exists (select 1 from deliberation_people dp where dp.meeting_id = ${meetings.id} and dp.person_id = ${cx.actor.personId})`
export const visibleMeetings = (cx: Cx, lives: readonly string[]): SQL =>
  or(
    visibleAt(cx.actor, 'deliberation.run', columnsOf(meetings)),
    isOfMeeting(cx),
    sql`(${openToResidents} and ${among(sql`${meetings.placeId}`, lives)})`,
  )!
/** SQL: things that hang on a meeting, seen by who sees it; residents once its minutes are published. */
const visibleOfMeeting = (cx: Cx, lives: readonly string[], meetingId: SQL, placeId: SQL): SQL =>
  sql`exists (select 1 from deliberation_meetings dm where dm.id = ${meetingId} and (
    exists (select 1 from deliberation_people dp where dp.meeting_id = dm.id and dp.person_id = ${cx.actor.personId})
    or (dm.state = 'published' and dm.scheme->>'readers' = 'residents' and ${among(placeId, lives)})))`
export const visibleResolutions = (cx: Cx, lives: readonly string[]): SQL =>
  or(
    visibleAt(cx.actor, 'deliberation.run', columnsOf(resolutions)),
    visibleOfMeeting(cx, lives, sql`${resolutions.meetingId}`, sql`${resolutions.placeId}`),
  )!
const ownBodies = (actor: Actor): string[] => [...new Set(actor.held.map((held) => held.organisationId))]
/** SQL: items a body of the reader's, or the reader, has to carry out. */
export const myItems = (cx: Cx): SQL =>
  or(
    ownBodies(cx.actor).length === 0 ? sql`false` : inArray(actionItems.ownerId, ownBodies(cx.actor)),
    sql`exists (select 1 from deliberation_people dp where dp.id = ${actionItems.ownerPersonId} and dp.person_id = ${cx.actor.personId})`,
  )!
export const visibleItems = (cx: Cx, lives: readonly string[]): SQL =>
  or(
    visibleAt(cx.actor, 'deliberation.run', columnsOf(actionItems)),
    myItems(cx),
    visibleOfMeeting(cx, lives, sql`${actionItems.meetingId}`, sql`${actionItems.placeId}`),
  )!
/** A place of this district. @throws place.not-found */
export const placeHere = async (cx: Cx, id: string): Promise<PlaceRow> => {
  const place = await placeById(cx.db, id)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  return place
}
/** A place where the actor may run meetings. @throws place.not-found, access.out-of-scope */
export const placeToRun = async (cx: Cx, id: string): Promise<PlaceRow> => {
  const place = await placeHere(cx, id)
  if (!runs(cx.actor, placedOf(place))) throw refuse('access.out-of-scope')
  return place
}
