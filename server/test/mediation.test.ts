// Mediation: who sees what, signing by a fresh code, what cannot be changed, what is kept and confirmed.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { forgetName } from '../src/modules/mediation/forget-name.ts'
import { remindOfMediations } from '../src/modules/mediation/remind.ts'
import { mediationStage } from './support/mediation-stage.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district, call } = app
const { organisations } = district
const stage = await mediationStage(app)
const { secretary, otherMediator, farMediator, below, above, inJob } = stage
const { opening, open, on, ok, read, toSession, draft, codeOf, passMinute, sign } = stage

describe('a leaking ceiling, from a case to a kept settlement', () => {
  test('the case waits and says no more; the record walks through every state', async () => {
    const reported = await call(below.cookie, 'POST /api/cases', {
      body: { placeId: district.home1, words: '卫生间天花板渗水，楼上不认', categoryId: district.categories.leak },
    })
    assert.equal(reported.status, 200, reported.raw.toString())
    const caseId = reported.body.id as string
    const { id, parties } = await open({ caseId })
    const twice = await call(secretary.cookie, 'POST /api/mediations', { body: opening({ caseId }) })
    assert.equal(twice.body.code, 'mediation.case-open')
    const [hold] = await app.sql('select * from case_holds where case_id = $1', [caseId])
    assert.deepEqual([hold!.kind, hold!.released_at], ['mediation', null])
    const [event] = await app.sql("select * from case_events where case_id = $1 and step = 'mediation.opened'", [
      caseId,
    ])
    assert.deepEqual([event!.audience, event!.words], ['internal', null])
    const mine = await call(below.cookie, `GET /api/cases/${caseId}`)
    assert.ok(!mine.raw.toString().includes('mediation.opened'), 'the reporter reads nothing of it on the case')

    assert.equal((await read(below, id)).body.state, 'opened')
    await ok(on(below, id, 'consent', { agrees: true }))
    assert.equal((await on(below, id, 'consent', { agrees: true })).body.code, 'mediation.answered')
    assert.equal((await ok(on(above, id, 'consent', { agrees: true }))).state, 'agreedToMediate')
    const at = new Date(Date.now() + 86_400_000).toISOString()
    const planned = await ok(on(secretary, id, 'sessions', { at, where: '社区调解室' }))
    assert.equal(planned.state, 'inSession')
    await ok(on(secretary, id, `sessions/${planned.sessions[0].id}`, { present: [parties[0]!.id], said: '说了情况' }))
    const again = await on(secretary, id, `sessions/${planned.sessions[0].id}`, { present: [], said: '再记一次' })
    assert.equal(again.body.code, 'mediation.session')
    const drafted = await ok(on(secretary, id, 'settlement', draft(parties)))
    assert.equal(drafted.state, 'settlementDrafted')
    assert.ok(drafted.settlement.text.includes('壹仟贰佰元整'))
    assert.ok(!drafted.settlement.text.includes('王秀英'), 'names stand with the signatures, not in the text')
    assert.equal((await sign(below, id, drafted.settlement.hash)).state, 'settlementDrafted')
    const signed = await sign(above, id, drafted.settlement.hash)
    assert.equal(signed.state, 'signed')
    for (const clause of signed.settlement.clauses) {
      assert.equal(
        (await on(below, id, `clauses/${clause.id}/keep`, { words: '做了' })).body.code,
        'mediation.clause-state',
      )
      await ok(on(above, id, `clauses/${clause.id}/keep`, { words: '已经做到' }))
      assert.equal(
        (await on(above, id, `clauses/${clause.id}/confirm`, { kept: true })).body.code,
        'mediation.clause-state',
      )
    }
    const [first, second] = signed.settlement.clauses
    assert.equal((await on(below, id, `clauses/${first.id}/confirm`, { kept: false })).body.code, 'lifecycle.needs')
    await ok(on(below, id, `clauses/${first.id}/confirm`, { kept: false, words: '还没转账' }))
    await ok(on(above, id, `clauses/${first.id}/keep`, { words: '刚刚转了' }))
    await ok(on(below, id, `clauses/${first.id}/confirm`, { kept: true }))
    assert.equal((await ok(on(below, id, `clauses/${second.id}/confirm`, { kept: true }))).state, 'fulfilled')
    const [released] = await app.sql('select released_at from case_holds where case_id = $1', [caseId])
    assert.notEqual(released!.released_at, null)
  })
})
describe('who sees what', () => {
  test('only its parties and named mediators open it, and each opening is journalled', async () => {
    const { id } = await open()
    for (const who of [otherMediator, farMediator]) assert.equal((await read(who, id)).body.code, 'mediation.not-found')
    const stranger = await app.makeResident('路人')
    assert.equal((await read(stranger, id)).body.code, 'mediation.not-found')
    assert.equal((await read(below, id)).status, 200)
    const seen = await app.sql("select actor_id from journal where action = 'mediation.read' and thing_id = $1", [id])
    assert.deepEqual(
      seen.map((row) => row.actor_id),
      [below.id],
    )
    assert.equal(
      (await on(secretary, id, 'mediators', { personId: farMediator.id })).body.code,
      'mediation.not-mediator',
    )
    assert.equal(
      (await on(otherMediator, id, 'mediators', { personId: otherMediator.id })).body.code,
      'mediation.not-found',
    )
    await ok(on(secretary, id, 'mediators', { personId: otherMediator.id }))
    assert.equal((await read(otherMediator, id)).status, 200)
  })
  test('a party reads what is shared and their own, never what another said in confidence or mediators note', async () => {
    const { id, parties } = await toSession()
    const write = (who: { cookie: string }, audience: string, words: string, more: object = {}) =>
      on(who, id, 'entries', { kind: 'statement', audience, words, ...more })
    await ok(write(below, 'shared', '甲方公开的话'))
    await ok(write(below, 'party', '甲方私下的话'))
    await ok(write(secretary, 'party', '给乙方的话', { kind: 'proposal', partyId: parties[1]!.id }))
    await ok(write(secretary, 'mediators', '调解员的备忘', { kind: 'note' }))
    const words = async (who: { cookie: string }) =>
      (await read(who, id)).body.entries
        .map((entry: { words: string }) => entry.words)
        .filter((one: string) => one !== '卫生间顶上渗水')
    assert.deepEqual(await words(below), ['甲方公开的话', '甲方私下的话'])
    assert.deepEqual(await words(above), ['甲方公开的话', '给乙方的话'])
    assert.deepEqual(await words(secretary), ['甲方公开的话', '甲方私下的话', '给乙方的话', '调解员的备忘'])
    assert.equal((await write(below, 'mediators', '不该写')).body.code, 'mediation.audience')
    assert.equal((await write(below, 'shared', '不该写', { kind: 'fact' })).body.code, 'mediation.audience')
    assert.equal(
      (await write(secretary, 'party', '没有这一方', { kind: 'fact', partyId: id })).body.code,
      'mediation.party',
    )
  })
  test('before agreeing a party reads nothing of the others, and one refusal ends it', async () => {
    const { id } = await open()
    await ok(on(below, id, 'consent', { agrees: true }))
    await ok(on(below, id, 'entries', { kind: 'statement', audience: 'shared', words: '我先说' }))
    assert.deepEqual((await read(above, id)).body.entries, [])
    assert.equal(
      (await on(above, id, 'entries', { kind: 'statement', audience: 'shared', words: '没同意' })).status,
      403,
    )
    assert.equal((await ok(on(above, id, 'consent', { agrees: false }))).state, 'withdrawn')
    assert.equal(
      (await on(below, id, 'entries', { kind: 'statement', audience: 'shared', words: '晚了' })).body.code,
      'mediation.over',
    )
  })
  test('a mediator whose appointment ends sees nothing more; another of the place takes over', async () => {
    const leaving = await app.makeStaff('要走的调解员', 'mediator', organisations.communityA1, district.communityA1)
    const { body } = await call(leaving.cookie, 'POST /api/mediations', { body: opening() })
    await app.sql("update appointments set to_on = '2020-12-31' where id = $1", [leaving.appointmentId])
    assert.equal((await read({ cookie: await app.signIn(leaving.id) }, body.id)).status, 404)
    const { body: figures } = await call(otherMediator.cookie, 'GET /api/mediations/figures')
    assert.ok(figures.orphans.some((one: { id: string }) => one.id === body.id))
    assert.equal((await on(farMediator, body.id, 'mediators', { personId: farMediator.id })).status, 404)
    await ok(on(otherMediator, body.id, 'mediators', { personId: otherMediator.id }))
    assert.equal((await read(otherMediator, body.id)).status, 200)
  })
})
describe('signing', () => {
  test('only by a code sent for signing, only the text that was read, and once', async () => {
    const { id, parties } = await toSession()
    const { settlement } = await ok(on(secretary, id, 'settlement', draft(parties)))
    await passMinute()
    await ok(call(null, 'POST /api/identity/phone-codes', { body: { phone: below.phone } }))
    const outbox = await call(null, 'GET /api/notices/sms-outbox')
    const signIn = /\d{6}/.exec(outbox.body.find((one: { to: string }) => one.to === below.phone).text)![0]
    const bySignIn = await on(below, id, 'signature', { code: signIn, hash: settlement.hash })
    assert.equal(bySignIn.body.code, 'identity.wrong-code')
    const code = await codeOf(below, id)
    const stale = await on(below, id, 'signature', { code, hash: '0'.repeat(64) })
    assert.equal(stale.body.code, 'mediation.other-text')
    const wrong = await on(below, id, 'signature', {
      code: code === '000000' ? '000001' : '000000',
      hash: settlement.hash,
    })
    assert.equal(wrong.body.code, 'identity.wrong-code')
    await ok(on(below, id, 'signature', { code, hash: settlement.hash }))
    const again = await on(below, id, 'signature', { code, hash: settlement.hash })
    assert.equal(again.body.code, 'mediation.signed-already')
    assert.equal((await call(secretary.cookie, `POST /api/mediations/${id}/signing-code`)).status, 403)
  })
  test('a draft taken back voids its signatures; the new text has another hash', async () => {
    const { id, parties } = await toSession()
    const one = await ok(on(secretary, id, 'settlement', draft(parties)))
    await sign(below, id, one.settlement.hash)
    const back = await ok(on(secretary, id, 'talkAgain', { reason: '金额再谈' }))
    assert.deepEqual([back.state, back.settlement], ['inSession', null])
    const other = draft(parties)
    other.clauses[0]!.amountFen = 100_000
    const two = await ok(on(secretary, id, 'settlement', other))
    assert.notEqual(two.settlement.hash, one.settlement.hash)
    assert.deepEqual(two.settlement.signatures, [])
  })
  test('the database refuses any change of text, clauses, signatures and words', async () => {
    const changes = [
      "update mediation_settlements set text = '改了'",
      'delete from mediation_settlements',
      'update mediation_clauses set amount_fen = 1 where amount_fen is not null',
      "update mediation_signatures set hash = 'x'",
      'delete from mediation_signatures',
      "update mediation_entries set words = '改了'",
    ]
    for (const change of changes) await assert.rejects(app.sql(change), /written once/)
  })
  test('wrong clauses are named', async () => {
    const { id, parties } = await toSession()
    const { facts, clauses } = draft(parties)
    const wrong = [
      { ...clauses[0]!, toId: clauses[0]!.fromId },
      { ...clauses[1]!, dueOn: '2020-01-01' },
    ]
    const answer = await on(secretary, id, 'settlement', { facts, clauses: wrong })
    assert.deepEqual(
      answer.body.fields.map((field: { path: string }) => field.path),
      ['clauses.0.toId', 'clauses.1.dueOn'],
    )
    assert.equal((await on(below, id, 'settlement', draft(parties))).status, 403)
  })
})
describe('endings and follow-up', () => {
  test('failing needs a reason and a lawful way; a party may leave before signing and not after', async () => {
    const { id, parties } = await toSession()
    assert.equal((await on(secretary, id, 'fail', { reason: '谈不拢', ways: [] })).status, 400)
    const failed = await ok(on(secretary, id, 'fail', { reason: '谈不拢', ways: ['court', 'legalAid'] }))
    assert.deepEqual([failed.state, failed.ways], ['failed', ['court', 'legalAid']])
    assert.equal((await on(below, id, 'withdraw', { reason: '不谈了' })).body.code, 'lifecycle.wrong-state')
    assert.equal(parties.length, 2)
    const other = await toSession()
    assert.equal((await ok(on(above, other.id, 'withdraw', { reason: '不谈了' }))).state, 'withdrawn')
  })
  test('late promises are noted once, told to who owes and the mediators, and counted without a name', async () => {
    const { id, parties } = await toSession()
    const { settlement } = await ok(on(secretary, id, 'settlement', draft(parties)))
    await sign(below, id, settlement.hash)
    await sign(above, id, settlement.hash)
    await app.sql("update mediation_promises set due_on = '2020-01-01' where mediation_id = $1", [id])
    await inJob(remindOfMediations)
    await inJob(remindOfMediations)
    const told = await app.sql(
      "select person_id from messages where thing_id = $1 and title = '协议已过期' order by person_id",
      [id],
    )
    assert.deepEqual(
      told.map((row) => row.person_id).toSorted(),
      [above.id, above.id, secretary.id, secretary.id].toSorted(),
    )
    const list = await call(secretary.cookie, 'GET /api/mediations?open=true')
    const row = list.body.rows.find((one: { id: string }) => one.id === id)
    assert.deepEqual([row.late, row.parties, row.nextSessionAt !== null], [2, 2, true])
    const mine = async (who: { cookie: string }) =>
      (await call(who.cookie, 'GET /api/mediations/mine')).body.rows.find((one: { id: string }) => one.id === id)
    assert.deepEqual([(await mine(above)).waitsForMe, (await mine(below)).waitsForMe], [true, false])
    assert.deepEqual(
      (await call(otherMediator.cookie, 'GET /api/mediations?open=true')).body.rows.some(
        (one: { id: string }) => one.id === id,
      ),
      false,
    )
    const { body } = await call(otherMediator.cookie, 'GET /api/mediations/figures')
    assert.ok(body.promises.late >= 2)
    assert.equal((await app.sql('select 1 from promises')).length, 0, 'nothing stands in the public list of promises')
  })
  test('a name that was erased leaves the record, its text and hash stand', async () => {
    const leaver = await app.makeResident('要注销的人')
    const made = await call(secretary.cookie, 'POST /api/mediations', {
      body: {
        ...opening(),
        parties: [
          { name: '要注销的人', phone: leaver.phone, role: '楼下业主' },
          { name: '李大山', phone: above.phone, role: '楼上业主' },
        ],
      },
    })
    await ok(on(leaver, made.body.id, 'consent', { agrees: true }))
    await ok(on(leaver, made.body.id, 'entries', { kind: 'statement', audience: 'shared', words: '我说的话' }))
    await inJob((cx) => forgetName(cx, leaver.id))
    const { body } = await read(secretary, made.body.id)
    assert.ok(!JSON.stringify(body).includes('要注销的人'))
    assert.ok(JSON.stringify(body).includes('我说的话'))
  })
})
