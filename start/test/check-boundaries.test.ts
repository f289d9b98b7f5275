// The check of the arrows between rooms: the house keeps them, and a planted breach of each is found.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, test, type TestContext } from 'node:test'
import { breachesOf, importsIn, readHouse } from '../src/check-boundaries.ts'
import { houseFolder } from '../src/settings.ts'

/** A small house with nothing wrong in it, and what the test plants. */
const houseWith = (t: TestContext, planted: Readonly<Record<string, string>>) => {
  const house = mkdtempSync(join(tmpdir(), 'linli-arrows-'))
  t.after(() => rmSync(house, { recursive: true, force: true }))
  const sound = {
    'contract/src/shapes.ts': "import { z } from 'zod'\nexport const shape = z.string()\nexport type Shape = string",
    'contract/src/table.ts': 'export const table = [1]',
    'contract/src/outer.ts': "export { shape } from './shapes.ts'",
    'rules/src/sum.ts': 'export const sum = 1',
    'server/src/platform/database.ts': "import pg from 'pg'\nexport const open = pg",
    'server/src/modules/cases/index.ts':
      "import { table } from '../../../../contract/src/table.ts'\nimport { open } from '../../platform/database.ts'\nimport { places } from '../places/index.ts'\nexport const cases = [table, open, places]",
    'server/src/modules/places/index.ts': "export { tables as places } from './tables.ts'",
    'server/src/modules/places/tables.ts': 'export const tables = 1',
    'server/src/modules/places/inner.ts': 'export const inner = 1',
    'server/src/app.ts': "import { cases } from './modules/cases/index.ts'\nexport const app = cases",
    'console/src/main.ts':
      "import type { Shape } from '../../contract/src/shapes.ts'\nimport { table } from '../../contract/src/table.ts'\nexport const main: Shape[] = [String(table)]",
    'resident/src/main.ts': "import { type Shape } from '../../contract/src/shapes.ts'\nexport const main: Shape = ''",
  }
  for (const [path, text] of Object.entries({ ...sound, ...planted })) {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }
  return breachesOf(readHouse(house))
}
const breaches: readonly (readonly [string, string, string, RegExp])[] = [
  [
    'a front end that imports the server',
    'console/src/bad.ts',
    "import { app } from '../../server/src/app.ts'",
    /console may import contract/,
  ],
  [
    'a front end that imports the other',
    'resident/src/bad.ts',
    "import { main } from '../../console/src/main.ts'",
    /resident may import contract/,
  ],
  [
    'a front end that loads zod through the contract',
    'resident/src/bad.ts',
    "import { shape } from '../../contract/src/outer.ts'",
    /zod must not reach a bundle/,
  ],
  [
    'a front end that loads zod lazily',
    'console/src/bad.ts',
    "const shapes = await import('../../contract/src/shapes.ts')",
    /zod must not reach a bundle/,
  ],
  [
    'a contract that imports the server',
    'contract/src/bad.ts',
    "import type { app } from '../../server/src/app.ts'",
    /contract may import itself/,
  ],
  ['a contract that imports a package', 'contract/src/bad.ts', "import pg from 'pg'", /zod only/],
  ['rules that read files', 'rules/src/bad.ts', "import { readFileSync } from 'node:fs'", /no input or output/],
  [
    'rules that import the contract',
    'rules/src/bad.ts',
    "import { table } from '../../contract/src/table.ts'",
    /rules may import itself/,
  ],
  [
    'a platform that knows a module',
    'server/src/platform/bad.ts',
    "import { cases } from '../modules/cases/index.ts'",
    /the platform knows no module/,
  ],
  [
    'a module that enters another by a window',
    'server/src/modules/cases/bad.ts',
    "import {\n  inner,\n} from '../places/inner.ts'",
    /index.ts or tables.ts/,
  ],
  [
    'a module that imports the app',
    'server/src/modules/cases/bad.ts',
    "export * from '../../app.ts'",
    /the platform and doors/,
  ],
  [
    'two modules in a circle',
    'server/src/modules/places/bad.ts',
    "import { cases } from '../cases/index.ts'",
    /in a circle/,
  ],
]

describe('the arrows between rooms', () => {
  test('the house keeps them, and the check reads all of it', () => {
    const imports = readHouse(houseFolder)
    assert.ok(imports.length > 500, `only ${imports.length} imports were read`)
    assert.deepEqual(breachesOf(imports), [])
  })
  test('a sound small house has no breach', (t) => assert.deepEqual(houseWith(t, {}), []))
  for (const [what, path, text, rule] of breaches) {
    test(`${what} is found`, (t) => {
      const found = houseWith(t, { [path]: text })
      assert.equal(found.length, 1, JSON.stringify(found))
      assert.match(found[0]!.rule, rule)
    })
  }
  test('imports over several lines, of types and without names are read', () => {
    const text =
      "import type {\n  A,\n} from './a.ts'\nimport { type B, type C } from './b.ts'\nimport { type D, e } from './d.ts'\nimport './f.css'\nexport * from '../g.ts'\n"
    assert.deepEqual(
      importsIn('x/src/y/z.ts', text).map((one) => [one.line, one.to, one.typeOnly]),
      [
        [1, 'x/src/y/a.ts', true],
        [4, 'x/src/y/b.ts', true],
        [5, 'x/src/y/d.ts', false],
        [6, 'x/src/y/f.css', false],
        [7, 'x/src/g.ts', false],
      ],
    )
  })
})
