// The demo's channels, played by their people through the same commands: box, meeting, door knocks, board, hotline, clues.
import { and, eq, sql } from 'drizzle-orm'
import { makeCode } from '../modules/doorcodes/signing.ts'
import { doorcodes } from '../modules/doorcodes/tables.ts'
import { caseFromPost, hidePost, writePost } from '../modules/boards/edit-posts.ts'
import { chooseStation, reportClue } from '../modules/channels/clues.ts'
import { commitMeeting } from '../modules/channels/commit-meeting.ts'
import { assignDoors, makeKnocks } from '../modules/channels/edit-knocks.ts'
import { beginMeeting, keepDraft } from '../modules/channels/meetings.ts'
import { caseFromVisit, noteVisit } from '../modules/channels/note-visit.ts'
import { recordEmptying } from '../modules/channels/record-emptying.ts'
import { opinionBoxes } from '../modules/channels/tables.ts'
import { thankRiders } from '../modules/channels/thank-riders.ts'
import { addressFinder } from '../modules/hotline/find-address.ts'
import { runHotlineTimers } from '../modules/hotline/orders.ts'
import { takeOrder } from '../modules/hotline/take-order.ts'
import { cases } from '../modules/cases/tables.ts'
import { takeCaseStep } from '../modules/cases/index.ts'
import { placeColumns, placedOf, type PlaceRow } from '../modules/places/index.ts'
import { places } from '../modules/places/tables.ts'
import type { Actor } from '../platform/cx.ts'
import type { Sealing } from '../platform/sealing.ts'
import { clues, doors, hotlineCalls, matters, posts, slips } from './channel-stories.ts'
import { demoHome } from './sign-ins.ts'
import { actorBy, cxAt, photoOf, type Stage } from './stage.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const dayOf = (at: Date) => new Date(at.getTime() + 8 * HOUR_MS).toISOString().slice(0, 10)
interface Scene {
  readonly stage: Stage
  readonly sealing: Sealing
  readonly now: Date
  readonly clerk: Actor
  readonly estate: PlaceRow
  readonly building: PlaceRow
}
const ago = (scene: Scene, hours: number) => new Date(scene.now.getTime() - hours * HOUR_MS)

const placeNamed = async (stage: Stage, kind: PlaceRow['kind'], name: string, below?: string): Promise<PlaceRow> => {
  const [row] = await stage.db
    .select(placeColumns)
    .from(places)
    .where(
      and(eq(places.kind, kind), eq(places.name, name), below === undefined ? undefined : eq(places.estateId, below)),
    )
  if (row === undefined) throw new Error(`the demo has no ${kind} ${name}`)
  return row
}
/** Residents of the estate, without a login of their own. */
const neighbours = async ({ stage, estate }: Scene, count: number): Promise<Actor[]> => {
  const found = await stage.db.execute<{ id: string; name: string }>(sql`
    select distinct p.id, p.name from persons p join home_people h on h.person_id = p.id join places pl on pl.id = h.home_id
    where pl.estate_id = ${estate.id} and pl.kind = 'home' and h.state = 'confirmed' and p.login is null order by p.id limit ${count}`)
  return found.rows.map(({ id, name }) => ({
    personId: id,
    name,
    districtId: stage.districtId,
    sessionId: id,
    language: 'zh-CN',
    consented: true,
    held: [],
  }))
}
const playBox = async (scene: Scene) => {
  const { stage, clerk, estate, now } = scene
  const at = ago(scene, 40 * 24)
  const doorcodeId = stage.random.id(at)
  const boxId = stage.random.id(at)
  const name = '北门红色意见箱'
  await stage.db.insert(doorcodes).values({
    id: doorcodeId,
    districtId: stage.districtId,
    code: makeCode(scene.sealing),
    kind: 'box',
    label: name,
    placeId: estate.id,
    issuedAt: at,
    issuedBy: clerk.personId,
    scans: 17,
  })
  await stage.db.insert(opinionBoxes).values({
    id: boxId,
    ...placedOf(estate),
    placeId: estate.id,
    name,
    doorcodeId,
    createdAt: at,
    createdBy: clerk.personId,
  })
  const emptied = new Date(now.getTime() - 2 * DAY_MS)
  await recordEmptying(cxAt(stage, clerk, emptied), boxId, {
    on: dayOf(emptied),
    slipCount: slips.length,
    slips: slips.map(([words, filedAs, reason]) => ({
      words,
      photos: [],
      ...(filedAs ? { filedAs } : {}),
      ...(reason ? { reason } : {}),
    })),
  })
}
const playMeeting = async (scene: Scene) => {
  const { stage, clerk, estate, sealing } = scene
  const at = ago(scene, 50)
  const head = { name: `${estate.name}门口吐槽会`, heldOn: dayOf(at), chair: '周念慈', present: 23 }
  const cx = cxAt(stage, clerk, at)
  const meeting = await beginMeeting(cx, sealing, { placeId: estate.id, ...head })
  const rows = matters.map(([words, placeNote]) => ({ words, placeNote, placeId: null, kind: null, who: null }))
  const { version } = await keepDraft(cx, sealing, meeting.id, { version: meeting.version, ...head, rows })
  await commitMeeting(cx, sealing, meeting.id, version)
}
const playKnocks = async (scene: Scene) => {
  const { stage, clerk, building } = scene
  const list = await makeKnocks(cxAt(stage, clerk, ago(scene, 72)), {
    placeId: building.id,
    name: '冬季安全敲门行动',
    until: dayOf(new Date(scene.now.getTime() + 7 * DAY_MS)),
  })
  const worker = await actorBy(stage, 'gridworker')
  const given = list.visits.slice(0, 16).map((visit) => visit.id)
  await assignDoors(cxAt(stage, clerk, ago(scene, 71)), list.id, { visitIds: given, personId: null })
  for (const [i, [state, needs, words]] of doors.entries()) {
    const visit = list.visits[i]
    if (visit === undefined) break
    const cx = cxAt(stage, clerk, ago(scene, 48 - i / 4))
    await noteVisit(cx, visit.id, { state, needs: [...needs], revisit: state === 'absent' })
    if (words !== undefined) await caseFromVisit(cx, visit.id, { words, need: needs[0] })
  }
  // The rest of the doors are the grid worker's.
  await stage.db.execute(
    sql`update knock_visits set assigned_to = ${worker.personId} where list_id = ${list.id} and state = 'notYet'`,
  )
}
const playBoard = async (scene: Scene) => {
  const { stage, clerk, estate } = scene
  const people = await neighbours(scene, posts.length)
  const hero = await actorBy(stage, 'resident')
  for (const [i, [words, reply]] of posts.entries()) {
    const at = ago(scene, 90 - i * 15)
    const author = i === 3 ? hero : (people[i] ?? hero)
    const post = await writePost(cxAt(stage, author, at), estate.id, {
      words,
      as: i % 2 === 0 ? 'building' : 'neighbour',
    })
    if (reply !== undefined)
      await writePost(cxAt(stage, clerk, ago(scene, 88 - i * 15)), estate.id, {
        words: reply,
        as: 'neighbour',
        parentId: post.id,
      })
    if (i === 0) await caseFromPost(cxAt(stage, clerk, ago(scene, 87)), post.id, {})
    if (i === 1) await hidePost(cxAt(stage, clerk, ago(scene, 70)), post.id, '失物请到社区服务台登记')
  }
}
const playHotline = async (scene: Scene) => {
  const { stage, clerk, sealing, now } = scene
  const find = await addressFinder(stage.db, stage.districtId)
  for (const [i, [words, address, dueInHours]] of hotlineCalls.entries()) {
    const place = await find(address)
    if (place === null) throw new Error(`the demo has no ${address}`)
    const at = ago(scene, 96 - i * 10)
    await takeOrder(
      cxAt(stage, clerk, at),
      sealing,
      {
        number: `RX${dayOf(at).replaceAll('-', '')}${String(i + 1).padStart(4, '0')}`,
        words,
        placeId: place.id,
        address,
        receivedAt: at,
        replyDueAt: new Date(now.getTime() + dueInHours * HOUR_MS),
        caller: { name: i % 2 === 0 ? '王女士' : '李先生', phone: `1380000${String(1000 + i)}` },
      },
      'sheet',
      clerk.held[0]?.organisationName ?? null,
    )
  }
  await runHotlineTimers(cxAt(stage, null, now))
}
const playClues = async (scene: Scene) => {
  const { stage, clerk, estate } = scene
  const [rider] = await neighbours(scene, 9).then((found) => found.slice(-1))
  if (rider === undefined) return
  const [station] = (
    await stage.db.execute<{ id: string }>(sql`
      select o.id from organisations o where o.kind = 'station' and o.place_id = ${estate.communityId} limit 1`)
  ).rows
  if (station !== undefined) await chooseStation(cxAt(stage, rider, ago(scene, 100)), station.id)
  for (const [i, [kind, words, hoursAgo]] of clues.entries()) {
    const at = ago(scene, hoursAgo)
    const clue = await reportClue(cxAt(stage, rider, at), {
      kind,
      words,
      placeId: estate.gridId ?? estate.id,
      photos: [await photoOf(stage, rider, at)],
    })
    if (i > 0) continue
    const [row] = await stage.db.select({ proposedId: cases.proposedId }).from(cases).where(eq(cases.id, clue.case.id))
    await takeCaseStep(cxAt(stage, clerk, ago(scene, hoursAgo - 1)), clue.case.id, 'accept', {})
    if (row?.proposedId)
      await takeCaseStep(cxAt(stage, clerk, ago(scene, hoursAgo - 1)), clue.case.id, 'dispatch', {
        organisationId: row.proposedId,
      })
  }
  await thankRiders(cxAt(stage, null, scene.now))
}
/** Every channel has something to show; returns how many of them were played. */
export const playChannels = async (stage: Stage, sealing: Sealing, now: Date): Promise<number> => {
  const estate = await placeNamed(stage, 'estate', demoHome.estate)
  const building = await placeNamed(stage, 'building', demoHome.building, estate.id)
  const scene: Scene = { stage, sealing, now, clerk: await actorBy(stage, 'clerk'), estate, building }
  const plays = [playBox, playMeeting, playKnocks, playBoard, playHotline, playClues]
  for (const play of plays) await play(scene)
  // Inboxes are in the order of arrival: what was told here came last.
  await stage.db.execute(
    sql`update messages set at = ${now.toISOString()} where event like 'board.%' or event like 'clue.%' or event like 'hotline.%'`,
  )
  return plays.length
}
