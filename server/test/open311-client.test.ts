// Open311 as client, against another instance of ourselves over real HTTP: import, forward, no doubles, nothing unasked.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { before, test } from 'node:test'
import { pollOne } from '../src/modules/open311/poll.ts'
import { pushLink } from '../src/modules/open311/push.ts'
import { readXml, UnreadableXml } from '../src/modules/open311/read-xml.ts'
import type { Cx } from '../src/platform/cx.ts'
import { asWorker } from './support/as-worker.ts'
import { open311, openInterface } from './support/open311-bench.ts'
import { testApp } from './support/test-app.ts'

const near = await testApp()
const far = await testApp()
const there = open311(far)
let ours: Awaited<ReturnType<typeof openInterface>>
let theirs: Awaited<ReturnType<typeof openInterface>>
let clerk: { cookie: string }
let url = ''
/** Requests that reached the other instance. */
const seen: string[] = []
before(async () => {
  ours = await openInterface(near)
  theirs = await openInterface(far)
  clerk = await near.makeStaff(
    '赵敏',
    'communityClerk',
    near.district.organisations.communityA1,
    near.district.communityA1,
  )
  far.server.server.on('request', (request: { method: string; url: string }) =>
    seen.push(`${request.method} ${request.url.split('?')[0]}`),
  )
  await far.server.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(far.server.server.address() as AddressInfo).port}/open311/v2`
})
/** A job's context: what it schedules is noted instead of run. */
const later: [string, object][] = []
const inJob = (work: (cx: Cx<null>) => Promise<void>, now = new Date()) =>
  asWorker(near, work, { now, later: async (job, data) => void later.push([job, data]) })
const addPeer = async (body: object = {}) => {
  const answer = await near.call(ours.admin.cookie, 'POST /api/open311/peers', {
    body: {
      name: '市级平台',
      url,
      key: theirs.key,
      placeId: near.district.communityA2,
      imports: true,
      forwards: true,
      active: true,
      services: [{ serviceCode: 'LEAK', categoryId: near.district.categories.leak }],
      ...body,
    },
  })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body as { id: string }
}
const off = async (id: string) => void (await near.sql('update open311_peers set active = false where id = $1', [id]))
const poll = (id: string, now?: Date) => inJob((cx) => pollOne(cx, near.parts.sealing, id), now)
const links = (peerId: string) =>
  near.sql<Record<string, never>>(
    'select l.*, c.number, c.place_id, c.words, c.channel from open311_links l join cases c on c.id = l.case_id where peer_id = $1 order by l.id',
    [peerId],
  )
const reportThere = async (fields: Record<string, string> = {}) => {
  const answer = await there.post('requests.json', {
    api_key: theirs.key,
    service_code: 'LEAK',
    address_id: far.district.unit1,
    description: '管道漏水',
    ...fields,
  })
  assert.equal(answer.status, 200, answer.text)
  return answer.json[0].service_request_id as string
}

test('nothing is asked of an endpoint that is off, or that nobody set up', async () => {
  const before = seen.length
  const peer = await addPeer({ active: false })
  await poll(peer.id)
  const services = await near.call(ours.admin.cookie, `GET /api/open311/peers/${peer.id}/services`)
  assert.deepEqual([services.status, services.body.code], [409, 'open311.peer-off'])
  assert.equal(seen.length, before)
})
test('new requests there become cases here, once, at the place their position means; other services are left alone', async () => {
  const peer = await addPeer()
  const [one, two] = [await reportThere(), await reportThere({ description: '另一处漏水' })]
  await reportThere({ service_code: 'LIGHT', 'attribute[POLE]': 'A' })
  await near.sql('update places set lon = null, lat = null where id = $1', [near.district.building1])
  await poll(peer.id)
  await poll(peer.id)
  const rows = await links(peer.id)
  assert.deepEqual(rows.map((row) => row.remote_id).sort(), [one, two].sort())
  assert.ok(rows.every((row) => row.direction === 'in' && row.channel === 'openApi' && row.remote_status === 'open'))
  assert.ok(
    rows.every((row) => row.place_id === near.district.estate1),
    'the estate of that position',
  )
  const [state] = await near.sql<{ last_error: null; seen_until: Date }>(
    'select last_error, seen_until from open311_peers where id = $1',
    [peer.id],
  )
  assert.ok(state!.last_error === null && state!.seen_until instanceof Date)
  await off(peer.id)
})
test('where position and address mean nothing here, the case lies where the endpoint’s cases lie by default', async () => {
  const peer = await addPeer()
  await far.sql('update places set lon = 1, lat = 1, name = $2 where id = $1', [far.district.estate1, '远方小区'])
  const id = await reportThere({ description: '很远的漏水' })
  await poll(peer.id)
  const row = (await links(peer.id)).find((one) => one.remote_id === id)
  assert.equal(row?.place_id, near.district.communityA2)
  await far.sql('update places set lon = 119.7, lat = 30.2, name = $2 where id = $1', [
    far.district.estate1,
    '幸福里小区',
  ])
  await off(peer.id)
})
test('a case forwarded arrives there once without names, phones and homes; its number and its end come back', async () => {
  const peer = await addPeer({ imports: false })
  const resident = await near.makeResident('王桂兰')
  const report = await near.call(resident.cookie, 'POST /api/cases', {
    body: {
      placeId: near.district.home1,
      words: '101室厨房漏水，请找王桂兰13912345678',
      categoryId: near.district.categories.leak,
    },
  })
  const about = await near.call(clerk.cookie, `GET /api/open311/cases/${report.body.id}/exchanges`)
  assert.deepEqual([about.body.exchanges, about.body.peers], [[], [{ id: peer.id, name: '市级平台' }]])
  const forward = () =>
    near.call(clerk.cookie, `POST /api/open311/cases/${report.body.id}/forward`, { body: { peerId: peer.id } })
  const sent = await forward()
  assert.deepEqual([sent.status, sent.body.direction], [200, 'out'])
  assert.equal((await forward()).body.code, 'open311.forwarded-already')
  for (let i = 0; i < 100 && (await links(peer.id))[0]!.state === ('waiting' as never); i++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  const [link] = await links(peer.id)
  assert.equal(link!.state, 'sent', String(link!.last_error))
  const [arrived] = await far.sql<Record<string, never>>('select * from cases where number = $1', [link!.remote_id])
  assert.match(String(arrived!.words), /厨房漏水/)
  for (const hidden of ['王桂兰', '13912345678', '101'])
    assert.ok(!JSON.stringify([arrived!.words, arrived!.place_note]).includes(hidden), hidden)
  // The answer got lost and it is sent anew: the other side knows it.
  const count = async () => (await far.sql<{ n: number }>('select count(*)::int n from cases'))[0]!.n
  const cases = await count()
  await near.sql("update open311_links set state = 'waiting', remote_id = null where id = $1", [link!.id])
  await inJob((cx) => pushLink(cx, near.parts.sealing, String(link!.id)))
  assert.equal(await count(), cases)
  const [again] = await links(peer.id)
  assert.equal(again!.remote_id, link!.remote_id)
  await far.sql("update cases set state = 'closed', closed_at = now() where number = $1", [link!.remote_id])
  await poll(peer.id)
  assert.equal((await links(peer.id))[0]!.remote_status, 'closed')
  const view = await near.call(clerk.cookie, `GET /api/cases/${report.body.id}`)
  const steps = view.body.timeline.filter((entry: { step: string }) => entry.step.startsWith('open311.'))
  assert.deepEqual(
    steps.map((entry: { step: string; audience: string }) => [entry.step, entry.audience]),
    [
      ['open311.state', 'internal'],
      ['open311.forwarded', 'internal'],
      ['open311.forwarded', 'internal'],
    ],
  )
  assert.equal(view.body.state, 'submitted', 'our own state is our own')
  await off(peer.id)
})
test('cases of an automatic category go by themselves, those that came from there do not go back', async () => {
  const peer = await addPeer({
    services: [{ serviceCode: 'LEAK', categoryId: near.district.categories.leak, automatic: true }],
  })
  const id = await reportThere({ description: '从那边来的' })
  const resident = await near.makeResident('李建国', near.district.home2)
  const report = await near.call(resident.cookie, 'POST /api/cases', {
    body: { placeId: near.district.unit2, words: '楼道漏水', categoryId: near.district.categories.leak },
  })
  later.length = 0
  await poll(peer.id, new Date(Date.now() + 1000))
  await poll(peer.id, new Date(Date.now() + 2000))
  const rows = await links(peer.id)
  assert.ok(rows.some((row) => row.remote_id === id && row.direction === 'in'))
  assert.deepEqual(
    rows.filter((row) => row.direction === 'out').map((row) => row.case_id),
    [report.body.id],
  )
  assert.equal(later.filter(([job]) => job === 'open311.push').length, 1)
  await off(peer.id)
})
test('an endpoint that refuses, is silent, redirects, or answers nonsense is noted, tried again, and given up in the end', async () => {
  const answers: Record<string, [number, string]> = {
    '/refuses': [403, '<errors><error><code>403</code><description>no such key</description></error></errors>'],
    '/nonsense': [200, '<services><service></services>'],
    '/moved': [302, ''],
    '/busy': [503, ''],
  }
  const server = createServer((request, response) => {
    const [status, text] = answers[`/${request.url!.split('/')[1]!}`] ?? [404, '']
    response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end(text)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const resident = await near.makeResident('赵六', near.district.home2)
  for (const [path, words, state] of [
    ['refuses', /403 no such key/, 'failed'],
    ['nonsense', /./, 'waiting'],
    ['moved', /redirect/i, 'waiting'],
    ['busy', /503/, 'waiting'],
    ['', /./, 'failed'],
  ] as const) {
    const peer = await addPeer({ url: path === '' ? `${base}/none` : `${base}/${path}` })
    await poll(peer.id)
    const [row] = await near.sql<{ last_error: string; seen_until: null }>(
      'select last_error, seen_until from open311_peers where id = $1',
      [peer.id],
    )
    assert.match(row!.last_error, words)
    assert.equal(row!.seen_until, null, 'the same span is asked for again')
    const silent = await near.call(ours.admin.cookie, `GET /api/open311/peers/${peer.id}/services`)
    assert.deepEqual([silent.status, silent.body.code], [422, 'open311.peer-silent'])
    const report = await near.call(resident.cookie, 'POST /api/cases', {
      body: { placeId: near.district.unit2, words: '楼道漏水', categoryId: near.district.categories.leak },
    })
    const linkId = (
      await near.sql<{ id: string }>(
        "insert into open311_links (id, district_id, peer_id, case_id, direction, state, made_at) values (gen_random_uuid(), $1, $2, $3, 'out', 'waiting', now()) returning id",
        [near.district.id, peer.id, report.body.id],
      )
    )[0]!.id
    await inJob((cx) => pushLink(cx, near.parts.sealing, linkId))
    assert.equal((await links(peer.id)).find((one) => one.id === linkId)!.state, state, path)
    if (state === 'waiting') {
      for (let i = 0; i < 5; i++) await inJob((cx) => pushLink(cx, near.parts.sealing, linkId))
      const given = (await links(peer.id)).find((one) => one.id === linkId)!
      assert.deepEqual([given.state, given.tries], ['failed', 6])
    }
    await off(peer.id)
  }
  server.close()
})
test('XML of others: entities, CDATA, comments and attributes are read; document types, open tags and depth are refused', () => {
  const read = readXml(
    '\uFEFF<?xml version="1.0"?><!-- hi --><a x="1 > 0"><b>&lt;&#x4f60;&#22909;&amp;amp;&gt;</b><b><![CDATA[<c> & ]]></b><d/></a>',
  )
  assert.deepEqual(
    read.children.map((one) => [one.name, one.text]),
    [
      ['b', '<你好&amp;>'],
      ['b', '<c> &'],
      ['d', ''],
    ],
  )
  for (const bad of [
    '',
    'text',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
    '<a'.repeat(5),
    '<a>'.repeat(40) + '</a>'.repeat(40),
    '<a>&#x110000;</a>',
  ])
    assert.throws(() => readXml(bad), UnreadableXml, bad)
})
test('the key of an endpoint is sealed, shown to nobody, kept when none is sent and removed by an empty one', async () => {
  const peer = await addPeer({ active: false })
  const sealed = async () =>
    (await near.sql<{ key_sealed: string | null }>('select key_sealed from open311_peers where id = $1', [peer.id]))[0]!
      .key_sealed
  assert.ok(!(await sealed())!.includes(theirs.key) && near.parts.sealing.open((await sealed())!) === theirs.key)
  const all = await near.call(ours.admin.cookie, 'GET /api/open311/peers')
  assert.ok(!JSON.stringify(all.body).includes(theirs.key))
  const body = {
    name: '市级平台',
    url,
    placeId: near.district.communityA2,
    imports: false,
    forwards: false,
    active: false,
  }
  await near.call(ours.admin.cookie, `PUT /api/open311/peers/${peer.id}`, { body })
  assert.notEqual(await sealed(), null)
  const changed = await near.call(ours.admin.cookie, `PUT /api/open311/peers/${peer.id}`, {
    body: { ...body, key: '' },
  })
  assert.deepEqual([await sealed(), changed.body.hasKey], [null, false])
  const wrong = await near.call(ours.admin.cookie, `PUT /api/open311/peers/${peer.id}`, {
    body: { ...body, url: 'file:///etc/passwd' },
  })
  assert.equal(wrong.status, 400)
})
