// Photos before they are public: rectangles are burnt in, the original stays restricted, a release can be taken back.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { formOf } from './support/ask.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
const { organisations } = district
const resident = await app.makeResident('王桂兰')
const stranger = await app.makeResident('路人', district.homeA2)
const clerk = await app.makeStaff('赵敏', 'communityClerk', organisations.communityA1, district.communityA1)
const otherClerk = await app.makeStaff('钱社工', 'communityClerk', organisations.communityA2, district.communityA2)
const worker = await app.makeStaff('孙师傅', 'propertyWorker', organisations.property1, district.estate1)
const SIDE = 400

/** Noise all over: whatever stays would be seen. EXIF says who took it. */
const noisy = async () => {
  const pixels = Buffer.alloc(SIDE * SIDE * 3)
  for (let i = 0; i < pixels.length; i++) pixels[i] = (i * 7919) % 251
  return sharp(pixels, { raw: { width: SIDE, height: SIDE, channels: 3 } })
    .withExif({ IFD0: { Artist: 'Wang Guilan' } })
    .jpeg()
    .toBuffer()
}
const upload = async (who: string) => {
  const { payload, type } = formOf({ kind: 'photo' }, await noisy(), 'a.jpg', 'image/jpeg')
  const answer = await app.call(who, 'POST /api/files', { payload, headers: { 'content-type': type } })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body.id as string
}
const reported = async () => {
  const photoId = await upload(resident.cookie)
  const answer = await app.call(resident.cookie, 'POST /api/cases', {
    body: { placeId: district.unit1, words: '楼道堆物，车牌和人脸都在照片里', photos: [photoId] },
  })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return { caseId: answer.body.id as string, photoId, at: `/api/redaction/cases/${answer.body.id}/photos/${photoId}` }
}
const areas = [
  { x: 40, y: 60, width: 100, height: 80 },
  { x: 300, y: 300, width: 100, height: 100 },
]
const redacted = async () => {
  const one = await reported()
  const answer = await app.call(clerk.cookie, `POST ${one.at}/redactions`, { body: { areas } })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return { ...one, redaction: answer.body.redactions[0] as { id: string; fileId: string; areas: unknown } }
}
/** The largest difference from the fill within an area, leaving out the seam where JPEG blocks meet. */
const difference = async (picture: Buffer, scale: number, inset: number) => {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true })
  let most = 0
  for (const area of areas)
    for (let y = Math.ceil(area.y * scale) + inset; y < (area.y + area.height) * scale - inset; y++)
      for (let x = Math.ceil(area.x * scale) + inset; x < (area.x + area.width) * scale - inset; x++) {
        const at = (y * info.width + x) * info.channels
        for (const [i, fill] of [0x3d, 0x41, 0x45].entries()) most = Math.max(most, Math.abs(data[at + i]! - fill))
      }
  return most
}

test('what was covered is one flat colour in the new picture and in its thumbnail, and no note about the photo is left', async () => {
  const { photoId, redaction } = await redacted()
  const picture = await app.call(clerk.cookie, `GET /api/files/${redaction.fileId}`)
  const small = await app.call(clerk.cookie, `GET /api/files/${redaction.fileId}/thumbnail`)
  assert.equal(picture.status, 200)
  assert.ok((await difference(picture.raw, 1, 16)) <= 2, 'the middle of a cover is flat')
  assert.ok((await difference(small.raw, 1, 16)) <= 4)
  const metadata = await sharp(picture.raw).metadata()
  assert.deepEqual([metadata.width, metadata.height, metadata.exif, metadata.xmp], [SIDE, SIDE, undefined, undefined])
  const original = await app.call(clerk.cookie, `GET /api/files/${photoId}`)
  assert.ok((await difference(original.raw, 1, 16)) > 60, 'the original is as it was')
})
test('the rest of the picture is the same picture', async () => {
  const { photoId, redaction } = await redacted()
  const read = async (id: string) => {
    const whole = await app.call(clerk.cookie, `GET /api/files/${id}`)
    return sharp(await sharp(whole.raw).extract({ left: 200, top: 0, width: 80, height: 200 }).png().toBuffer()).stats()
  }
  const [before, after] = [await read(photoId), await read(redaction.fileId)]
  for (const i of [0, 1, 2]) assert.ok(Math.abs(before.channels[i]!.mean - after.channels[i]!.mean) < 3)
})
test('a covered picture that is not released is for those who release; nobody else gets it', async () => {
  const { redaction } = await redacted()
  for (const who of [resident.cookie, stranger.cookie, worker.cookie, otherClerk.cookie])
    assert.equal((await app.call(who, `GET /api/files/${redaction.fileId}`)).status, 404)
  assert.equal((await app.call(null, `GET /api/files/${redaction.fileId}`)).status, 401)
})
test('a photo is public only while it is released, as covered, and vanishes when taken back', async () => {
  const { caseId, photoId, at, redaction } = await redacted()
  const ofBoard = async () => (await app.call(null, `GET /api/public/cases/${caseId}`)).body.photos as string[]
  assert.deepEqual(await ofBoard(), [])
  const released = await app.call(clerk.cookie, `POST ${at}/release`, { body: { redactionId: redaction.id } })
  assert.equal(released.body.release.redacted, true)
  const [id] = await ofBoard()
  assert.equal(id, released.body.release.id)
  const picture = await app.call(null, `GET /api/public/photos/${id}`)
  assert.equal(picture.status, 200)
  assert.ok((await difference(picture.raw, 1, 16)) <= 2)
  assert.equal(picture.headers['cache-control'], 'public, max-age=60')
  assert.equal((await app.call(null, `GET /api/public/photos/${id}/thumbnail`)).status, 200)
  for (const wrong of [photoId, redaction.fileId, redaction.id])
    assert.equal((await app.call(null, `GET /api/public/photos/${wrong}`)).status, 404)
  const back = await app.call(clerk.cookie, `POST ${at}/revocation`, { body: { reason: '家人不愿公开' } })
  assert.equal(back.body.release, null)
  assert.deepEqual(await ofBoard(), [])
  assert.equal((await app.call(null, `GET /api/public/photos/${id}`)).status, 404)
  const twice = await app.call(clerk.cookie, `POST ${at}/revocation`, { body: { reason: '再撤一次' } })
  assert.deepEqual([twice.status, twice.body.code], [409, 'photo.not-released'])
  const journal = await app.sql<{ action: string }>(
    "select action from journal where thing_id = $1 and action like 'photo.%' order by seq",
    [caseId],
  )
  assert.deepEqual(
    journal.map((row) => row.action),
    ['photo.redact', 'photo.release', 'photo.revoke'],
  )
})
test('a photo with nothing to hide is released as it is; releasing a covered one takes its place', async () => {
  const { at, redaction } = await redacted()
  const plain = await app.call(clerk.cookie, `POST ${at}/release`, { body: { nothingToHide: true } })
  assert.equal(plain.body.release.redacted, false)
  const covered = await app.call(clerk.cookie, `POST ${at}/release`, { body: { redactionId: redaction.id } })
  assert.equal(covered.body.release.fileId, redaction.fileId)
  assert.equal((await app.call(null, `GET /api/public/photos/${plain.body.release.id}`)).status, 404)
  assert.equal((await app.call(null, `GET /api/public/photos/${covered.body.release.id}`)).status, 200)
})
test('a photo released of a duplicate is shown with the case it was merged into, and goes back when they part', async () => {
  const [main, copy, hidden] = [await reported(), await redacted(), await reported()]
  const release = async (at: string, body: object) =>
    (await app.call(clerk.cookie, `POST ${at}/release`, { body })).body.release.id as string
  const shown = await release(copy.at, { redactionId: copy.redaction.id })
  const withheld = await release(hidden.at, { nothingToHide: true })
  await app.call(clerk.cookie, `PUT /api/board/cases/${hidden.caseId}`, {
    body: { openness: 'withheld', reason: '家事' },
  })
  const step = async (caseId: string, name: string, body: object) => {
    const answer = await app.call(clerk.cookie, `POST /api/cases/${caseId}/${name}`, { body })
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
  }
  const photosOf = async (caseId: string) =>
    (await app.call(null, `GET /api/public/cases/${caseId}`)).body.photos as string[]
  const statusOf = async (id: string) => (await app.call(null, `GET /api/public/photos/${id}`)).status
  assert.deepEqual(await photosOf(main.caseId), [])
  for (const one of [copy, hidden]) await step(one.caseId, 'merge', { intoId: main.caseId, reason: '同一件事' })
  assert.deepEqual(await photosOf(main.caseId), [shown], 'what was withheld stays so, what was not released too')
  const board = await app.call(null, `GET /api/public/boards/${district.communityA1}/cases?limit=100`)
  const row = board.body.rows.find((one: { id: string }) => one.id === main.caseId)
  assert.deepEqual(row.photos, [shown])
  const picture = await app.call(null, `GET /api/public/photos/${shown}`)
  assert.equal(picture.status, 200)
  assert.ok((await difference(picture.raw, 1, 16)) <= 2, 'the covered copy')
  assert.equal(await statusOf(withheld), 404)
  await step(copy.caseId, 'unmerge', { reason: '是另一件事' })
  assert.deepEqual([await photosOf(main.caseId), await photosOf(copy.caseId)], [[], [shown]])
  assert.equal(await statusOf(shown), 200)
  await step(copy.caseId, 'merge', { intoId: main.caseId, reason: '同一件事' })
  await app.call(clerk.cookie, `PUT /api/board/cases/${main.caseId}`, {
    body: { openness: 'withheld', reason: '家事' },
  })
  assert.equal(await statusOf(shown), 404, 'withheld with the case it stands in')
})
test('a withheld case shows no photo, released or not', async () => {
  const { caseId, at } = await reported()
  const { body } = await app.call(clerk.cookie, `POST ${at}/release`, { body: { nothingToHide: true } })
  await app.sql("update cases set openness = 'withheld' where id = $1", [caseId])
  assert.equal((await app.call(null, `GET /api/public/photos/${body.release.id}`)).status, 404)
})
test('who may not: a resident, the body that handles, another community; and input that does not fit', async () => {
  const { at, caseId, redaction } = await redacted()
  const other = await reported()
  const tries: [string, string, object, number, string][] = [
    [resident.cookie, `${at}/redactions`, { areas }, 403, 'access.not-allowed'],
    [worker.cookie, `${at}/redactions`, { areas }, 403, 'access.not-allowed'],
    [otherClerk.cookie, `${at}/redactions`, { areas }, 404, 'case.not-found'],
    [otherClerk.cookie, `${at}/release`, { nothingToHide: true }, 404, 'case.not-found'],
    [clerk.cookie, `${at}/redactions`, { areas: [{ x: 350, y: 0, width: 51, height: 5 }] }, 422, 'photo.outside'],
    [clerk.cookie, `${at}/redactions`, { areas: [] }, 400, 'http.bad-input'],
    [clerk.cookie, `${other.at}/release`, { redactionId: redaction.id }, 404, 'photo.not-found'],
    [
      clerk.cookie,
      `/api/redaction/cases/${caseId}/photos/${other.photoId}/redactions`,
      { areas },
      404,
      'photo.not-found',
    ],
    [
      clerk.cookie,
      `/api/redaction/cases/${caseId}/photos/${redaction.fileId}/redactions`,
      { areas },
      404,
      'photo.not-found',
    ],
  ]
  for (const [who, url, body, status, code] of tries) {
    const answer = await app.call(who, `POST ${url}`, { body })
    assert.deepEqual([answer.status, answer.body.code], [status, code], url)
  }
  const list = await app.call(clerk.cookie, `GET /api/redaction/cases/${caseId}`)
  assert.deepEqual([list.body.photos.length, list.body.photos[0].release], [1, null])
})
