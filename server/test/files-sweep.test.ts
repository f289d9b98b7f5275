// What was uploaded and belongs to nothing goes after a day: rows and bytes. What belongs to something never goes.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { rename, utimes, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { test } from 'node:test'
import sharp from 'sharp'
import { sweepBytes, sweepFiles } from '../src/modules/files/sweep-files.ts'
import type { Cx } from '../src/platform/cx.ts'
import type { Tx } from '../src/platform/database.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
const { storage } = app.parts
const resident = await app.makeResident('王秀英')
const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#406080' } })
  .jpeg()
  .toBuffer()

const upload = async (bytes = jpeg) => {
  const edge = `edge${randomUUID()}`
  const part = (head: string) => Buffer.from(`--${edge}\r\ncontent-disposition: form-data; ${head}`)
  const payload = Buffer.concat([
    part('name="kind"\r\n\r\nphoto\r\n'),
    part('name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n'),
    bytes,
    Buffer.from(`\r\n--${edge}--\r\n`),
  ])
  const headers = { 'content-type': `multipart/form-data; boundary=${edge}` }
  return app.call(resident.cookie, 'POST /api/files', { payload, headers })
}
const uploaded = async (): Promise<string> => (await upload()).body.id
const report = (photos: string[], placeId: string = district.unit1) =>
  app.call(resident.cookie, 'POST /api/cases', { body: { words: '路灯不亮了', placeId, photos } })
const age = (ids: string[], hours: number) =>
  app.sql('update files set created_at = created_at - make_interval(hours => $2) where id = any($1)', [ids, hours])
const namesOf = async (id: string): Promise<string[]> => {
  const [row] = await app.sql('select stored_as, thumbnail_as from files where id = $1', [id])
  return [row!.stored_as, row!.thumbnail_as]
}
const isThere = (name: string) => existsSync(storage.path(name))
const cxOn = (db: Tx, districtId: string = district.id) => ({ db, districtId, now: new Date() }) as Cx<null>
const sweep = () => app.database.transaction((db) => sweepFiles(cxOn(db), storage))
const sweepTheBytes = (owner?: string) => app.database.transaction((db) => sweepBytes(cxOn(db, owner), storage))

test('abandoned and refused uploads go after a day, bytes too; what is attached or new stays', async () => {
  const [abandoned, refused, fresh, attached] = [await uploaded(), await uploaded(), await uploaded(), await uploaded()]
  assert.equal((await report([attached])).status, 200)
  // Taken up by a report that was then undone: it belongs to nothing again.
  assert.equal((await report([refused, randomUUID()])).body.code, 'case.photo-not-yours')
  const all = [abandoned, refused, fresh, attached]
  const names = new Map<string, string[]>()
  for (const id of all) names.set(id, await namesOf(id))
  await age([fresh], 23)
  await age([abandoned, refused, attached], 25)
  await sweep()
  const left = (await app.sql('select id from files where id = any($1)', [all])).map((row) => row.id)
  assert.deepEqual(left.sort(), [fresh, attached].sort())
  for (const id of all) for (const name of names.get(id)!) assert.equal(isThere(name), left.includes(id))
})
test('bytes of an upload that was undone go after a day; bytes with a row, and new bytes, stay', async () => {
  const id = await uploaded()
  const [undone, fresh] = [await storage.put(jpeg, 'jpg'), await storage.put(jpeg, 'jpg')]
  const half = `${storage.path(await storage.put(jpeg, 'jpg'))}.part`
  await rename(half.replace(/\.part$/, ''), half)
  const strange = `${dirname(storage.path(undone))}/readme.txt`
  await writeFile(strange, 'put there by hand')
  const dayAgo = new Date(Date.now() - 25 * 3_600_000)
  const known = await namesOf(id)
  for (const path of [...[undone, ...known].map((name) => storage.path(name)), half, strange])
    await utimes(path, dayAgo, dayAgo)
  assert.equal(await sweepTheBytes(), 2)
  assert.deepEqual([isThere(undone), existsSync(half)], [false, false])
  for (const name of [fresh, ...known]) assert.equal(isThere(name), true)
  assert.equal(existsSync(strange), true, 'what the product did not name it does not remove')
  assert.equal((await app.call(resident.cookie, `GET /api/files/${id}`)).status, 200)
})
test('a folder that belongs to another database is left alone', async () => {
  const undone = await storage.put(jpeg, 'jpg')
  const dayAgo = new Date(Date.now() - 25 * 3_600_000)
  await utimes(storage.path(undone), dayAgo, dayAgo)
  await sweepTheBytes()
  const mine = await storage.put(jpeg, 'jpg')
  await utimes(storage.path(mine), dayAgo, dayAgo)
  assert.equal(await sweepTheBytes(randomUUID()), 0)
  assert.deepEqual([isThere(undone), isThere(mine)], [false, true])
})
test('an upload that is refused leaves neither row nor bytes', async () => {
  const count = async () => [
    (await app.sql('select count(*)::int as n from files'))[0]!.n,
    readdirSync(dirname(dirname(storage.path(`aa/${randomUUID()}.jpg`))), { recursive: true }).length,
  ]
  const before = await count()
  assert.equal((await upload(jpeg.subarray(0, 20))).body.code, 'file.not-image')
  assert.deepEqual(await count(), before)
})
