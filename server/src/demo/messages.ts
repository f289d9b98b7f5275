// The inboxes of the demo county: what the last days' steps told reporters, and those who sign in to look around.
import { sql } from 'drizzle-orm'
import { caseStates, caseSteps, type CaseState, type CaseStep } from '../../../contract/src/cases-life.ts'
import { fillIn } from '../modules/notices/template-words.ts'
import { defaultTemplate, type Audience } from '../modules/notices/default-templates.ts'
import { messages } from '../modules/notices/tables.ts'
import type { Tx } from '../platform/database.ts'
import { insertRows } from './bulk.ts'
import type { CaseBook, CaseWorld, NewEvent } from './case-book.ts'
import { demoSignIns } from './sign-ins.ts'
import type { DemoStaff, Worker } from './staff.ts'

const DAY_MS = 86_400_000
const TOLD_DAYS = 6
/** Older messages have been read. */
const READ_AFTER_MS = 1.5 * DAY_MS
const signedIn = new Set(demoSignIns.map(({ login }) => login))
type NewMessage = typeof messages.$inferInsert

const audiencesOf = (event: NewEvent): readonly Audience[] => {
  if (event.step === 'report') return ['community']
  if (event.step === 'note') return event.audience === 'public' ? ['reporter'] : []
  return caseSteps[event.step as CaseStep].notifies
}
const dayAndTime = (at: Date | null): string =>
  at === null
    ? ''
    : at.toLocaleString('zh-CN', {
        timeZone: 'Asia/Shanghai',
        month: 'numeric',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
      })
interface Handler {
  readonly id: string | null
  readonly name: string
}
const personIds = (workers: readonly (Worker | undefined)[]): string[] =>
  workers.flatMap((worker) =>
    worker !== undefined && signedIn.has(worker.person.login ?? '') ? [worker.person.id] : [],
  )
const toldOf = (staff: DemoStaff, { row }: CaseBook, handler: Handler, audience: Audience): string[] => {
  if (audience === 'reporter') return row.reporterId === null ? [] : [row.reporterId]
  if (audience === 'community')
    return personIds([...(staff.clerks.get(row.communityId) ?? []), staff.secretaries.get(row.communityId)])
  const here = staff.handlers.get(`${handler.id} ${row.estateId}`) ?? staff.handlers.get(handler.id ?? '') ?? []
  const ofGrid = staff.gridWorkers.get(row.gridId ?? '')
  return personIds([...here, ...(ofGrid?.organisation.id === handler.id ? [ofGrid] : [])])
}
const messagesOf = (
  world: CaseWorld,
  staff: DemoStaff,
  book: CaseBook,
  ids: ReadonlyMap<string, string>,
): NewMessage[] => {
  const { row, events } = book
  const since = world.now.getTime() - TOLD_DAYS * DAY_MS
  let handler: Handler = { id: null, name: '' }
  return events.flatMap((event) => {
    const name = (event.data as Record<string, string> | null)?.['organisation']
    if (name !== undefined) handler = { id: ids.get(name) ?? null, name }
    if (event.at.getTime() < since) return []
    const fields = {
      number: String(row.number),
      place: row.placePath,
      words: row.words.slice(0, 30),
      state: caseStates[(event.toState ?? row.state) as CaseState].zh,
      handler: handler.name,
      said: event.words ?? '',
      reason: event.words ?? '',
      due: dayAndTime(row.dueAt),
      until: dayAndTime(row.suspendUntil),
      rating: row.rating === null ? '' : String(row.rating),
    }
    return audiencesOf(event).flatMap((audience) => {
      const code = event.step === 'report' ? 'case.reported' : `case.${event.step}`
      const wording = defaultTemplate(code, audience)
      if (wording === undefined) return []
      const told = new Set(toldOf(staff, book, handler, audience).filter((id) => id !== event.actorId))
      return [...told].map((personId) => ({
        id: world.random.id(event.at),
        districtId: row.districtId,
        personId,
        event: code,
        title: fillIn(wording.zh.title, fields),
        body: fillIn(wording.zh.body, fields),
        thingKind: 'case',
        thingId: row.id,
        at: event.at,
        readAt:
          world.now.getTime() - event.at.getTime() > READ_AFTER_MS ? new Date(event.at.getTime() + 3_600_000) : null,
      }))
    })
  })
}

/** Writes them in the order they would have arrived; answers how many. */
export const writeMessages = async (
  db: Tx,
  world: CaseWorld,
  staff: DemoStaff,
  books: readonly CaseBook[],
): Promise<number> => {
  const ids = new Map([...world.organisationNames].map(([id, name]) => [name, id]))
  const all = books
    .flatMap((book) => messagesOf(world, staff, book, ids))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  await insertRows(db, messages, all)
  return all.length
}

/** The rooms play one after the other: what they told is put into the order in which it happened. */
export const orderMessages = (db: Tx): Promise<unknown> =>
  db.execute(sql`
    with told as (delete from messages returning *)
    insert into messages (id, district_id, person_id, event, title, body, thing_kind, thing_id, at, read_at)
    select id, district_id, person_id, event, title, body, thing_kind, thing_id, at, read_at from told order by at, id`)
