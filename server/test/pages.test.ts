// The pages of the two apps: the same with and without compression, and never a page where there is none.
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { testApp } from './support/test-app.ts'

// The suite may run before the front ends are built: then a plain page stands in for their own.
for (const name of ['resident', 'console']) {
  const folder = new URL(`../../${name}/dist/`, import.meta.url)
  if (existsSync(new URL('index.html', folder))) continue
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL('index.html', folder), '<!doctype html><html><head></head><body></body></html>')
}
const app = await testApp()

for (const path of ['/', '/report', '/s/AAAA-BBBB-CCCC', '/console', '/console/', '/console/cases']) {
  for (const encoding of ['', 'gzip', 'br, gzip']) {
    test(`${path} is a page to a caller who takes ${encoding || 'no encoding'}`, async () => {
      const answer = await app.call(null, `GET ${path}`, {
        headers: encoding === '' ? {} : { 'accept-encoding': encoding },
      })
      assert.equal(answer.status, 200)
      assert.match(String(answer.headers['content-type']), /^text\/html/)
      assert.match(answer.raw.toString('utf8'), /<meta name="linli-demo"/)
    })
  }
}
test('an unknown file, an unknown part of the API and a path out of the folder are not found', async () => {
  for (const path of [
    '/assets/none.js',
    '/console/assets/none.js',
    '/api/none',
    '/..%2f..%2fpackage.json',
    '/console/..%2f..%2fpackage.json',
  ]) {
    const answer = await app.call(null, `GET ${path}`)
    assert.ok(answer.status === 404 || answer.status === 400 || answer.status === 403, `${path}: ${answer.status}`)
    assert.ok(!answer.raw.toString('utf8').includes('"workspaces"'))
  }
})
