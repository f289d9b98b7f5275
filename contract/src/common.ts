// Small shapes that several modules share.
import { z } from 'zod'

/** UUIDv7, made in the app. */
export const id = z.uuid()
/** A moment: ISO 8601 in UTC. */
export const at = z.iso.datetime({ offset: true })
/** A calendar day in Asia/Shanghai, YYYY-MM-DD. */
export const day = z.iso.date()
/** Words a person writes: trimmed, no control characters, at most `max` characters. */
export const words = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((text) => !hasControlCharacter(text), { message: 'control-character' })
const hasControlCharacter = (text: string) => {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if ((code < 32 && code !== 10 && code !== 9 && code !== 13) || code === 127) return true
    if (code >= 0xd800 && code <= 0xdfff) {
      const next = text.charCodeAt(i + 1)
      if (code > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return true
      i++
    }
  }
  return false
}
export const name = words(60)
/** A mainland mobile number. */
export const phone = z
  .string()
  .trim()
  .regex(/^1[3-9]\d{9}$/, { message: 'phone' })
export const named = z.object({ id, name: z.string() })
export const idParams = z.object({ id })
/** Query-string boolean. */
export const flag = z.enum(['true', 'false']).transform((v) => v === 'true')
export const paging = {
  /** Opaque: the `next` of the page before. */
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(20),
}
/** One page of a list. `total` is null where it is not counted. */
export const listOf = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), total: z.number().int().nullable(), next: z.string().nullable() })
export const done = z.object({ done: z.literal(true) })
export const coordinates = z.object({ lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })
