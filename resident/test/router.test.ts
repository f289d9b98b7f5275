// The router finds pages by their address, and never leads out of the app.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { find, match, safeNext } from '../src/router.ts'

test('a pattern gives its named parts back', () => {
  assert.deepEqual(match('/cases/:id', '/cases/42'), { id: '42' })
  assert.deepEqual(match('/s/:code', '/s/a%2Fb/'), { code: 'a/b' })
  assert.deepEqual(match('/', '/'), {})
})
test('a longer, shorter or other path does not fit', () => {
  assert.equal(match('/cases/:id', '/cases'), null)
  assert.equal(match('/cases', '/cases/42'), null)
  assert.equal(match('/me/homes', '/me/sessions'), null)
})
test('a broken percent sign is taken as it stands', () => {
  assert.deepEqual(match('/s/:code', '/s/%E0%A4%A'), { code: '%E0%A4%A' })
})
test('the first fitting page wins', () => {
  const routes = [
    ['/report', 'form'],
    ['/report/sent/:id', 'sent'],
    ['/report/:any', 'other'],
  ] as const
  assert.equal(find(routes, '/report/sent/7')?.page, 'sent')
  assert.equal(find(routes, '/report/waiting')?.page, 'other')
  assert.equal(find(routes, '/nowhere'), null)
})
test('after signing in one only goes to a path of this app', () => {
  assert.equal(safeNext('/s/ABC'), '/s/ABC')
  for (const trick of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '', null]) {
    assert.equal(safeNext(trick), '/')
  }
  assert.equal(safeNext('/sign-in?next=/sign-in'), '/')
})
