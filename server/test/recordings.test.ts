// How long recordings run, whatever their heads claim: sixty seconds are taken, more are not.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readVoice } from '../src/modules/files/read-voice.ts'
import { mp3Seconds } from '../src/modules/files/recordings/mp3.ts'
import { mp4Seconds } from '../src/modules/files/recordings/mp4.ts'
import { oggSeconds } from '../src/modules/files/recordings/ogg.ts'
import { wavSeconds } from '../src/modules/files/recordings/wav.ts'
import { webmSeconds } from '../src/modules/files/recordings/webm.ts'
import type { Refused } from '../src/platform/refuse.ts'
import { liveMp4, mp3, mp4, ogg, wav, webm } from './support/recordings.ts'

const kept = (name: string) => readFileSync(new URL(`support/recordings/${name}`, import.meta.url))
const refusalOf = (bytes: Buffer): string | null => {
  try {
    readVoice(bytes)
    return null
  } catch (error) {
    return (error as Refused).code
  }
}
const near = (seconds: number | null, wanted: number) =>
  assert.ok(seconds !== null && Math.abs(seconds - wanted) < 0.1, `${seconds} is not about ${wanted}`)

const readers = {
  webm: webmSeconds,
  'webm of known length': webmSeconds,
  ogg: oggSeconds,
  mp4: mp4Seconds,
  'mp4 written live': mp4Seconds,
  wav: wavSeconds,
  mp3: mp3Seconds,
}
const makers: Record<keyof typeof readers, (seconds: number) => Buffer> = {
  webm: (seconds) => webm(seconds),
  'webm of known length': (seconds) => webm(seconds, { written: seconds, live: false }),
  ogg: (seconds) => ogg(seconds),
  mp4: (seconds) => mp4(seconds),
  'mp4 written live': liveMp4,
  wav: (seconds) => wav(seconds),
  mp3,
}
for (const [name, reader] of Object.entries(readers)) {
  const make = makers[name as keyof typeof readers]
  test(`${name}: the length is read; sixty seconds are taken, sixty-two are not`, () => {
    for (const seconds of [1.2, 30, 61.5]) near(reader(make(seconds)), seconds)
    assert.equal(refusalOf(make(59.8)), null)
    assert.equal(refusalOf(make(60)), null)
    assert.equal(refusalOf(make(62)), 'file.too-long')
  })
}
test('what a browser recorded is read: two and a half seconds, with its length written nowhere', () => {
  near(webmSeconds(kept('chromium.webm')), 2.4)
  near(mp4Seconds(kept('chromium.m4a')), 2.42)
  assert.deepEqual(readVoice(kept('chromium.webm')), { mime: 'audio/webm', extension: 'webm' })
  assert.deepEqual(readVoice(kept('chromium.m4a')), { mime: 'audio/mp4', extension: 'm4a' })
})
test('a head that claims less than there is convinces nobody', () => {
  assert.equal(refusalOf(webm(90, { written: 5 })), 'file.too-long')
  assert.equal(refusalOf(mp4(90, 5)), 'file.too-long')
  assert.equal(refusalOf(wav(90, 0)), 'file.too-long')
  assert.equal(refusalOf(ogg(40, 40)), 'file.too-long', 'two streams one after the other')
})
test('containers without sound are no recordings', () => {
  const filled = (head: string | Buffer) => Buffer.concat([Buffer.from(head as string, 'latin1'), Buffer.alloc(400, 7)])
  for (const bytes of [
    webm(0).subarray(0, 40),
    filled(webm(0).subarray(0, 16)),
    filled('OggS'),
    filled('\0\0\0\x1cftypM4A '),
    filled('RIFF\0\0\0\0WAVEfmt '),
    filled('ID3\x04'),
  ])
    assert.equal(refusalOf(bytes), 'file.not-audio')
})
test('broken and hostile recordings are refused or read, and never more than that', () => {
  for (const make of [
    () => kept('chromium.webm'),
    () => kept('chromium.m4a'),
    () => ogg(3),
    () => mp4(3),
    () => mp3(2),
  ])
    for (let round = 0; round < 300; round++) {
      const bytes = Buffer.from(make())
      const noise = randomBytes(8)
      for (let i = 0; i < 4; i++) bytes[(noise[i]! * 257 + noise[i + 4]!) % bytes.length] = noise[(i * 3) % 8]!
      const cut = round % 3 === 0 ? bytes.subarray(0, (noise[0]! * bytes.length) >> 8) : bytes
      assert.ok([null, 'file.not-audio', 'file.too-long'].includes(refusalOf(cut)))
    }
})
