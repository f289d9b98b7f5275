// Our code is loaded from copies without its types: made once, made again when it changed, and lines stay where they were.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'

const hook = new URL('../without-types.mjs', import.meta.url)
const makeHouse = (t: test.TestContext) => {
  const house = mkdtempSync(join(tmpdir(), 'linli-types-'))
  t.after(() => rmSync(house, { recursive: true, force: true }))
  mkdirSync(join(house, 'start'))
  copyFileSync(hook, join(house, 'start/without-types.mjs'))
  const program = join(house, 'program.ts')
  const cache = join(house, 'node_modules/.cache/linli-without-types')
  return {
    cache,
    write: (text: string) => writeFileSync(program, text),
    run: () =>
      spawnSync(process.execPath, ['--import', join(house, 'start/without-types.mjs'), program], { encoding: 'utf8' }),
  }
}
test('a copy is made once and made again when the source changed', (t) => {
  const { cache, write, run } = makeHouse(t)
  write('const said: string = "one"\nconsole.log(said)\n')
  assert.equal(run().stdout, 'one\n')
  assert.deepEqual(readdirSync(cache), ['program.ts.js'])
  const copy = join(cache, 'program.ts.js')
  assert.ok(!readFileSync(copy, 'utf8').includes(': string'))
  // That the copy is what runs: its text is changed, its mark kept.
  writeFileSync(copy, readFileSync(copy, 'utf8').replace('one', 'from the copy'))
  assert.equal(run().stdout, 'from the copy\n')
  write('const said: string = "two"\nconsole.log(said)\n')
  assert.equal(run().stdout, 'two\n')
  assert.deepEqual(readdirSync(cache), ['program.ts.js'])
})
test('a copy cut short by a crash is made again', (t) => {
  const { cache, write, run } = makeHouse(t)
  write('console.log("whole" as string)\n')
  run()
  const copy = join(cache, 'program.ts.js')
  writeFileSync(copy, readFileSync(copy, 'utf8').slice(0, 12))
  assert.equal(run().stdout, 'whole\n')
})
test('an error names its line and column in the source', (t) => {
  const { write, run } = makeHouse(t)
  write(
    'interface Given {\n  readonly a: number\n}\nconst given: Given = { a: 1 }\nthrow new Error(`broken ${given.a}`)\n',
  )
  for (const kind of ['fresh', 'kept']) assert.match(run().stderr, /program\.ts:5:7/, kind)
})
test('where nothing can be kept the program runs all the same', (t) => {
  const { cache, write, run } = makeHouse(t)
  mkdirSync(join(cache, '..'), { recursive: true })
  writeFileSync(cache, 'a file where the folder should be')
  write('console.log("runs" as string)\n')
  assert.equal(run().stdout, 'runs\n')
})
