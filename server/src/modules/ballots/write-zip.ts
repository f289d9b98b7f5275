// A small zip of texts, deflated: any tool opens it.
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly text: string
}
const UTF8_NAMES = 0x0800
/** 1 January 2026, so that the same content gives the same bytes. */
const DATE = ((2026 - 1980) << 9) | (1 << 5) | 1
export const writeZip = (entries: readonly ZipEntry[]): Buffer => {
  const bodies: Buffer[] = []
  const index: Buffer[] = []
  let offset = 0
  for (const { name, text } of entries) {
    const plain = Buffer.from(text, 'utf8')
    const packed = deflateRawSync(plain)
    const path = Buffer.from(name, 'utf8')
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(UTF8_NAMES, 2)
    about.writeUInt16LE(8, 4)
    about.writeUInt16LE(0, 6)
    about.writeUInt16LE(DATE, 8)
    about.writeUInt32LE(crc32(plain), 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(plain.length, 18)
    about.writeUInt16LE(path.length, 22)
    const head = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, path])
    const where = Buffer.alloc(14)
    where.writeUInt32LE(offset, 10)
    index.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, where, path]))
    bodies.push(head, packed)
    offset += head.length + packed.length
  }
  const listing = Buffer.concat(index)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(listing.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, listing, Buffer.from('PK\x05\x06', 'latin1'), end])
}
