// The words of the journal: every action has a name in both languages, every sentence is Chinese at its source.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { caseSteps } from '../../contract/src/cases-life.ts'
import { caseStates } from '../../contract/src/cases-states.ts'
import { fundStates } from '../../contract/src/funds-life.ts'
import { journalAction, journalActions, type JournalAction } from '../../contract/src/journal-actions.ts'
import { caseFields } from '../../contract/src/journal-fields-cases.ts'
import { channelFields } from '../../contract/src/journal-fields-channels.ts'
import { commonFields } from '../../contract/src/journal-fields-common.ts'
import { deliberationFields } from '../../contract/src/journal-fields-deliberation.ts'
import { outsideFields } from '../../contract/src/journal-fields-field.ts'
import { fundFields } from '../../contract/src/journal-fields-funds.ts'
import { ownerFields } from '../../contract/src/journal-fields-owners.ts'
import { peopleFields } from '../../contract/src/journal-fields-people.ts'
import { journalField, journalFields, journalRooms } from '../../contract/src/journal-fields.ts'
import type { FieldWords, Words } from '../../contract/src/journal-fields-shape.ts'
import { partStates } from '../../contract/src/whistles-life.ts'
import type { JournalEntry, NamedEntry } from '../src/platform/cx.ts'

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

/** Everything a table of fields says: the name of each, and the words behind its codes. */
const saidBy = (fields: Readonly<Record<string, FieldWords>>): [string, Words][] =>
  Object.entries(fields).flatMap(([name, words]): [string, Words][] => [
    [name, words],
    ...(typeof words.values === 'object'
      ? Object.entries(words.values).map(([code, each]): [string, Words] => [`${name}: ${code}`, each])
      : []),
  ])
void test('every field of an entry and every code in it has words in both languages', () => {
  const tables: Readonly<Record<string, FieldWords>>[] = [journalFields, ...Object.values(journalRooms)]
  for (const [what, { zh, en }] of tables.flatMap(saidBy)) {
    assert.match(zh, /\p{Script=Han}/u, what)
    assert.match(en, /^[^\p{Script=Han}]+$/u, what)
  }
})
void test('a field is named once, and what an action calls otherwise is a field that it may write', () => {
  const tables = [
    commonFields,
    caseFields,
    channelFields,
    ownerFields,
    fundFields,
    deliberationFields,
    outsideFields,
    peopleFields,
  ]
  const names = tables.flatMap((table) => Object.keys(table))
  assert.equal(new Set(names).size, names.length)
  assert.deepEqual(names.toSorted(), Object.keys(journalFields).toSorted())
  const rooms = new Set(Object.keys(journalActions).map((code) => code.split('.')[0]))
  for (const [room, fields] of Object.entries(journalRooms)) {
    assert.ok(room === 'case' || rooms.has(room), room)
    for (const name of Object.keys(fields)) assert.ok(Object.hasOwn(journalFields, name), `${room}: ${name}`)
  }
})
void test('a field without a name does not compile, however deep it lies', () => {
  const write = <E extends JournalEntry>(entry: NamedEntry<E>): JournalEntry => entry
  const about = { action: 'case.note', sentence: '写', thing: { kind: 'case', id: '1' } } as const
  const row = { name: '甲', nobodyNamedIt: 1 }
  const unknown: unknown = { nobodyNamedIt: 1 }
  const loose: Readonly<Record<string, number>> = { nobodyNamedIt: 1 }
  const written = [
    write({ ...about, before: null, after: { name: '甲', query: { kind: 'urgent' }, members: [{ memberId: '1' }] } }),
    // @ts-expect-error: nobody named it
    write({ ...about, after: { nobodyNamedIt: 1 } }),
    // @ts-expect-error: nobody named it
    write({ ...about, before: row }),
    // @ts-expect-error: nobody named it, inside another
    write({ ...about, after: { query: { nobodyNamedIt: 1 } } }),
    // @ts-expect-error: nobody named it, in a list
    write({ ...about, after: { members: [row] } }),
    // @ts-expect-error: what it holds is not known
    write({ ...about, after: unknown }),
    // @ts-expect-error: what it holds is not known
    write({ ...about, after: loose }),
  ]
  assert.deepEqual(journalField('case.note', 'nobodyNamedIt'), null)
  assert.ok(written.length > 0)
})
void test('one field means what its action says: a state of a case, of a unit that was called, of a fund', () => {
  const said = (action: string, state: string) => {
    const values = journalField(action, 'state')?.values
    return typeof values === 'object' ? values[state]?.zh : undefined
  }
  assert.equal(said('case.accept', 'accepted'), caseStates.accepted.zh)
  assert.equal(said('whistle.accept', 'accepted'), partStates.accepted.zh)
  assert.equal(said('fund.close', 'closed'), fundStates.closed.zh)
})
