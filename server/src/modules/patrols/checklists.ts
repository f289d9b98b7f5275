// Checklist templates of the district. A route copies the items it is given, so a change of a template changes no route.
import { and, asc, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { OutOf, ParsedBody } from '../../../../contract/src/endpoint.ts'
import { commonItems } from '../../../../contract/src/patrols-life.ts'
import type { patrolsApi } from '../../../../contract/src/patrols.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { orDuplicate } from '../../platform/unique.ts'
import { patrolChecklists } from './tables.ts'

type Checklist = OutOf<(typeof patrolsApi)['POST /api/patrols/checklists']>
type Body = ParsedBody<(typeof patrolsApi)['POST /api/patrols/checklists']>
const shown = { id: patrolChecklists.id, name: patrolChecklists.name, items: patrolChecklists.items }
/** What every district has before it writes its own. */
const common = { id: '00000000-0000-7000-8000-000000000001', name: '通用清单', items: [...commonItems] }

const once = <T>(write: PromiseLike<T>) =>
  orDuplicate(Promise.resolve(write), 'patrol_checklists_district_id_name_key', 'patrol.checklist-exists')

export const listChecklists = async (cx: Cx): Promise<Checklist[]> => {
  const own = await cx.db
    .select(shown)
    .from(patrolChecklists)
    .where(eq(patrolChecklists.districtId, cx.districtId))
    .orderBy(asc(patrolChecklists.name), patrolChecklists.id)
    .limit(200)
  return [common, ...own]
}
export const addChecklist = async (cx: Cx, { name, items }: Body): Promise<Checklist> => {
  const id = uuidv7()
  const row = { id, districtId: cx.districtId, name, items, createdAt: cx.now }
  await once(cx.db.insert(patrolChecklists).values(row))
  await cx.journal({
    action: 'patrol.checklist',
    sentence: '新增了巡查清单',
    thing: { kind: 'patrolChecklist', id },
    after: { name, items: items.map((item) => item.text) },
  })
  return { id, name, items }
}
/** @throws patrol.checklist-not-found */
export const changeChecklist = async (cx: Cx, id: string, { name, items }: Body): Promise<Checklist> => {
  const [before] = await cx.db
    .select(shown)
    .from(patrolChecklists)
    .where(and(eq(patrolChecklists.id, id), eq(patrolChecklists.districtId, cx.districtId)))
    .for('update')
  if (before === undefined) throw refuse('patrol.checklist-not-found')
  await once(cx.db.update(patrolChecklists).set({ name, items }).where(eq(patrolChecklists.id, id)))
  await cx.journal({
    action: 'patrol.checklist',
    sentence: '修改了巡查清单',
    thing: { kind: 'patrolChecklist', id },
    before: { name: before.name },
    after: { name, items: items.map((item) => item.text) },
  })
  return { id, name, items }
}
