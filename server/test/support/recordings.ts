// Recordings of any length in every container that is taken, written byte by byte; silent, but whole.

const u16 = (n: number) => Buffer.from([(n >> 8) & 255, n & 255])
const u32 = (n: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(n)
  return bytes
}
/** An EBML part; without a body's length where it is written live. */
const part = (id: string, body: Buffer, live = false): Buffer =>
  Buffer.concat([
    Buffer.from(id, 'hex'),
    live
      ? Buffer.from('01ffffffffffffff', 'hex')
      : Buffer.concat([Buffer.from('10', 'hex'), u32(body.length).subarray(1)]),
    body,
  ])
/** As MediaRecorder writes it: no duration, cluster and segment of unknown length; a cluster every five seconds. */
export const webm = (seconds: number, options: { written?: number; live?: boolean } = {}): Buffer => {
  const { written, live = true } = options
  const duration = Buffer.alloc(8)
  duration.writeDoubleBE((written ?? 0) * 1000)
  const info = part('1549a966', Buffer.concat([part('2ad7b1', Buffer.from('0f4240', 'hex')), part('4489', duration)]))
  const clusters: Buffer[] = []
  for (let from = 0; from < seconds * 1000; from += 5000) {
    const blocks: Buffer[] = []
    for (let at = 0; at < 5000 && from + at <= seconds * 1000; at += 60)
      blocks.push(part('a3', Buffer.concat([Buffer.from('81', 'hex'), u16(at), Buffer.from('80fc', 'hex')])))
    clusters.push(part('1f43b675', Buffer.concat([part('e7', u32(from)), ...blocks]), live))
  }
  const head = part('1a45dfa3', part('4282', Buffer.from('webm')))
  return Buffer.concat([head, part('18538067', Buffer.concat([info, ...clusters]), live)])
}
const page = (serial: number, flags: number, position: bigint, body: Buffer): Buffer => {
  const head = Buffer.alloc(28)
  head.write('OggS', 0, 'latin1')
  head[5] = flags
  head.writeBigInt64LE(position, 6)
  head.writeUInt32LE(serial, 14)
  head[26] = 1
  head[27] = body.length
  return Buffer.concat([head, body])
}
const opusHead = Buffer.concat([Buffer.from('OpusHead\x01\x01', 'latin1'), Buffer.from('380180bb0000000000', 'hex')])
/** One stream after another, a page a second. */
export const ogg = (...streams: number[]): Buffer =>
  Buffer.concat(
    streams.flatMap((seconds, serial) => [
      page(serial, 2, 0n, opusHead),
      ...Array.from({ length: Math.ceil(seconds) }, (_, i) =>
        page(serial, 0, BigInt(Math.round(Math.min(i + 1, seconds) * 48_000)) + 312n, Buffer.alloc(40)),
      ),
    ]),
  )
const box = (kind: string, ...bodies: Buffer[]): Buffer => {
  const body = Buffer.concat(bodies)
  return Buffer.concat([u32(body.length + 8), Buffer.from(kind, 'latin1'), body])
}
const zeros = (count: number) => Buffer.alloc(count)
const movie = (length: number, ...inside: Buffer[]) =>
  box(
    'moov',
    box('mvhd', zeros(12), u32(1000), u32(0), zeros(80)),
    box(
      'trak',
      box('tkhd', zeros(12), u32(1), zeros(68)),
      box('mdia', box('mdhd', zeros(12), u32(1000), u32(length), zeros(4)), ...inside),
    ),
    box('mvex', box('trex', zeros(4), u32(1), u32(1), u32(20), zeros(8))),
  )
const ftyp = box('ftyp', Buffer.from('M4A \0\0\0\0M4A isom', 'latin1'))
const stts = (...runs: [count: number, each: number][]) =>
  box(
    'minf',
    box(
      'stbl',
      box('stts', zeros(4), u32(runs.length), ...runs.map(([n, each]) => Buffer.concat([u32(n), u32(each)]))),
    ),
  )
/** Written at once; `written` is what its head says of its length. */
export const mp4 = (seconds: number, written = seconds): Buffer =>
  Buffer.concat([ftyp, movie(written * 1000, stts([Math.round(seconds * 50), 20])), box('mdat', zeros(200))])
/** Written live: a fragment a second, each saying nothing of its samples but how many. */
export const liveMp4 = (seconds: number): Buffer => {
  const fragment = (at: number, samples: number) =>
    box(
      'moof',
      box('mfhd', zeros(8)),
      box(
        'traf',
        box('tfhd', Buffer.from('00020000', 'hex'), u32(1)),
        box('tfdt', zeros(4), u32(at * 1000)),
        box('trun', zeros(4), u32(samples)),
      ),
    )
  const fragments = Array.from({ length: Math.ceil(seconds) }, (_, at) =>
    Buffer.concat([fragment(at, Math.round(Math.min(1, seconds - at) * 50)), box('mdat', zeros(40))]),
  )
  return Buffer.concat([ftyp, movie(0, stts()), ...fragments])
}
/** At a thousand bytes a second; `written` is the length its head claims. */
export const wav = (seconds: number, written = seconds): Buffer => {
  const head = Buffer.alloc(44)
  head.write('RIFF\0\0\0\0WAVEfmt ', 0, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt32LE(1000, 28)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(written * 1000, 40)
  return Buffer.concat([head, Buffer.alloc(Math.round(seconds * 1000))])
}
/** MPEG 2 layer III, 24 kHz, 8 kbit/s: 24 bytes for 24 ms, behind an ID3 tag. */
export const mp3 = (seconds: number): Buffer => {
  const frame = Buffer.concat([Buffer.from('fff314c4', 'hex'), zeros(20)])
  const tag = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\x01\0', 'latin1'), zeros(128)])
  return Buffer.concat([tag, ...Array.from({ length: Math.round(seconds / 0.024) }, () => frame)])
}
