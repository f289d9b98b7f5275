// Loads our TypeScript from copies without its types, made once and kept beside the packages. Node would strip them at
// every start, with a stripper that stays in memory; its own cache of compiled code stays there as well (15 MB of each).
// In plain JavaScript, for it is loaded before any type can be stripped.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const house = dirname(dirname(fileURLToPath(import.meta.url)))
const kept = join(house, 'node_modules/.cache/linli-without-types')

/** Ends a copy: made of this very text by this very Node. */
const markOf = (text) => `\n//# of ${createHash('sha1').update(process.version).update(text).digest('base64url')}`

const readKept = (file, mark) => {
  try {
    const copy = readFileSync(file, 'utf8')
    return copy.endsWith(mark) ? copy : undefined
  } catch {
    return undefined
  }
}
/** In one step, for several processes start at once. Where nothing can be written, every start strips anew. */
const keep = (file, copy) => {
  const fresh = `${file}.${process.pid}`
  try {
    mkdirSync(kept, { recursive: true })
    writeFileSync(fresh, copy)
    renameSync(fresh, file)
  } catch {
    // Read again from the source next time.
  }
}
const withoutTypes = (path) => {
  const text = readFileSync(path, 'utf8')
  const mark = markOf(text)
  const file = join(kept, `${relative(house, path).replaceAll(/[\\/]/g, '+')}.js`)
  const known = readKept(file, mark)
  if (known !== undefined) return known
  // Lines and columns stay where they were: traces point into the source.
  const copy = stripTypeScriptTypes(text) + mark
  keep(file, copy)
  return copy
}
registerHooks({
  load: (url, context, next) => {
    if (!url.startsWith('file:') || !url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context)
    return { format: 'module', source: withoutTypes(fileURLToPath(url)), shortCircuit: true }
  },
})
