// Links that show one case without signing in: 128 random bits, kept as a hash, with an end, endable at any time.
import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { createHash, randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { boardApi } from '../../../../contract/src/board.ts'
import { caseSteps } from '../../../../contract/src/cases-life.ts'
import { publicWords } from '../../../../rules/src/public-words.ts'
import { mayAt } from '../../platform/access.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { isReporter, lockCase, placedOfCase, publicFaces, readCase, type CaseRow } from '../cases/index.ts'
import { caseEvents, cases } from '../cases/tables.ts'
import { personsByIds } from '../identity/index.ts'
import { shownPhotos } from './shown-photos.ts'
import { caseLinks } from './tables.ts'

type LinkRow = typeof caseLinks.$inferSelect
type Link = OutOf<(typeof boardApi)['POST /api/board/links/:id/revocation']>
type Shown = OutOf<(typeof boardApi)['GET /api/public/cases/by-token/:token']>
const MOST_IN_FORCE = 10
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
/** Reporter first: what they may do they may do without an office. */
const standingOf = (actor: Actor, row: CaseRow): 'reporter' | 'staff' | null =>
  isReporter(actor, row) ? 'reporter' : mayAt(actor, 'board.moderate', placedOfCase(row)) ? 'staff' : null
const viewsOf = async (cx: Cx, rows: readonly LinkRow[]): Promise<Link[]> => {
  const people = await personsByIds(cx.db, [...new Set(rows.map((row) => row.madeBy))])
  return rows.map((row) => ({
    id: row.id,
    madeAs: row.madeAs,
    madeBy: people.get(row.madeBy)?.name ?? '',
    madeAt: row.madeAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }))
}
/** Staff see all links of the case, the reporter their own. @throws case.not-found, access.not-allowed */
export const listLinks = async (cx: Cx, caseId: string): Promise<Link[]> => {
  const row = await readCase(cx, caseId)
  const standing = standingOf(cx.actor, row)
  if (standing === null) throw refuse('access.not-allowed')
  const rows = await cx.db
    .select()
    .from(caseLinks)
    .where(
      and(eq(caseLinks.caseId, caseId), standing === 'reporter' ? eq(caseLinks.madeBy, cx.actor.personId) : undefined),
    )
    .orderBy(desc(caseLinks.madeAt))
    .limit(50)
  return viewsOf(cx, rows)
}
/** @throws case.not-found, access.not-allowed, board.too-many-links, board.not-public */
export const makeLink = async (cx: Cx, caseId: string, days: number): Promise<Link & { token: string }> => {
  const row = await lockCase(cx, caseId)
  const standing = standingOf(cx.actor, row)
  if (standing === null) throw refuse('access.not-allowed')
  if (row.openness === 'withheld') throw refuse('board.not-public')
  const standingLinks = await cx.db
    .select({ id: caseLinks.id })
    .from(caseLinks)
    .where(and(eq(caseLinks.caseId, caseId), isNull(caseLinks.revokedAt), gt(caseLinks.expiresAt, cx.now)))
    .limit(MOST_IN_FORCE)
  if (standingLinks.length === MOST_IN_FORCE) throw refuse('board.too-many-links')
  const token = randomBytes(16).toString('base64url')
  const values: LinkRow = {
    id: uuidv7(),
    districtId: cx.districtId,
    caseId,
    tokenHash: hashOf(token),
    madeAs: standing,
    madeBy: cx.actor.personId,
    madeAt: cx.now,
    expiresAt: new Date(cx.now.getTime() + days * 86_400_000),
    revokedAt: null,
  }
  await cx.db.insert(caseLinks).values(values)
  await cx.journal({
    action: 'board.link',
    sentence: '生成了诉求链接',
    thing: { kind: 'case', id: caseId },
    after: { linkId: values.id, days, as: standing },
  })
  return { ...(await viewsOf(cx, [values]))[0]!, token }
}
/** @throws board.link-ended also for links that are none of the actor's business */
export const revokeLink = async (cx: Cx, linkId: string): Promise<Link> => {
  const [link] = await cx.db
    .select()
    .from(caseLinks)
    .where(and(eq(caseLinks.id, linkId), eq(caseLinks.districtId, cx.districtId)))
    .for('update')
  const [row] = link === undefined ? [] : await cx.db.select().from(cases).where(eq(cases.id, link.caseId))
  const isTheirs =
    link !== undefined &&
    row !== undefined &&
    (link.madeBy === cx.actor.personId || mayAt(cx.actor, 'board.moderate', placedOfCase(row)))
  if (!isTheirs || link.revokedAt !== null) throw refuse('board.link-ended')
  await cx.db.update(caseLinks).set({ revokedAt: cx.now }).where(eq(caseLinks.id, linkId))
  await cx.journal({
    action: 'board.link-end',
    sentence: '停用了诉求链接',
    thing: { kind: 'case', id: link.caseId },
    after: { linkId },
  })
  return (await viewsOf(cx, [{ ...link, revokedAt: cx.now }]))[0]!
}
/** Of the public timeline, the steps of the case itself and notes; nothing of mediation or other confidential rooms. */
const isTold = (step: string): boolean => step === 'report' || step === 'note' || Object.hasOwn(caseSteps, step)

/** @throws board.link-ended for unknown, expired and ended links, and for cases that were withheld */
export const showByToken = async (cx: Cx<Actor | null>, token: string): Promise<Shown> => {
  const [found] = await cx.db
    .select({ link: caseLinks, row: cases })
    .from(caseLinks)
    .innerJoin(cases, eq(cases.id, caseLinks.caseId))
    .where(
      and(
        eq(caseLinks.tokenHash, hashOf(token)),
        eq(caseLinks.districtId, cx.districtId),
        isNull(caseLinks.revokedAt),
        sql`${caseLinks.expiresAt} > ${cx.now.toISOString()}::timestamptz`,
      ),
    )
  if (found === undefined || found.row.openness === 'withheld') throw refuse('board.link-ended')
  const { row, link } = found
  const [[face], photos, events] = await Promise.all([
    publicFaces(cx, [row]),
    shownPhotos(cx, [row.id]),
    cx.db
      .select()
      .from(caseEvents)
      .where(and(eq(caseEvents.caseId, row.id), eq(caseEvents.audience, 'public')))
      .orderBy(asc(caseEvents.at), asc(caseEvents.id)),
  ])
  const people = await personsByIds(
    cx.db,
    [row.reporterId, row.filedBy].filter((id) => id !== null),
  )
  const names = [
    ...[...people.values()].map((person) => person.name),
    ...(row.behalfName === null ? [] : [row.behalfName]),
    ...events.map((event) => event.actorName),
  ]
  return {
    ...face!,
    words: publicWords(row.words, names),
    photos: photos.get(row.id) ?? [],
    timeline: events
      .filter((event) => isTold(event.step))
      .map((event) => ({
        at: event.at.toISOString(),
        step: event.step,
        to: event.toState,
        words: event.words === null ? null : publicWords(event.words, names),
        organisation: event.organisationName,
      }))
      .toReversed(),
    expiresAt: link.expiresAt.toISOString(),
  }
}
