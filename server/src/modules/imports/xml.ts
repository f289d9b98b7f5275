// Reads XML a slice at a time, so that a large sheet does not hold up everybody else.
import { setImmediate } from 'node:timers/promises'
import { SaxesParser } from 'saxes'
import { refuse } from '../../platform/refuse.ts'

export interface XmlReader {
  /** Names come without their namespace prefix. */
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close?(name: string): void
  text?(text: string): void
}
const SLICE = 64 * 1024
const local = (name: string) => name.slice(name.indexOf(':') + 1)
/** Reads until the end or until `isDone`. Entities of a DTD are not resolved. @throws import.not-excel */
export const readXml = async (bytes: Buffer, reader: XmlReader, isDone: () => boolean = () => false): Promise<void> => {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw refuse('import.not-excel', { because: error.message })
  })
  parser.on('opentag', (tag) => reader.open(local(tag.name), tag.attributes as Record<string, string>))
  if (reader.close !== undefined) parser.on('closetag', (tag) => reader.close!(local(tag.name)))
  if (reader.text !== undefined) {
    parser.on('text', (text) => reader.text!(text))
    parser.on('cdata', (text) => reader.text!(text))
  }
  const decoder = new TextDecoder('utf-8')
  for (let at = 0; at < bytes.length && !isDone(); at += SLICE) {
    parser.write(decoder.decode(bytes.subarray(at, at + SLICE), { stream: true }))
    await setImmediate()
  }
  if (!isDone()) parser.close()
}
