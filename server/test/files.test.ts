// Photos and recordings: cleaned, checked by content, and seen only by those who may.
import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import sharp from 'sharp'
import { mp3, mp4, ogg, wav, webm } from './support/recordings.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
const resident = await app.makeResident('王秀英')
const neighbour = await app.makeResident('李国栋')

/** A form with the field `kind` and one file. */
const upload = (cookie: string | null, kind: string, bytes: Buffer, name = 'photo.jpg', mime = 'image/jpeg') => {
  const edge = `edge${randomUUID()}`
  const payload = Buffer.concat([
    Buffer.from(
      `--${edge}\r\ncontent-disposition: form-data; name="kind"\r\n\r\n${kind}\r\n--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${mime}\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${edge}--\r\n`),
  ])
  return app.call(cookie, 'POST /api/files', {
    payload,
    headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
  })
}
const picture = (width = 640, height = 480) => sharp({ create: { width, height, channels: 3, background: '#406080' } })
const jpeg = await picture().jpeg().toBuffer()

test('a photo loses its place and camera, keeps the right way up, and is made smaller', async () => {
  // Lying on its side (orientation 6), with GPS and a camera's name.
  const original = await picture(4000, 3000)
    .withExif({
      IFD0: { Make: 'SecretCamera', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '32/1 3/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '118/1 47/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const before = await sharp(original).metadata()
  assert.equal(before.orientation, 6)
  assert.ok(
    original.includes('SecretCamera') && before.exif!.includes(Buffer.from('8825', 'hex').reverse()),
    'the original tells camera and place',
  )
  const answer = await upload(resident.cookie, 'photo', original)
  assert.equal(answer.status, 200)
  assert.deepEqual([answer.body.mime, answer.body.width, answer.body.height], ['image/jpeg', 1920, 2560])
  for (const path of ['', '/thumbnail']) {
    const served = await app.call(resident.cookie, `GET /api/files/${answer.body.id}${path}`)
    assert.equal(served.status, 200)
    assert.equal(served.headers['content-type'], 'image/jpeg')
    assert.equal(served.headers['x-content-type-options'], 'nosniff')
    assert.match(String(served.headers['cache-control']), /private/)
    assert.match(String(served.headers['content-disposition']), /^inline/)
    const after = await sharp(served.raw).metadata()
    assert.deepEqual(
      [after.format, after.exif, after.xmp, after.icc, after.orientation],
      ['jpeg', undefined, undefined, undefined, undefined],
    )
    assert.deepEqual([after.width, after.height], path === '' ? [1920, 2560] : [360, 480])
    assert.ok(!served.raw.includes('SecretCamera') && !served.raw.includes('Exif'))
  }
})
test('PNG and WebP come in, whatever they are named; transparency becomes white', async () => {
  const clear = sharp({ create: { width: 20, height: 10, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
  for (const bytes of [await clear.clone().png().toBuffer(), await clear.clone().webp({ lossless: true }).toBuffer()]) {
    const answer = await upload(resident.cookie, 'photo', bytes, 'IMG.HEIC', 'image/heic')
    assert.equal(answer.body.mime, 'image/jpeg')
    const served = await app.call(resident.cookie, `GET /api/files/${answer.body.id}`)
    const { data } = await sharp(served.raw).raw().toBuffer({ resolveWithObject: true })
    assert.ok(data[0]! > 250)
  }
})
test('what is no photo is refused by its content: svg, pdf, gif, moving pictures, programs, broken and empty files', async () => {
  const frames = await sharp([jpeg, await picture().negate().jpeg().toBuffer()], { join: { animated: true } })
    .webp({ loop: 0 })
    .toBuffer()
  const fakes: [string, Buffer][] = [
    [
      'svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'),
    ],
    ['html', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['pdf', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj<<>>endobj')],
    ['gif', await picture(8, 8).gif().toBuffer()],
    ['tiff', await picture(8, 8).tiff().toBuffer()],
    ['avif', await picture(64, 64).avif().toBuffer()],
    ['moving', frames],
    ['exe', Buffer.concat([Buffer.from('MZ'), randomBytes(500)])],
    ['half a photo', jpeg.subarray(0, jpeg.length / 2)],
    ['only a beginning', jpeg.subarray(0, 20)],
    [
      'heic',
      Buffer.concat([Buffer.from('00000018', 'hex'), Buffer.from('ftypheic\0\0\0\0mif1heic'), randomBytes(400)]),
    ],
    ['empty', Buffer.alloc(0)],
  ]
  for (const [what, bytes] of fakes) {
    const answer = await upload(resident.cookie, 'photo', bytes)
    assert.equal(answer.body.code, 'file.not-image', what)
    assert.equal(answer.status, 415, what)
  }
})
test('too many bytes or pixels are refused', async () => {
  const heavy = Buffer.concat([jpeg, randomBytes(10 * 1024 * 1024)])
  assert.equal((await upload(resident.cookie, 'photo', heavy)).body.code, 'file.too-large')
  const vast = await picture(7200, 7200).png({ compressionLevel: 9 }).toBuffer()
  assert.ok(vast.length < 1024 * 1024, 'a small file that would fill the memory')
  assert.equal((await upload(resident.cookie, 'photo', vast)).body.code, 'file.too-large')
  assert.equal((await upload(resident.cookie, 'photo', randomBytes(21 * 1024 * 1024))).body.code, 'http.too-large')
})
test('recordings are known by their containers; a picture or text is none', async () => {
  const filled = (head: Buffer) => Buffer.concat([head, Buffer.alloc(400, 7)])
  const kinds: [Buffer, string][] = [
    [webm(20), 'audio/webm'],
    [ogg(20), 'audio/ogg'],
    [mp4(20), 'audio/mp4'],
    [wav(20), 'audio/wav'],
    [mp3(20), 'audio/mpeg'],
  ]
  for (const [bytes, mime] of kinds) {
    const answer = await upload(resident.cookie, 'voice', bytes, 'voice', 'audio/anything')
    assert.equal(answer.body.mime, mime)
    const served = await app.call(resident.cookie, `GET /api/files/${answer.body.id}`)
    assert.equal(served.headers['content-type'], mime)
    assert.deepEqual(served.raw, bytes)
    assert.equal(
      (await app.call(resident.cookie, `GET /api/files/${answer.body.id}/thumbnail`)).body.code,
      'file.not-found',
    )
  }
  const heic = filled(Buffer.from('\0\0\0\x18ftypheic', 'latin1'))
  for (const bytes of [jpeg, heic, filled(Buffer.from('<html>')), Buffer.from('OggS')])
    assert.equal((await upload(resident.cookie, 'voice', bytes)).body.code, 'file.not-audio')
  assert.equal(
    (await upload(resident.cookie, 'voice', Buffer.concat([webm(20), Buffer.alloc(2 * 1024 * 1024)]))).body.code,
    'file.too-large',
  )
})
test('a recording longer than a minute is refused with a sentence', async () => {
  const answer = await upload(resident.cookie, 'voice', webm(75), 'voice.webm', 'audio/webm')
  assert.deepEqual([answer.status, answer.body.code, answer.body.title], [422, 'file.too-long', '录音超过六十秒。'])
  assert.equal(answer.body.remedy, '请说短一些，重新录一段。')
})
test('strangers, neighbours and unknown ids get nothing; a form without its parts is refused', async () => {
  const { id } = (await upload(resident.cookie, 'photo', jpeg)).body
  assert.equal((await upload(null, 'photo', jpeg)).status, 401)
  assert.equal((await app.call(null, `GET /api/files/${id}`)).status, 401)
  assert.equal((await app.call(neighbour.cookie, `GET /api/files/${id}`)).body.code, 'file.not-found')
  assert.equal((await app.call(neighbour.cookie, `GET /api/files/${id}/thumbnail`)).body.code, 'file.not-found')
  assert.equal((await app.call(resident.cookie, `GET /api/files/${randomUUID()}`)).body.code, 'file.not-found')
  assert.equal((await app.call(resident.cookie, 'GET /api/files/..%2f..%2fsecret')).body.code, 'http.bad-input')
  assert.equal((await upload(resident.cookie, 'video', jpeg)).body.code, 'http.bad-input')
  assert.equal((await app.call(resident.cookie, 'POST /api/files', { body: { kind: 'photo' } })).status, 415)
})
test('once on a case, a photo is seen by those who see the case, and by no others', async () => {
  const { id } = (await upload(resident.cookie, 'photo', jpeg)).body
  const report = (photos: string[], cookie: string) =>
    app.call(cookie, 'POST /api/cases', { body: { words: '路灯不亮了', placeId: district.unit1, photos } })
  assert.equal((await report([id], neighbour.cookie)).body.code, 'case.photo-not-yours', 'nobody takes another’s photo')
  assert.equal((await report([id], resident.cookie)).status, 200)
  assert.equal((await report([id], resident.cookie)).body.code, 'case.photo-not-yours', 'a photo belongs to one case')
  const clerk = await app.makeStaff('周敏', 'communityClerk', district.organisations.communityA1, district.communityA1)
  const elsewhere = await app.makeStaff(
    '吴静',
    'communityClerk',
    district.organisations.communityA2,
    district.communityA2,
  )
  const property = await app.makeStaff('冯涛', 'propertyManager', district.organisations.property1, district.estate1)
  assert.equal((await app.call(resident.cookie, `GET /api/files/${id}`)).status, 200)
  assert.equal((await app.call(clerk.cookie, `GET /api/files/${id}`)).status, 200)
  for (const other of [elsewhere, property, neighbour])
    assert.equal((await app.call(other.cookie, `GET /api/files/${id}`)).body.code, 'file.not-found')
})
