// A page opened by its address brings the styles of all it shows: none may lean on a page that was opened before it.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { describe, test } from 'node:test'
import { importsIn } from '../src/check-boundaries.ts'
import { houseFolder } from '../src/settings.ts'

type Files = ReadonlyMap<string, string>

/** The files where pages are listed: what they import is opened one at a time. */
const listsPages = (file: string) => /\/(app\.tsx|[a-z-]*rooms\.ts)$/.test(file)
const read = (app: string): Files =>
  new Map(
    globSync(`${app}/src/**/*.{ts,tsx,css}`, { cwd: houseFolder }).map((path) => {
      const file = relative('.', path).split(sep).join('/')
      return [file, readFileSync(join(houseFolder, path), 'utf8')]
    }),
  )
const importsOf = (files: Files) => {
  const known = new Map<string, readonly string[]>()
  for (const [file, text] of files)
    if (!file.endsWith('.css')) {
      const named = importsIn(file, text).filter((one) => !one.typeOnly && files.has(one.to))
      known.set(
        file,
        named.map((one) => one.to),
      )
    }
  return known
}
/** What is loaded with a file; pages that a list of pages names are loaded by their address only. */
const loadedWith = (start: string, imports: ReadonlyMap<string, readonly string[]>) => {
  const seen = new Set<string>()
  const walk = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    if (listsPages(file)) return
    for (const next of imports.get(file) ?? []) walk(next)
  }
  walk(start)
  return seen
}
const classesIn = (text: string): string[] =>
  [...text.matchAll(/class(?:Name)?=(?:"([^"]+)"|\{([^}]*)\})/g)].flatMap(([, plain, made]) => {
    const said = plain ?? [...(made ?? '').matchAll(/['"`]([^'"`]*)['"`]/g)].map(([, part]) => part).join(' ')
    return said.split(/\s+/).filter((one) => /^[a-z][\w-]+$/.test(one) && !one.startsWith('ant-'))
  })
const named = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name!)

/** Every class that a page shows and whose styles another page keeps to itself. */
const strayClasses = (app: string, files: Files): string[] => {
  const imports = importsOf(files)
  const styled = new Map<string, string[]>()
  for (const [file, text] of files)
    if (file.endsWith('.css'))
      for (const name of named(text, /\.([a-z][\w-]*)/gi)) styled.set(name, [...(styled.get(name) ?? []), file])
  const always = loadedWith(`${app}/src/main.tsx`, imports)
  const pages = [...imports].flatMap(([file, to]) => (listsPages(file) ? to.filter((one) => one.endsWith('.tsx')) : []))
  const stray = pages.flatMap((page) => {
    const loaded = loadedWith(page, imports)
    return [...loaded].flatMap((file) =>
      (file.endsWith('.tsx') ? classesIn(files.get(file) ?? '') : [])
        .filter((name) => styled.has(name))
        .filter((name) => !styled.get(name)!.some((sheet) => loaded.has(sheet) || always.has(sheet)))
        .map((name) => `${page} shows .${name} of ${file}, styled in ${styled.get(name)!.join(', ')} only`),
    )
  })
  return [...new Set(stray)]
}
describe('styles', () => {
  for (const app of ['resident', 'console']) {
    const files = read(app)
    test(`every page of the ${app} app brings the styles of what it shows`, () => {
      assert.ok(files.size > 100, 'the files of the app are found')
      assert.deepEqual(strayClasses(app, files), [])
    })
    test(`a page of the ${app} app that leans on another page's styles is found`, () => {
      const list = [...files.keys()].find(
        (file) => listsPages(file) && file.endsWith(app === 'console' ? 'rooms.ts' : 'app.tsx'),
      )!
      const folder = `${app}/src/modules/planted`
      const planted = new Map([
        ...files,
        [list, `${files.get(list)}\nimport('./modules/planted/page.tsx')\nimport('./modules/planted/other.tsx')\n`],
        [`${folder}/page.tsx`, 'export default () => <p class="planted-word" />'],
        [`${folder}/other.tsx`, "import './planted.css'\nexport default () => null"],
        [`${folder}/planted.css`, '.planted-word { color: red; }'],
      ])
      assert.match(strayClasses(app, planted).join(), /planted\/page\.tsx shows \.planted-word/)
    })
    test(`every variable that a style of the ${app} app reads is set`, () => {
      const sheets = [...files].filter(([file]) => file.endsWith('.css')).map(([, text]) => text)
      const theme = files.get(`${app}/src/platform/theme.ts`) ?? ''
      const tokens = named(theme, /^ {2}(\w+): '#/gm).map(
        (name) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      )
      const set = new Set([...sheets.flatMap((text) => named(text, /(--[\w-]+)\s*:/g)), ...tokens, '--fonts'])
      const unset = sheets.flatMap((text) => named(text, /var\((--[\w-]+)/g)).filter((name) => !set.has(name))
      assert.deepEqual(unset, [])
    })
  }
})
