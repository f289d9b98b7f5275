// The words of the journal: every action has a name in both languages, every sentence is Chinese at its source.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { caseSteps } from '../../contract/src/cases-life.ts'
import { journalAction, journalActions, type JournalAction } from '../../contract/src/journal-actions.ts'

const modules = join(import.meta.dirname, '../src/modules')
const sources = readdirSync(modules, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(join(modules, file), 'utf8') }))
/** What stands in quotes behind a field of an entry, whichever of two it is. */
const quoted = (text: string, field: string): string[] =>
  [...text.matchAll(new RegExp(`\\b${field}:([^\\n]*(?:\\n\\s+[?:][^\\n]*)*)`, 'g'))].flatMap(([, rest]) =>
    [...rest!.replace(/\bthing:.*|[!=]== '[^']*'/gs, '').matchAll(/'([^']*)'|`([^`]*)`/g)].map(
      (found) => found[1] ?? found[2]!,
    ),
  )
/** Files that write to the journal, or lay out entries for it. */
const writing = sources.filter(({ text }) => /\bsentence: ?[^\n]/.test(text) && /\baction: ?[^\n]/.test(text))
const actionsIn = (text: string): string[] => quoted(text, 'action').filter((code) => /^[a-z-]+\.[a-z-]+$/i.test(code))

void test('every action that is written has a name in Chinese and in English', () => {
  const written = new Set(writing.flatMap(({ text }) => actionsIn(text)))
  assert.ok(written.size > 50, `${written.size} actions found`)
  assert.deepEqual(
    [...written].filter((code) => journalAction(code) === null),
    [],
  )
  for (const step of Object.keys(caseSteps)) assert.ok(journalAction(`case.${step}`) !== null, step)
  for (const [code, { zh, en }] of Object.entries(journalActions)) {
    assert.match(zh, /^\p{Script=Han}/u, code)
    assert.match(en, /^[a-z][^\p{Script=Han}]*$/u, code)
  }
})
void test('every sentence is Chinese where it is written', () => {
  const english = writing.flatMap(({ file, text }) =>
    quoted(text, 'sentence')
      .filter((sentence) => !/\p{Script=Han}/u.test(sentence))
      .map((sentence) => `${file}: ${sentence}`),
  )
  assert.deepEqual(english, [])
})
void test('an action without a name does not compile, and one of an older version reads as nothing', () => {
  const named: JournalAction[] = ['case.dispatch', 'trial.start', 'deliberation.checkIn', 'identity.totp-reset']
  // @ts-expect-error: nobody named it
  const unnamed: JournalAction = 'identity.nobody-named-it'
  assert.equal(journalAction(unnamed), null)
  for (const code of named) assert.match(journalAction(code)!.zh, /^\p{Script=Han}/u)
})
