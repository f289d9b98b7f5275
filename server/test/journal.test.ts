// The journal through the real app: who reads what, and that tampering is found.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { shanghaiDay } from '../../rules/src/working-time.ts'
import { namesIn } from '../src/modules/journal/names-in-entries.ts'
import { writeRoots } from '../src/modules/journal/write-roots.ts'
import type { Cx } from '../src/platform/cx.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { organisations: o } = app.district
const administrator = await app.makeStaff('管理员', 'administrator', o.office, app.district.id)
const secretary = await app.makeStaff('周书记', 'communitySecretary', o.communityA1, app.district.communityA1)
const secretaryA2 = await app.makeStaff('王书记', 'communitySecretary', o.communityA2, app.district.communityA2)
const clerk = await app.makeStaff('陈敏', 'communityClerk', o.communityA1, app.district.communityA1)
const dayAgo = (days: number) => shanghaiDay(new Date(Date.now() - days * 86_400_000))

const list = async (who: string, query = '') => (await app.call(who, `GET /api/journal?limit=200${query}`)).body.rows
const verify = async (who: string, query: string) =>
  (await app.call(who, `GET /api/journal/verification?${query}`)).body
const ofPlace = (id: string) => `thingKind=place&thingId=${id}`
/** What only the owner of the database can do. */
const asIntruder = async (...statements: [string, unknown[]][]) => {
  await app.sql('alter table journal disable trigger user')
  await app.sql('alter table journal_roots disable trigger user')
  for (const [text, values] of statements) await app.sql(text, values)
  await app.sql('alter table journal enable trigger user')
  await app.sql('alter table journal_roots enable trigger user')
}
/** A building whose chain has three entries. */
const makeChain = async (name: string) => {
  const { body } = await app.call(clerk.cookie, 'POST /api/places', {
    body: { parentId: app.district.estate1, kind: 'building', name },
  })
  await app.call(clerk.cookie, `PATCH /api/places/${body.id}`, { body: { code: 'A' } })
  await app.call(clerk.cookie, `PATCH /api/places/${body.id}`, { body: { code: 'B' } })
  return body.id as string
}
const sealAsOf = (now: Date) =>
  app.database.transaction((db) => writeRoots({ db, districtId: app.district.id, now } as unknown as Cx))

describe('reading', () => {
  test('is for those with the permission', async () => {
    assert.equal((await app.call(null, 'GET /api/journal')).status, 401)
    assert.equal((await app.call(clerk.cookie, 'GET /api/journal')).body.code, 'access.not-allowed')
  })
  test('shows who did what to which thing, before and after, newest first', async () => {
    const id = await makeChain('71号楼')
    const rows = await list(secretary.cookie, `&${ofPlace(id)}`)
    assert.deepEqual(
      rows.map((row: { action: string; seq: number; before: { code: string } | null; after: { code: string } }) => [
        row.action,
        row.seq,
        row.before?.code,
        row.after.code,
      ]),
      [
        ['place.change', 3, 'A', 'B'],
        ['place.change', 2, null, 'A'],
        ['place.add', 1, undefined, null],
      ],
    )
    assert.deepEqual(rows[0].actor, { id: clerk.id, name: '陈敏' })
  })
  test('a secretary reads what was done in or by the community, and not what was done next door', async () => {
    const id = await makeChain('72号楼')
    assert.equal((await list(secretaryA2.cookie, `&${ofPlace(id)}`)).length, 0)
    assert.equal((await list(secretary.cookie, `&${ofPlace(id)}`)).length, 3)
    assert.equal((await list(administrator.cookie, `&${ofPlace(id)}`)).length, 3)
    // The administrator changes a place of the community: the place is inside, whoever did it.
    await app.call(administrator.cookie, `PATCH /api/places/${app.district.estateA2}`, { body: { code: 'SS' } })
    assert.equal((await list(secretaryA2.cookie, `&actorId=${administrator.id}`)).length, 1)
    assert.equal((await list(secretary.cookie, `&actorId=${administrator.id}`)).length, 0)
  })
  test('says what ids stand for: bodies, places, staff to who sees people; never a home or a resident', async () => {
    const resident = await app.makeResident('林小雨')
    const { communityA1, home1 } = app.district
    const thing = { kind: 'case', id: 'none' }
    const entry = {
      thing,
      before: { handlerId: o.property1 },
      after: { lists: [[communityA1, home1, resident.id, clerk.id]] },
    }
    const read = (may: readonly string[]) => {
      const held = [{ permissions: may }]
      return app.database.transaction(async (db) => {
        const namesOf = await namesIn({ db, districtId: app.district.id, actor: { held } } as unknown as Cx, [entry])
        return namesOf(entry)
      })
    }
    const seen = await read(['journal.see', 'person.see'])
    assert.deepEqual(Object.keys(seen).toSorted(), [o.property1, communityA1, clerk.id].toSorted())
    assert.equal(seen[clerk.id], '陈敏')
    assert.deepEqual(Object.keys(await read(['journal.see'])).toSorted(), [o.property1, communityA1].toSorted())
    const building = await makeChain('70号楼')
    const [row] = await list(secretary.cookie, `&${ofPlace(building)}`)
    assert.deepEqual(Object.keys(row.names).toSorted(), [building, app.district.estate1].toSorted())
    assert.equal(row.names[building], row.after.path)
  })
  test('is filtered by action, person and day, and comes page by page', async () => {
    assert.ok(
      (await list(administrator.cookie, '&action=place.add')).every(
        (row: { action: string }) => row.action === 'place.add',
      ),
    )
    assert.ok(
      (await list(administrator.cookie, '&action=place.')).length >
        (await list(administrator.cookie, '&action=place.add')).length,
    )
    assert.equal((await list(administrator.cookie, `&to=${dayAgo(1)}`)).length, 0)
    const all = await list(administrator.cookie, `&from=${dayAgo(0)}`)
    const first = await app.call(administrator.cookie, 'GET /api/journal?limit=2')
    const second = await app.call(administrator.cookie, `GET /api/journal?limit=2&after=${first.body.next}`)
    assert.deepEqual(
      [...first.body.rows, ...second.body.rows].map((row: { id: string }) => row.id),
      all.slice(0, 4).map((row: { id: string }) => row.id),
    )
    assert.equal((await app.call(administrator.cookie, 'GET /api/journal?after=x')).status, 400)
  })
})

describe('the chain of a thing', () => {
  test('holds when nobody touched it', async () => {
    const id = await makeChain('73号楼')
    const verdict = await verify(secretary.cookie, ofPlace(id))
    assert.deepEqual([verdict.entries, verdict.intact, verdict.brokenAt], [3, true, null])
  })
  test('cannot be changed, deleted or emptied by the application’s own means', async () => {
    const id = await makeChain('74号楼')
    for (const statement of [
      "update journal set action = 'x' where thing_id = $1",
      'delete from journal where thing_id = $1',
    ]) {
      await assert.rejects(app.sql(statement, [id]), /written once/)
    }
    await assert.rejects(app.sql('truncate journal'), /written once/)
  })
  for (const [what, tamper] of [
    [
      'a changed text',
      'update journal set canonical = replace(canonical, \'"A"\', \'"Z"\') where thing_id = $1 and seq = 2',
    ],
    ['a changed actor in the column alone', 'update journal set actor_id = null where thing_id = $1 and seq = 2'],
    ['an entry taken out of the middle', 'delete from journal where thing_id = $1 and seq = 2'],
    ['a first entry taken away', 'delete from journal where thing_id = $1 and seq = 1'],
    [
      'a text changed together with its hash',
      "update journal set canonical = canonical || ' ', hash = encode(sha256(convert_to(prev_hash || E'\\n' || canonical || ' ', 'UTF8')), 'hex') where thing_id = $1 and seq = 2",
    ],
  ] as const) {
    test(`shows ${what}`, async () => {
      const id = await makeChain(`${what}楼`)
      await asIntruder([tamper, [id]])
      const verdict = await verify(secretary.cookie, ofPlace(id))
      assert.equal(verdict.intact, false)
      assert.match(verdict.brokenAt, /^\d+$/)
    })
  }
  test('of a place elsewhere is none of my business', async () => {
    const id = await makeChain('75号楼')
    assert.equal((await verify(secretaryA2.cookie, ofPlace(id))).code, 'access.out-of-scope')
    assert.equal((await app.call(secretary.cookie, 'GET /api/journal/verification')).status, 400)
  })
})

describe('the root of a day', () => {
  /** The same district on a fresh app, its entries written yesterday as far as the day is concerned. */
  test('is written once for every day before today, and proves that no entry was changed, added or taken away', async () => {
    await asIntruder(['delete from journal', []])
    const ids = [await makeChain('81号楼'), await makeChain('82号楼')]
    const today = dayAgo(0)
    // Tomorrow comes, and the day after.
    await sealAsOf(new Date(Date.now() + 86_400_000))
    await sealAsOf(new Date(Date.now() + 2 * 86_400_000))
    const roots = await app.sql<{ day: string; entries: number; root: string }>(
      'select day::text, entries, root from journal_roots order by day',
    )
    assert.deepEqual(
      roots.map(({ day, entries }) => [day, entries]),
      [
        [today, 6],
        [shanghaiDay(new Date(Date.now() + 86_400_000)), 0],
      ],
    )
    const sound = await verify(administrator.cookie, `day=${today}`)
    assert.deepEqual(sound, { entries: 6, intact: true, brokenAt: null, root: roots[0]!.root })
    await assert.rejects(app.sql("update journal_roots set root = 'x'"), /written once/)

    // The last entry of a chain is cut off: the chain itself still holds, the day does not.
    await asIntruder(
      ['create table cut as select * from journal where thing_id = $1 and seq = 3'.replace('$1', `'${ids[0]}'`), []],
      ['delete from journal where thing_id = $1 and seq = 3', [ids[0]]],
    )
    assert.equal((await verify(administrator.cookie, ofPlace(ids[0]!))).intact, true)
    assert.deepEqual(await verify(administrator.cookie, `day=${today}`), {
      entries: 5,
      intact: false,
      brokenAt: 'root',
      root: roots[0]!.root,
    })
    await asIntruder(['insert into journal overriding system value select * from cut', []])
    assert.equal((await verify(administrator.cookie, `day=${today}`)).intact, true)

    // A changed entry is named.
    await asIntruder([
      'update journal set canonical = replace(canonical, \'"B"\', \'"Q"\') where thing_id = $1 and seq = 3',
      [ids[1]],
    ])
    const [changed] = await app.sql<{ id: string }>('select id from journal where thing_id = $1 and seq = 3', [ids[1]])
    assert.equal((await verify(administrator.cookie, `day=${today}`)).brokenAt, changed!.id)
  })
  test('that was taken away is missed', async () => {
    await sealAsOf(new Date(Date.now() + 4 * 86_400_000))
    const tomorrow = shanghaiDay(new Date(Date.now() + 86_400_000))
    assert.equal((await verify(administrator.cookie, `day=${tomorrow}`)).intact, true)
    await asIntruder(['delete from journal_roots where day = $1', [tomorrow]])
    assert.deepEqual((await verify(administrator.cookie, `day=${tomorrow}`)).brokenAt, 'root')
  })
})
