// Reads the parts of a .xlsx: what it declares is checked before a byte is unpacked.
import { inflateRaw } from 'node:zlib'
import { promisify } from 'node:util'
import { refuse } from '../../platform/refuse.ts'

const inflate = promisify(inflateRaw)
/** Everything unpacked together; more than any sheet of 20,000 rows needs. */
export const UNPACKED_BYTES = 200 * 1024 * 1024
const END = 0x06054b50
const ENTRY = 0x02014b50
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

interface Entry {
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
}
export interface Archive {
  has(name: string): boolean
  /** @throws import.not-excel when the part is missing or not what it declares */
  read(name: string): Promise<Buffer>
}
const notExcel = (because: string) => refuse('import.not-excel', { because })

/** A password makes an OLE file of an .xlsx; so was every file before 2007. */
const refuseOle = (bytes: Buffer) => {
  const marks = ['EncryptedPackage', 'EncryptionInfo'].map((name) => Buffer.from(name, 'utf16le'))
  if (marks.some((mark) => bytes.includes(mark))) throw refuse('import.encrypted')
  throw notExcel('an OLE file')
}
const findEnd = (bytes: Buffer): number => {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at--) {
    if (bytes.readUInt32LE(at) === END) return at
  }
  throw notExcel('no end of a zip')
}
const readEntries = (bytes: Buffer): Map<string, Entry> => {
  const end = findEnd(bytes)
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  const entries = new Map<string, Entry>()
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw notExcel('a broken directory')
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw refuse('import.encrypted')
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    entries.set(bytes.toString('utf8', at + 46, at + 46 + name), {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += 46 + name + extra + comment
  }
  return entries
}
const unpack = async (bytes: Buffer, entry: Entry): Promise<Buffer> => {
  if (entry.offset + 30 > bytes.length) throw notExcel('a part beyond the end')
  const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28)
  const packed = bytes.subarray(start, start + entry.packed)
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw notExcel('an unknown packing')
  try {
    // Whoever declares less than there is gets no further than what was declared.
    return await inflate(packed, { maxOutputLength: entry.unpacked + 1 })
  } catch (error) {
    throw notExcel((error as Error).message)
  }
}
/** @throws import.not-excel, import.encrypted, import.too-large */
export const openArchive = (bytes: Buffer): Archive => {
  if (bytes.subarray(0, 8).equals(OLE)) refuseOle(bytes)
  if (bytes.length < 22 || bytes.toString('latin1', 0, 2) !== 'PK') throw notExcel('no zip')
  const entries = readEntries(bytes)
  const total = [...entries.values()].reduce((sum, entry) => sum + entry.unpacked, 0)
  if (total > UNPACKED_BYTES) throw refuse('import.too-large', { because: `${total} bytes unpacked` })
  return {
    has: (name) => entries.has(name),
    read: async (name) => {
      const entry = entries.get(name)
      if (entry === undefined) throw notExcel(`no ${name}`)
      return unpack(bytes, entry)
    },
  }
}
