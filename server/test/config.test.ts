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

test('every setting that cannot be meant is told by its name, in both languages', () => {
  const wrong: Record<string, string> = {
    PORT: '80000',
    LINLI_POOL: '1',
    LINLI_RATE: 'many',
    LINLI_CONTACT_DAYS: '4000',
    LINLI_TRUST_PROXY: 'true',
    LINLI_LOG: 'loud',
    LINLI_SECRET: 'short',
    LINLI_SMS: 'pigeon',
    LINLI_SMS_ENDPOINT: 'sms.example',
    LINLI_PUBLIC_URL: 'linli.example',
    LINLI_TIANDITU_KEY: 'a b',
    LINLI_ROLES: 'cook',
    DATABASE_URL: 'mysql://localhost/linli',
  }
  for (const [name, value] of Object.entries(wrong)) {
    const [mistake, ...more] = mistakesOf(name.endsWith('ENDPOINT') ? { ...sent, [name]: value } : { [name]: value })
    assert.match(mistake ?? '', new RegExp(`^${name} .*[\u4e00-\u9fff].* / ${name} [a-z]`), name)
    assert.deepEqual(more, [], name)
  }
})
const sent = {
  LINLI_SMS: 'tencent',
  LINLI_SMS_KEY_ID: 'id',
  LINLI_SMS_KEY_SECRET: 'key',
  LINLI_SMS_SIGN: '邻里',
  LINLI_SMS_TEMPLATE_CODE: '1',
  LINLI_SMS_TEMPLATE_NOTICE: '2',
  LINLI_SMS_APP_ID: '3',
}
test('a message provider without what it needs is refused at the start, not when the first code is waited for', () => {
  assert.deepEqual(mistakesOf(sent), [])
  for (const name of Object.keys(sent).slice(1)) {
    const mistakes = mistakesOf({ ...sent, [name]: ' ' })
    assert.equal(mistakes.length, 1)
    assert.ok(mistakes[0]!.startsWith(`${name} `))
  }
  assert.deepEqual(mistakesOf({ ...sent, LINLI_SMS: 'aliyun', LINLI_SMS_APP_ID: '' }), [])
})
test('a setting left empty is not set', () => {
  const names = ['PORT', 'HOST', 'LINLI_POOL', 'LINLI_RATE', 'LINLI_ROLES', 'LINLI_SMS', 'LINLI_LOG', 'LINLI_SECRET']
  assert.deepEqual(
    readConfig({ DATABASE_URL, ...Object.fromEntries(names.map((name) => [name, ''])) }),
    readConfig({ DATABASE_URL }),
  )
})
