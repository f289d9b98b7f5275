// The filters of the queue: what an address means, and what is asked of the server for it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSearch, writeSearch } from '../src/platform/search-words.ts'
import { filtersOf, isAboutOpen, queryOf } from '../src/modules/cases/filters.ts'

test('an address without a word shows what is open, most urgent first', () => {
  assert.deepEqual(queryOf({}), { open: 'true' })
  assert.equal(isAboutOpen({}), true)
})
test('chosen states are asked for as they stand, open or not', () => {
  assert.deepEqual(queryOf({ state: 'closed,confirmed', sort: 'oldest' }), {
    state: 'closed,confirmed',
    sort: 'oldest',
  })
})
test('every state means newest first, because only open cases have something that bites', () => {
  assert.deepEqual(queryOf({ state: 'any' }), { sort: 'newest' })
  assert.deepEqual(queryOf({ state: 'any', sort: 'due' }), { sort: 'newest' })
  assert.deepEqual(queryOf({ state: 'any', sort: 'oldest' }), { sort: 'oldest' })
})
test('a rating is looked for among finished cases too', () => {
  assert.deepEqual(queryOf({ rated: '1' }), { rated: '1', sort: 'newest' })
})
test('a word nobody knows in the address is not passed on', () => {
  assert.deepEqual(queryOf({ overdue: 'perhaps', sort: 'sideways', colour: 'red' }), { open: 'true' })
})
test('a search longer than the server takes is cut, not refused', () => {
  const { search } = queryOf({ search: '漏'.repeat(80) })
  assert.equal(search, '漏'.repeat(60))
})
test('a saved view keeps the filters and forgets which case was open', () => {
  assert.deepEqual(filtersOf({ kind: 'urgent', case: '0199', search: '漏水' }), { kind: 'urgent', search: '漏水' })
})
test('an address written and read again says the same', () => {
  const search = { search: '漏水 & 电梯', kind: 'urgent,hard', state: 'any' }
  assert.deepEqual(readSearch(writeSearch(search)), search)
})
test('nothing is written to the address for a filter taken away', () => {
  assert.equal(writeSearch({ kind: undefined, search: '' }), '')
})
