// What a zip file holds: bundles, documents and spreadsheets are zip files.
import { inflateRawSync } from 'node:zlib'

const STORED = 0
/** Every file by its name, found by the directory at the end. */
export const unzip = (bytes: Buffer): Map<string, Buffer> => {
  const files = new Map<string, Buffer>()
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)]
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field))
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength!)
    const header = bytes.readUInt32LE(at + 42)
    const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
    const body = bytes.subarray(start, start + packed)
    files.set(name, method === STORED ? body : inflateRawSync(body))
    at += 46 + nameLength! + extraLength! + noteLength!
  }
  return files
}
