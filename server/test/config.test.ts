// The environment is read once, and every mistake is told at once, each in one sentence.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigError, readConfig } from '../src/platform/config.ts'

const DATABASE_URL = 'postgres://postgres@127.0.0.1/linli'
const mistakesOf = (env: Record<string, string>): string[] => {
  try {
    readConfig({ DATABASE_URL, ...env })
    return []
  } catch (error) {
    assert.ok(error instanceof ConfigError)
    return error.message.split('\n')
  }
}
test('a database is enough to start', () => {
  const config = readConfig({ DATABASE_URL })
  assert.deepEqual(
    [config.port, config.demo, config.sms.provider, config.districtName],
    [8080, true, 'demo', '我的区县'],
  )
})
test('the district may be named; spaces around the name do not count, an empty name is none', () => {
  assert.equal(readConfig({ DATABASE_URL, LINLI_DISTRICT_NAME: ' 秦淮区 ' }).districtName, '秦淮区')
  assert.equal(readConfig({ DATABASE_URL, LINLI_DISTRICT_NAME: '  ' }).districtName, '我的区县')
})
test('a name that is no line of words is refused', () => {
  for (const LINLI_DISTRICT_NAME of ['区'.repeat(61), '秦淮\n区', '<b>秦淮区</b>']) {
    const mistakes = mistakesOf({ LINLI_DISTRICT_NAME })
    assert.equal(mistakes.length, 1)
    assert.match(mistakes[0]!, /^LINLI_DISTRICT_NAME /)
  }
})
test('all mistakes are told together', () => {
  const names = mistakesOf({
    PORT: 'web',
    LINLI_DEMO: 'yes',
    LINLI_ROLES: 'cook',
    LINLI_CONTACT_DAYS: '-1',
    LINLI_DISTRICT_NAME: '\t\u0007',
  })
  assert.deepEqual(
    names.map((line) => /^[A-Z_]+/.exec(line)![0]),
    ['PORT', 'LINLI_DEMO', 'LINLI_ROLES', 'LINLI_CONTACT_DAYS', 'LINLI_DISTRICT_NAME'],
  )
})
