// How a door code is made and recognised: eight random characters and four that prove we made them.
import { randomBytes } from 'node:crypto'
import type { doorcodeKinds } from '../../../../contract/src/doorcodes.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { refuse } from '../../platform/refuse.ts'

export type DoorcodeKind = (typeof doorcodeKinds)[number]

/** Crockford's base 32: no I, L, O, U, so nothing can be mistaken when read aloud or typed. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_CHARACTERS = 8
const MAC_CHARACTERS = 4
const SHAPE = new RegExp(`^[${ALPHABET}]{${RANDOM_CHARACTERS + MAC_CHARACTERS}}$`)

// 256 is a multiple of 32: the remainder favours no letter.
const letters = (bytes: Uint8Array, count: number) =>
  Array.from(bytes.subarray(0, count), (byte) => ALPHABET[byte % 32]!).join('')
const macOf = (sealing: Sealing, random: string) =>
  letters(Buffer.from(sealing.hash(random, 'doorcode'), 'base64url'), MAC_CHARACTERS)

/** A new code, e.g. `7K3M9XQ2B4TD`. 40 random bits; the table's unique index catches the rare twin. */
export const makeCode = (sealing: Sealing): string => {
  const random = letters(randomBytes(RANDOM_CHARACTERS), RANDOM_CHARACTERS)
  return random + macOf(sealing, random)
}
/** The code as people read it: `7K3M-9XQ2-B4TD`. */
export const grouped = (code: string): string => code.match(/.{4}/g)?.join('-') ?? code

/**
 * The stored form of what was scanned or typed: case, hyphens, spaces and look-alike letters do not matter.
 * @throws doorcode.forged without asking the database when the last four characters do not prove the rest.
 */
export const genuineCode = (sealing: Sealing, typed: string): string => {
  const code = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  if (!SHAPE.test(code)) throw refuse('doorcode.forged', { because: 'shape' })
  const random = code.slice(0, RANDOM_CHARACTERS)
  if (macOf(sealing, random) !== code.slice(RANDOM_CHARACTERS)) throw refuse('doorcode.forged', { because: 'mac' })
  return code
}
