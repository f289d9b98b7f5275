// The launcher's settings: defaults, and one sentence per mistake.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { linesFor, StartRefusal } from '../src/sentence.ts'
import { houseFolder, readSettings } from '../src/settings.ts'

function mistakesIn(environment: Record<string, string>): StartRefusal {
  try {
    readSettings(environment)
  } catch (error) {
    assert(error instanceof StartRefusal)
    return error
  }
  throw new assert.AssertionError({ message: 'no mistake was found' })
}

test('without any setting it is a demo on port 8080 with a private PostgreSQL in ./data', () => {
  assert.deepEqual(readSettings({}), {
    port: 8080,
    host: '0.0.0.0',
    databaseUrl: undefined,
    dataFolder: join(houseFolder, 'data'),
    isDemo: true,
    postgres: undefined,
  })
})

test('an empty setting counts as not given', () => {
  assert.deepEqual(readSettings({ PORT: '', DATABASE_URL: ' ', LINLI_DATA: '', LINLI_POSTGRES: '' }), readSettings({}))
})

test('in production there is no demo unless it is asked for', () => {
  assert.equal(readSettings({ NODE_ENV: 'production' }).isDemo, false)
  assert.equal(readSettings({ NODE_ENV: 'production', LINLI_DEMO: '1' }).isDemo, true)
  assert.equal(readSettings({ LINLI_DEMO: '0' }).isDemo, false)
})

test('the data folder is given from the top of the house, or absolutely', () => {
  assert.equal(readSettings({ LINLI_DATA: './elsewhere' }).dataFolder, join(houseFolder, 'elsewhere'))
  assert.equal(readSettings({ LINLI_DATA: '/srv/linli' }).dataFolder, '/srv/linli')
})

test('a port that is no port is named in a sentence', () => {
  for (const port of ['eighty', '65536', '-1', '80.5', '0x50', '8080x']) {
    assert.match(mistakesIn({ PORT: port }).sentences[0]?.en ?? '', /^PORT must be/, port)
  }
  assert.equal(readSettings({ PORT: '0' }).port, 0)
})

test('a host that is no address is named in a sentence', () => {
  for (const host of ['http://localhost', 'a b', '1.2.3.4:80']) {
    assert.match(mistakesIn({ HOST: host }).sentences[0]?.en ?? '', /^HOST must be/, host)
  }
  for (const host of ['127.0.0.1', '::1', 'localhost', 'linli.example'])
    assert.equal(readSettings({ HOST: host }).host, host)
})

test('a database address of another kind is named in a sentence, and the password is not', () => {
  for (const url of ['mysql://root:geheim@localhost/db', 'localhost:5432', 'postgres://user:geheim@host:port/db']) {
    const refusal = mistakesIn({ DATABASE_URL: url })
    assert.match(refusal.message, /^DATABASE_URL must look like/, url)
    assert.doesNotMatch(linesFor(refusal).join(), /geheim/)
  }
  const good = [
    'postgres://a:b@c:5432/d',
    'postgresql://a@/d?host=%2Frun%2Fpg',
    'postgresql://localhost/d?sslmode=require',
  ]
  for (const url of good) assert.equal(readSettings({ DATABASE_URL: url }).databaseUrl, url)
})

test('every mistake gets its own sentence, in Chinese and in English', () => {
  const refusal = mistakesIn({ PORT: 'x', HOST: '!', DATABASE_URL: 'x', LINLI_DEMO: 'yes', LINLI_POSTGRES: 'docker' })
  assert.equal(refusal.sentences.length, 5)
  assert.equal(linesFor(refusal).length, 10)
  for (const sentence of refusal.sentences) {
    assert.match(sentence.zh, /[\u4e00-\u9fff].*。$/)
    assert.match(sentence.en, /^[\u0020-\u007e]+\.$/)
  }
})

test('what the server would refuse is said before a database is started', () => {
  const names = mistakesIn({ LINLI_POOL: '1', LINLI_LOG: 'loud', LINLI_DEMO: 'maybe' }).sentences.map(
    ({ en }) => en.split(' ')[0],
  )
  assert.deepEqual(names, ['LINLI_DEMO', 'LINLI_POOL', 'LINLI_LOG'])
})
