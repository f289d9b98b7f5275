// Meeting schemes and must-deliberate matters: the district's own rows over what the product ships.
import { and, asc, eq } from 'drizzle-orm'
import type { deliberationApi } from '../../../../contract/src/deliberation.ts'
import {
  defaultMatters,
  defaultSchemes,
  type Matter,
  type Scheme,
} from '../../../../contract/src/deliberation-schemes.ts'
import type { OutOf, ParsedBody } from '../../../../contract/src/endpoint.ts'
import { assertRhythm, nextMeetingDays } from '../../../../rules/src/meeting-days.ts'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import { loadCalendar } from '../../platform/calendar/working-calendar.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { deliberationMatters, meetingSchemes } from './tables.ts'

type Api = typeof deliberationApi
type SchemeView = OutOf<Api['GET /api/deliberation/schemes']>[number]
const DAYS_SHOWN = 3

/** Shipped ones first, in their order; the district's own behind them. */
export const schemesOf = async (cx: Cx<Actor | null>): Promise<Scheme[]> => {
  const rows = await cx.db
    .select()
    .from(meetingSchemes)
    .where(eq(meetingSchemes.districtId, cx.districtId))
    .orderBy(asc(meetingSchemes.sort), asc(meetingSchemes.code))
  const own = new Map(rows.map((row) => [row.code, { ...row.data, code: row.code }]))
  const shipped = defaultSchemes.map((one) => own.get(one.code) ?? one)
  return [...shipped, ...[...own.values()].filter((one) => !defaultSchemes.some((known) => known.code === one.code))]
}
/** @throws deliberation.scheme */
export const schemeOf = async (cx: Cx<Actor | null>, code: string): Promise<Scheme> => {
  const found = (await schemesOf(cx)).find((one) => one.code === code)
  if (found === undefined || !found.active) throw refuse('deliberation.scheme')
  return found
}
export const daysOf = async (cx: Cx<Actor | null>, scheme: Scheme, from: string, count: number) =>
  scheme.rhythm === null
    ? []
    : nextMeetingDays(
        { rhythm: scheme.rhythm, onDayOff: scheme.onDayOff },
        await loadCalendar(cx.db, cx.districtId),
        from,
        count,
      )
const view = async (cx: Cx, scheme: Scheme): Promise<SchemeView> =>
  ({ ...scheme, next: await daysOf(cx, scheme, shanghaiDay(cx.now), DAYS_SHOWN) }) as unknown as SchemeView
export const listSchemes = async (cx: Cx): Promise<SchemeView[]> => {
  const views: SchemeView[] = []
  for (const scheme of await schemesOf(cx)) views.push(await view(cx, scheme))
  return views
}
type SchemeIn = ParsedBody<Api['PUT /api/deliberation/schemes/:code']>
const wrongIn = (body: SchemeIn): { path: string; message: string }[] => {
  const keys = body.seats.map((seat) => seat.key)
  const wrong = keys.flatMap((key, at) =>
    keys.indexOf(key) === at ? [] : [{ path: `seats.${at}.key`, message: '席位代码重复' }],
  )
  try {
    if (body.rhythm !== null) assertRhythm(body.rhythm)
  } catch {
    wrong.push({ path: 'rhythm', message: '开会的日子不对' })
  }
  return wrong
}
/** @throws deliberation.scheme-wrong */
export const changeScheme = async (cx: Cx, code: string, body: SchemeIn): Promise<SchemeView> => {
  const wrong = wrongIn(body)
  if (wrong.length > 0) throw refuse('deliberation.scheme-wrong', { fields: wrong })
  const before = (await schemesOf(cx)).find((one) => one.code === code) ?? null
  await cx.db
    .insert(meetingSchemes)
    .values({ districtId: cx.districtId, code, data: body, updatedAt: cx.now })
    .onConflictDoUpdate({
      target: [meetingSchemes.districtId, meetingSchemes.code],
      set: { data: body, updatedAt: cx.now },
    })
  await cx.journal({
    action: 'deliberation.scheme',
    sentence: `修改了议事办法${body.name}`,
    thing: { kind: 'district', id: cx.districtId },
    before,
    after: { code, ...body },
  })
  return view(cx, { ...body, code })
}
export const mattersOf = async (cx: Cx<Actor | null>): Promise<Matter[]> => {
  const rows = await cx.db.select().from(deliberationMatters).where(eq(deliberationMatters.districtId, cx.districtId))
  const own = new Map(rows.map((row) => [row.code, { ...row.data, code: row.code }]))
  const shipped = defaultMatters.map((one) => own.get(one.code) ?? one)
  return [...shipped, ...[...own.values()].filter((one) => !defaultMatters.some((known) => known.code === one.code))]
}
/** @throws deliberation.matter */
export const assertMatter = async (cx: Cx<Actor | null>, code: string | undefined): Promise<void> => {
  if (code !== undefined && !(await mattersOf(cx)).some((one) => one.code === code)) throw refuse('deliberation.matter')
}
export const changeMatter = async (
  cx: Cx,
  code: string,
  body: ParsedBody<Api['PUT /api/deliberation/matters/:code']>,
): Promise<Matter> => {
  const before = (await mattersOf(cx)).find((one) => one.code === code) ?? null
  await cx.db
    .insert(deliberationMatters)
    .values({ districtId: cx.districtId, code, data: body, updatedAt: cx.now })
    .onConflictDoUpdate({
      target: [deliberationMatters.districtId, deliberationMatters.code],
      set: { data: body, updatedAt: cx.now },
      setWhere: and(eq(deliberationMatters.districtId, cx.districtId), eq(deliberationMatters.code, code))!,
    })
  await cx.journal({
    action: 'deliberation.matter',
    sentence: `修改了必议事项${body.name}`,
    thing: { kind: 'district', id: cx.districtId },
    before,
    after: { code, ...body },
  })
  return { ...body, code }
}
