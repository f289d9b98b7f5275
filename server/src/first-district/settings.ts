// What every district begins with: categories, deadlines by kind, and the words of messages.
import { caseKinds, type CaseKind } from '../../../contract/src/cases-life.ts'
import { deadlineDefaults } from '../../../rules/src/deadline-defaults.ts'
import { categories, deadlinePolicies } from '../modules/cases/tables.ts'
import { defaultTemplates } from '../modules/notices/index.ts'
import { messageTemplates } from '../modules/notices/tables.ts'
import type { Tx } from '../platform/database.ts'
import { firstGroups } from './categories.ts'

/** Writes them; returns the ids of groups by name and of leaves by key. `newId` makes UUIDs. */
export const writeSettings = async (db: Tx, districtId: string, newId: () => string) => {
  const ids = new Map<string, string>()
  const rows: (typeof categories.$inferInsert)[] = []
  const add = (key: string, name: string, kind: CaseKind, keywords: readonly string[], parentId: string | null) => {
    const id = newId()
    // Groups stand behind the leaves: the first category without keywords is the one for everything else.
    const sort = rows.length * 10 + (parentId === null ? 5000 : 0)
    ids.set(key, id)
    rows.push({ id, districtId, parentId, name, kind, keywords: [...keywords], sort, active: true })
    return id
  }
  for (const group of firstGroups) {
    const parentId = add(group.name, group.name, group.kind, [], null)
    for (const leaf of group.categories) add(leaf.key, leaf.name, leaf.kind, leaf.keywords, parentId)
  }
  await db.insert(categories).values(rows)
  await db.insert(deadlinePolicies).values(
    (Object.keys(caseKinds) as CaseKind[]).map((kind) => {
      const { respond, resolve, verify } = deadlineDefaults[kind]
      const budgets = { respondUnit: respond.unit, respondAmount: respond.amount }
      const resolving = { resolveUnit: resolve.unit, resolveAmount: resolve.amount }
      return { districtId, kind, ...budgets, ...resolving, verifyUnit: verify.unit, verifyAmount: verify.amount }
    }),
  )
  await db
    .insert(messageTemplates)
    .values(
      defaultTemplates.map(({ event, audience, zh, sms }) => ({
        id: newId(),
        districtId,
        event,
        audience,
        title: zh.title,
        body: zh.body,
        sms,
      })),
    )
    .onConflictDoNothing()
  return ids
}
