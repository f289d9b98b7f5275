// A merged duplicate keeps no unit waiting: those called for it go on for the other case, and come back when it is undone (A7, A8).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from './support/test-app.ts'

const app = await testApp({ LINLI_ROLES: 'web' })
const { district } = app
const { organisations } = district
const resident = await app.makeResident('王桂兰')
const clerk = await app.makeStaff('陈晓禾', 'communityClerk', organisations.communityA1, district.communityA1)
const officer = await app.makeStaff('罗克坚', 'departmentOfficer', organisations.department, district.streetA)
const post = async (who: string, path: string, body: object = {}) => {
  const answer = await app.call(who, `POST /api/${path}`, { body })
  assert.equal(answer.status, 200, `${path}: ${JSON.stringify(answer.body)}`)
  return answer.body
}
const newCase = async (words: string): Promise<string> => {
  const { id } = await post(resident.cookie, 'cases', { placeId: district.unit1, words })
  await post(clerk.cookie, `cases/${id}/accept`)
  return id
}
const callFor = async (caseId: string): Promise<string> => {
  const unit = { organisationId: organisations.department, asked: '到现场清理' }
  const made = await post(clerk.cookie, 'whistles', {
    caseId,
    why: '一家办不了',
    units: [unit],
    leadId: organisations.department,
  })
  return made[0].id
}
const partsOf = async (caseId: string): Promise<[string, string][]> => {
  const { body } = await app.call(clerk.cookie, `GET /api/whistles/of-case/${caseId}`)
  return body.parts.map((part: { id: string; state: string }) => [part.id, part.state]).sort()
}
const holdsOf = async (caseId: string): Promise<string[]> => {
  const { body } = await app.call(clerk.cookie, `GET /api/cases/${caseId}`)
  return body.holds.map((hold: { kind: string }) => hold.kind)
}
const merge = (id: string, intoId: string) => post(clerk.cookie, `cases/${id}/merge`, { intoId, reason: '同一件事' })
const unmerge = (id: string) => post(clerk.cookie, `cases/${id}/unmerge`, { reason: '不是同一件事' })

test('the unit goes on for the case it was merged into; what it did comes back with the duplicate', async () => {
  const [duplicate, root] = [await newCase('消防通道被堵'), await newCase('通道堵死了')]
  const part = await callFor(duplicate)
  await merge(duplicate, root)
  assert.deepEqual(await partsOf(duplicate), [])
  assert.deepEqual(await partsOf(root), [[part, 'called']])
  assert.deepEqual([await holdsOf(duplicate), await holdsOf(root)], [[], ['whistle']])
  await post(officer.cookie, `whistles/parts/${part}/reportIn`, { people: '罗克坚' })
  await unmerge(duplicate)
  assert.deepEqual(await partsOf(duplicate), [[part, 'reportedIn']])
  assert.deepEqual(await partsOf(root), [])
  assert.deepEqual([await holdsOf(duplicate), await holdsOf(root)], [['whistle'], []])
})
test('a unit called for both cases keeps a part of each', async () => {
  const [duplicate, root] = [await newCase('楼道堆废品'), await newCase('废品堆到三楼')]
  const [ofDuplicate, ofRoot] = [await callFor(duplicate), await callFor(root)]
  await merge(duplicate, root)
  assert.deepEqual(
    await partsOf(root),
    [
      [ofDuplicate, 'called'],
      [ofRoot, 'called'],
    ].sort(),
  )
  await unmerge(duplicate)
  assert.deepEqual(await partsOf(duplicate), [[ofDuplicate, 'called']])
  assert.deepEqual(await partsOf(root), [[ofRoot, 'called']])
})
test('through a chain of merges each comes back to where it was', async () => {
  const [a, b, c] = [await newCase('音响太吵'), await newCase('夜市扰民'), await newCase('半夜放歌')]
  const [ofA, ofB] = [await callFor(a), await callFor(b)]
  await merge(a, b)
  await merge(b, c)
  assert.equal((await partsOf(c)).length, 2)
  await unmerge(b)
  assert.deepEqual(
    (await partsOf(b)).map(([id]) => id),
    [ofA, ofB].sort(),
  )
  assert.deepEqual(await partsOf(c), [])
  await unmerge(a)
  assert.deepEqual(await partsOf(a), [[ofA, 'called']])
  assert.deepEqual(await partsOf(b), [[ofB, 'called']])
})
