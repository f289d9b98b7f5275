// An estate of a few owners in the demo community, made through the API, and an owners' decision carried to its certificate.
import { expect, type Page } from '@playwright/test'
import { demoHome, signInOf, type DemoRole } from '../../server/src/demo/sign-ins.ts'
import { get, photoOf, post } from './by-api.ts'
import { objectionsOver } from './time-passes.ts'

interface Rows<R> {
  readonly rows: readonly R[]
}
export const dayIn = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
/** Owners by name, the first of them somebody of the demo who can sign in. */
export const smallEstate = async (
  secretary: Page,
  name: string,
  first: DemoRole,
  others: readonly string[],
): Promise<{ id: string; owners: readonly { id: string; name: string }[] }> => {
  const found = await get<readonly { id: string; name: string }[]>(
    secretary,
    `/api/places/search?text=${encodeURIComponent(demoHome.community)}&kinds=community`,
  )
  const community = found.find((one) => one.name === demoHome.community)!.id
  const below = await get<readonly { id: string; kind: string }[]>(
    secretary,
    `/api/places/choose?parentId=${community}`,
  )
  const gridId = below.find((one) => one.kind === 'grid')!.id
  const add = async (parentId: string, kind: string, more: object) =>
    (await post<{ id: string }>(secretary, '/api/places', { parentId, kind, ...more })).id
  const id = await add(community, 'estate', { name })
  const building = await add(id, 'building', { name: '1号楼', gridId })
  const unit = await add(building, 'unit', { name: '1单元' })
  const { name: known } = signInOf(first)
  const people = await get<Rows<{ id: string; name: string }>>(
    secretary,
    `/api/identity/people?search=${encodeURIComponent(known)}`,
  )
  const owners = [people.rows.find((one) => one.name === known)!]
  for (const other of others)
    owners.push(
      await post<{ id: string; name: string }>(secretary, '/api/identity/people', { name: other, phone: null }),
    )
  for (const [i, owner] of owners.entries()) {
    const home = await add(unit, 'home', { name: `10${i + 1}`, area: 8945, areaSource: 'register', floor: 1 })
    await post(secretary, `/api/places/${home}/people`, { personId: owner.id, relation: 'owner' })
  }
  return { id, owners }
}
const stepOf =
  (secretary: Page, decisionId: string) =>
  <T>(name: string, body: object) =>
    post<T>(secretary, `/api/decisions/${decisionId}/${name}`, body)
/** Roll and notice, so that the vote may be opened; gives when it ends. */
export const toNotice = async (secretary: Page, decisionId: string, openFor: number): Promise<Date> => {
  const step = stepOf(secretary, decisionId)
  await step('publishRoll', { postedOn: dayIn(-55), days: 7 })
  await step('freezeRoll', {})
  const closesAt = new Date(Date.now() + openFor)
  await step('postNotice', {
    postedOn: dayIn(-40),
    photos: [await photoOf(secretary)],
    closesAt: closesAt.toISOString(),
  })
  return closesAt
}
type MarkOf = (item: number, voter: number) => 'for' | 'against'
/** Every door, with help; ends when the vote has ended. */
export const voteAtEveryDoor = async (
  secretary: Page,
  decisionId: string,
  closesAt: Date,
  markOf: MarkOf,
): Promise<void> => {
  const { items } = await get<{ items: readonly { id: string }[] }>(secretary, `/api/decisions/${decisionId}`)
  const missing = await get<Rows<{ key: string }>>(secretary, `/api/decisions/${decisionId}/missing?limit=100`)
  for (const [voter, { key }] of missing.rows.entries())
    await stepOf(secretary, decisionId)('assisted', {
      key,
      marks: items.map((item, i) => ({ itemId: item.id, mark: markOf(i, voter) })),
      reason: '本人到场，请社工代为录入',
    })
  await expect.poll(() => Date.now() > closesAt.getTime() + 300, { timeout: 30_000 }).toBe(true)
}
/** Roll, notice, vote with help for every door, count and certificate: the screens of these are another journey's. */
export const toCertificate = async (secretary: Page, decisionId: string, markOf: MarkOf): Promise<void> => {
  const step = stepOf(secretary, decisionId)
  const closesAt = await toNotice(secretary, decisionId, 12_000)
  await step('open', { knowsReach: true })
  await voteAtEveryDoor(secretary, decisionId, closesAt, markOf)
  await step('count', {})
  await objectionsOver(secretary, decisionId)
  await step('certify', {})
}
