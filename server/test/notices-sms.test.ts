// Phone messages: signatures as the providers compute them, and what happens when sending fails.
import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { deliverSms } from '../src/modules/notices/deliver-sms.ts'
import { signAliyun } from '../src/modules/notices/sms/aliyun.ts'
import { signTencent } from '../src/modules/notices/sms/tencent.ts'
import { smsSender } from '../src/modules/notices/index.ts'
import type { Cx } from '../src/platform/cx.ts'
import { readConfig } from '../src/platform/config.ts'
import { asWorker } from './support/as-worker.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp({ LINLI_ROLES: 'web' })

interface Asked {
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: string
}
const asked: Asked[] = []
let answer: { status: number; body: string } = { status: 200, body: '{}' }
const provider = createServer((request, reply) => {
  let body = ''
  request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
  request.on('end', () => {
    asked.push({ url: new URL(request.url!, `http://${request.headers.host}`), headers: request.headers, body })
    reply.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
  })
})
await new Promise<void>((resolve) => void provider.listen(0, '127.0.0.1', resolve))
after(() => void provider.close())
const endpoint = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text, 'utf8').digest()
const signatureOf = (headers: IncomingHttpHeaders) => {
  const text = String(headers.authorization)
  const part = (name: string) => new RegExp(`${name}=([^,\\s]+)`).exec(text)![1]!
  return {
    credential: part('Credential'),
    signedHeaders: part('SignedHeaders').split(';'),
    signature: part('Signature'),
  }
}
/** What the provider computes from the request that arrived, header by header. */
const canonicalOf = (one: Asked, signedHeaders: string[]) =>
  [
    'POST',
    '/',
    one.url.search.slice(1),
    ...signedHeaders.map((name) => `${name}:${String(one.headers[name]).trim()}`),
    '',
    signedHeaders.join(';'),
    sha256(one.body),
  ].join('\n')

const settings = {
  LINLI_SMS_KEY_ID: 'key-id',
  LINLI_SMS_KEY_SECRET: 'key-secret',
  LINLI_SMS_SIGN: '邻里',
  LINLI_SMS_TEMPLATE_CODE: 'T_CODE',
  LINLI_SMS_TEMPLATE_NOTICE: 'T_NOTICE',
  LINLI_SMS_APP_ID: '1400000001',
  LINLI_SMS_ENDPOINT: endpoint,
}
const partsFor = (name: string, more: Record<string, string> = {}) => ({
  ...app.parts,
  config: readConfig({ DATABASE_URL: app.url, LINLI_SMS: name, ...settings, ...more }),
})
const run = async (
  name: string,
  options: { code?: string; now?: Date; times?: number; more?: Record<string, string> } = {},
) => {
  const parts = partsFor(name, options.more)
  const jobs: { data: Record<string, unknown>; startAfter: Date | undefined }[] = []
  const now = options.now ?? new Date()
  const inside = <T>(work: (cx: Cx<null>) => Promise<T>, at = now) =>
    asWorker(app, work, {
      now: at,
      later: async (_job, data, more) =>
        void jobs.push({ data: data as Record<string, unknown>, startAfter: more?.startAfter }),
    })
  const text = options.code === undefined ? '已办结。编号 1' : `验证码 ${options.code}`
  await inside((cx) =>
    smsSender(parts)(cx, {
      phone: '13812345678',
      personId: null,
      text,
      ...(options.code === undefined ? {} : { code: options.code }),
    }),
  )
  let at = now
  for (let i = 0; i < (options.times ?? 1); i++) {
    const job = jobs[i]
    if (job === undefined) break
    at = job.startAfter ?? at
    await inside((cx) => deliverSms(parts).run(cx, job.data), at)
  }
  const [row] = await app.sql('select * from sms_messages order by at desc, id desc limit 1')
  return { row: row!, jobs }
}

test('the Alibaba signature equals the example of its documentation', () => {
  const { headers } = signAliyun(
    {
      host: 'ecs.cn-shanghai.aliyuncs.com',
      action: 'RunInstances',
      version: '2014-05-26',
      date: '2023-10-26T10:22:32Z',
      nonce: '3156853299f313e23d1673dc12e1703d',
      query: { RegionId: 'cn-shanghai', ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd' },
    },
    'YourAccessKeyId',
    'YourAccessKeySecret',
  )
  assert.match(headers.authorization!, /Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0$/)
})
test('the Tencent signature equals one computed step by step from its documentation', () => {
  const body = '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}'
  assert.equal(
    sha256(body),
    '35e9c5b0e3ae67532d3c9f17ead6c90222632e5b1ff7f6e89887f1398934f064',
    'the payload hash printed there',
  )
  const got = signTencent(
    { host: 'cvm.tencentcloudapi.com', service: 'cvm', action: 'DescribeInstances', timestamp: 1551113065, body },
    'AKID',
    'secret',
  )
  const canonical = `POST\n/\n\ncontent-type:application/json; charset=utf-8\nhost:cvm.tencentcloudapi.com\nx-tc-action:describeinstances\n\ncontent-type;host;x-tc-action\n35e9c5b0e3ae67532d3c9f17ead6c90222632e5b1ff7f6e89887f1398934f064`
  assert.equal(
    sha256(canonical),
    '7019a55be8395899b900fb5564e4200d984910f34794a27cb3fb7d10ff6a1e84',
    'the request hash printed there',
  )
  const key = hmac(hmac(hmac('TC3secret', '2019-02-25'), 'cvm'), 'tc3_request')
  const signature = hmac(key, `TC3-HMAC-SHA256\n1551113065\n2019-02-25/cvm/tc3_request\n${sha256(canonical)}`).toString(
    'hex',
  )
  assert.equal(
    got,
    `TC3-HMAC-SHA256 Credential=AKID/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host;x-tc-action, Signature=${signature}`,
  )
})
test('a sign-in code goes out by Alibaba Cloud with a signature that fits what arrived, and is not kept', async () => {
  answer = { status: 200, body: '{"Code":"OK","Message":"OK"}' }
  const { row } = await run('aliyun', { code: '482913' })
  const one = asked.at(-1)!
  const { signedHeaders, signature } = signatureOf(one.headers)
  for (const name of [
    'host',
    'x-acs-action',
    'x-acs-content-sha256',
    'x-acs-date',
    'x-acs-signature-nonce',
    'x-acs-version',
  ])
    assert.ok(signedHeaders.includes(name))
  assert.equal(
    signature,
    hmac('key-secret', `ACS3-HMAC-SHA256\n${sha256(canonicalOf(one, signedHeaders))}`).toString('hex'),
  )
  const query = Object.fromEntries(one.url.searchParams)
  assert.deepEqual(query, {
    PhoneNumbers: '13812345678',
    SignName: '邻里',
    TemplateCode: 'T_CODE',
    TemplateParam: '{"code":"482913"}',
  })
  assert.equal(row.state, 'sent')
  assert.ok(!JSON.stringify(row).includes('482913'))
})
test('a notice goes out by Tencent Cloud with a signature that fits what arrived', async () => {
  answer = {
    status: 200,
    body: '{"Response":{"SendStatusSet":[{"Code":"Ok","Message":"send success"}],"RequestId":"1"}}',
  }
  const { row } = await run('tencent')
  const one = asked.at(-1)!
  const { credential, signedHeaders, signature } = signatureOf(one.headers)
  const [, day] = credential.split('/')
  const lowered = {
    ...one,
    headers: { ...one.headers, 'x-tc-action': String(one.headers['x-tc-action']).toLowerCase() },
  }
  const key = hmac(hmac(hmac('TC3key-secret', day!), 'sms'), 'tc3_request')
  const text = `TC3-HMAC-SHA256\n${String(one.headers['x-tc-timestamp'])}\n${day}/sms/tc3_request\n${sha256(canonicalOf(lowered, signedHeaders))}`
  assert.equal(signature, hmac(key, text).toString('hex'))
  assert.deepEqual(JSON.parse(one.body), {
    PhoneNumberSet: ['+8613812345678'],
    SmsSdkAppId: '1400000001',
    SignName: '邻里',
    TemplateId: 'T_NOTICE',
    TemplateParamSet: ['已办结。编号 1'],
  })
  assert.deepEqual([row.state, row.provider], ['sent', 'tencent'])
})
test('a busy provider is asked again later with growing pauses; at last the message has failed', async () => {
  answer = { status: 503, body: 'busy' }
  const before = asked.length
  const { row, jobs } = await run('aliyun', { times: 10 })
  assert.equal(asked.length - before, 6)
  const pauses = jobs
    .slice(1)
    .map((job, i) => job.startAfter!.getTime() - (jobs[i]!.startAfter?.getTime() ?? row.at.getTime()))
  assert.deepEqual(pauses, [2_000, 10_000, 60_000, 300_000, 1_800_000])
  assert.equal(row.state, 'failed')
  assert.match(row.failure, /503/)
})
test('after a passing fault the next attempt sends it, once', async () => {
  answer = { status: 200, body: '{"Code":"Throttling.User","Message":"slow down"}' }
  const { row, jobs } = await run('aliyun')
  assert.deepEqual([row.state, jobs.length], ['waiting', 2])
  answer = { status: 200, body: '{"Code":"OK"}' }
  const again = async () =>
    app.database.transaction((db) =>
      deliverSms(partsFor('aliyun')).run({ db, now: new Date() } as Cx<null>, jobs[1]!.data),
    )
  const before = asked.length
  await again()
  await again()
  assert.equal(asked.length - before, 1)
})
test('what cannot succeed is not tried again: a refused number, no provider, an expired code', async () => {
  answer = {
    status: 200,
    body: '{"Response":{"Error":{"Code":"FailedOperation.PhoneNumberInBlacklist","Message":"no"}}}',
  }
  for (const { row, jobs } of [await run('tencent'), await run('none')]) {
    assert.equal(row.state, 'failed')
    assert.equal(jobs.length, 1)
  }
  answer = { status: 500, body: '' }
  const { row, jobs } = await run('aliyun', { code: '111111', times: 10 })
  assert.equal(row.state, 'failed')
  assert.match(row.failure, /expired/)
  assert.ok(!jobs.some((job) => JSON.stringify(job.data).includes('111111')))
})
