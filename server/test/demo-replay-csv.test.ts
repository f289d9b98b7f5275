// The replay reads spreadsheets of messages as they come: quotes, line breaks, a BOM, pieces cut anywhere.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvParser } from '../../bench/replay/csv.ts'
import { fateOf } from '../../bench/replay/fates.ts'

const parse = (...pieces: string[]) => {
  const parser = csvParser()
  return [...pieces.flatMap((piece) => parser.feed(piece)), ...parser.end()]
}
const text = '\uFEFFid,words\r\n1,"他说""好"", 就走了"\n2,"两\n行"\n3,\n'
const rows = [
  ['id', 'words'],
  ['1', '他说"好", 就走了'],
  ['2', '两\n行'],
  ['3', ''],
]

test('quotes, doubled quotes, commas and line breaks inside quotes are read, the BOM is not', () => {
  assert.deepEqual(parse(text), rows)
})
test('it does not matter where the stream is cut', () => {
  for (let at = 1; at < text.length; at++)
    assert.deepEqual(parse(text.slice(0, at), text.slice(at)), rows, `cut at ${at}`)
})
test('a last row without a line break counts, an empty line does not', () => {
  assert.deepEqual(parse('a,b\n\n1,2'), [
    ['a', 'b'],
    ['1', '2'],
  ])
})
test('what becomes of a message depends on its number alone', () => {
  const fates = Array.from({ length: 2000 }, (_, i) => fateOf(String(i)))
  assert.deepEqual(
    fates,
    Array.from({ length: 2000 }, (_, i) => fateOf(String(i))),
  )
  assert.equal(new Set(fates).size, 17)
})
