// Checks which room of the house imports which (the arrows of the design); `npm run check` runs it.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Import = {
  /** The file, from the house's folder, with `/`. */
  readonly from: string
  readonly line: number
  /** A file of the house from its folder, or the name of a package. */
  readonly to: string
  readonly isPackage: boolean
  readonly typeOnly: boolean
}
export type Breach = { readonly from: string; readonly line: number; readonly to: string; readonly rule: string }

const skipped = new Set(['node_modules', 'dist', 'data', '.git'])
/** `import … from 'x'`, `export … from 'x'`, `import 'x'` and `import('x')`, over several lines too. */
const statement =
  /(?:^|[\n;])[ \t]*(?:import|export)\b(?<what>[^'"`;()]*?)\bfrom[ \t\n]*['"](?<from>[^'"\n]+)['"]|(?:^|[\n;])[ \t]*import[ \t]*['"](?<bare>[^'"\n]+)['"]|\bimport\([ \t\n]*['"](?<lazy>[^'"\n]+)['"]/g

const isTypeOnly = (what: string): boolean => {
  if (/^\s*type\b/.test(what)) return true
  const names = /^\s*\{([^}]*)\}\s*$/.exec(what)?.[1]
  return names !== undefined && names.split(',').every((name) => name.trim() === '' || /^type\s/.test(name.trim()))
}
/** Every import a file states. */
export const importsIn = (file: string, text: string): Import[] => {
  const found: Import[] = []
  for (const match of text.matchAll(statement)) {
    const { what = '', from, bare, lazy } = match.groups as Record<string, string | undefined>
    const name = (from ?? bare ?? lazy)!
    const isPackage = !name.startsWith('.')
    const to = isPackage ? name : posix.normalize(posix.join(posix.dirname(file), name.replace(/\?.*$/, '')))
    const line = text.slice(0, match.index + match[0].search(/\S/)).split('\n').length
    found.push({ from: file, line, to, isPackage, typeOnly: from !== undefined && isTypeOnly(what) })
  }
  return found
}
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : /\.(ts|tsx|mts|mjs)$/.test(entry.name) ? [path] : []
  })
/** Every import of the house's rooms; tests and scripts beside `src` are not held to the arrows. */
export const readHouse = (
  house: string,
  rooms: readonly string[] = ['contract', 'rules', 'server', 'console', 'resident'],
) =>
  rooms.flatMap((room) =>
    filesBelow(join(house, room, 'src')).flatMap((path) =>
      importsIn(relative(house, path).split(sep).join('/'), readFileSync(path, 'utf8')),
    ),
  )

const roomOf = (file: string): string => file.slice(0, file.indexOf('/'))
const moduleOf = (file: string): string | null => /^server\/src\/modules\/([^/]+)\//.exec(file)?.[1] ?? null
const mayImport: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  rules: [],
  server: ['contract', 'rules'],
  console: ['contract'],
  resident: ['contract'],
}
const ofRooms = (one: Import): string | null => {
  const [room, target] = [roomOf(one.from), roomOf(one.to)]
  if (one.isPackage) {
    if (room === 'rules' && !one.to.startsWith('node:')) return 'rules import nothing'
    if (room === 'rules') return 'rules do no input or output'
    if (room === 'contract' && one.to !== 'zod' && !one.to.startsWith('zod/')) return 'the contract imports zod only'
    if ((room === 'console' || room === 'resident') && one.to.startsWith('node:'))
      return 'a browser has no node modules'
    return null
  }
  if (target === room || (mayImport[room] ?? []).includes(target)) return null
  return `${room} may import ${[...(mayImport[room] ?? []), 'itself'].join(', ')} only`
}
const ofServer = (one: Import): string | null => {
  if (one.isPackage || !one.from.startsWith('server/src/') || !one.to.startsWith('server/src/')) return null
  const [mine, theirs] = [moduleOf(one.from), moduleOf(one.to)]
  if (one.from.startsWith('server/src/platform/') && !one.to.startsWith('server/src/platform/'))
    return 'the platform knows no module'
  if (mine === null || mine === theirs) return null
  if (theirs === null)
    return one.to.startsWith('server/src/platform/') ? null : 'a module imports the platform and doors of modules only'
  return /^server\/src\/modules\/[^/]+\/(index|tables)\.ts$/.test(one.to)
    ? null
    : `another module is entered by its index.ts or tables.ts`
}
/** The files of the contract that load zod when they run. */
const zodBearing = (imports: readonly Import[]): Set<string> => {
  const bearing = new Set(
    imports
      .filter((one) => one.from.startsWith('contract/') && one.to === 'zod' && !one.typeOnly)
      .map((one) => one.from),
  )
  for (let before = -1; before !== bearing.size;) {
    before = bearing.size
    for (const one of imports)
      if (one.from.startsWith('contract/') && !one.typeOnly && bearing.has(one.to)) bearing.add(one.from)
  }
  return bearing
}
/** The first circle among these arrows, if there is one. */
const circleIn = (arrows: ReadonlyMap<string, ReadonlySet<string>>): string[] | null => {
  const done = new Set<string>()
  const walk = (at: string, path: readonly string[]): string[] | null => {
    if (path.includes(at)) return [...path.slice(path.indexOf(at)), at]
    if (done.has(at)) return null
    for (const next of arrows.get(at) ?? []) {
      const circle = walk(next, [...path, at])
      if (circle !== null) return circle
    }
    done.add(at)
    return null
  }
  for (const at of arrows.keys()) {
    const circle = walk(at, [])
    if (circle !== null) return circle
  }
  return null
}
const circlesOfModules = (imports: readonly Import[]): Breach[] => {
  const arrows = new Map<string, Set<string>>()
  for (const one of imports) {
    const [mine, theirs] = [moduleOf(one.from), one.isPackage ? null : moduleOf(one.to)]
    if (mine === null || theirs === null || mine === theirs || one.typeOnly || one.to.endsWith('/tables.ts')) continue
    arrows.set(mine, (arrows.get(mine) ?? new Set()).add(theirs))
  }
  const circle = circleIn(arrows)
  if (circle === null) return []
  const first = imports.find(
    (one) => moduleOf(one.from) === circle[0] && !one.isPackage && moduleOf(one.to) === circle[1] && !one.typeOnly,
  )!
  return [{ from: first.from, line: first.line, to: first.to, rule: `modules go in a circle: ${circle.join(' → ')}` }]
}
/** Every breach of the arrows, in the order of the files. */
export const breachesOf = (imports: readonly Import[]): Breach[] => {
  const bearing = zodBearing(imports)
  const single = imports.flatMap((one) => {
    const room = roomOf(one.from)
    const isFront = room === 'console' || room === 'resident'
    const rule =
      ofRooms(one) ??
      ofServer(one) ??
      (isFront && !one.typeOnly && (bearing.has(one.to) || one.to === 'zod')
        ? 'zod must not reach a bundle: import the type only'
        : null)
    return rule === null ? [] : [{ from: one.from, line: one.line, to: one.to, rule }]
  })
  return [...single, ...circlesOfModules(imports)]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const imports = readHouse(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))
  const breaches = breachesOf(imports)
  for (const breach of breaches) console.error(`${breach.from}:${breach.line} → ${breach.to}: ${breach.rule}`)
  if (breaches.length > 0) process.exitCode = 1
}
