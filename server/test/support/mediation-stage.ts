// People of a mediation and what they do, for its tests.
import assert from 'node:assert/strict'
import type { Cx } from '../../src/platform/cx.ts'
import { asWorker } from './as-worker.ts'
import type { TestApp } from './test-app.ts'

/** A mediator, others who may mediate, two neighbours; and their acts through the API. */
export const mediationStage = async (app: TestApp) => {
  const { district, call } = app
  const { organisations } = district
  const secretary = await app.makeStaff('书记', 'communitySecretary', organisations.communityA1, district.communityA1)
  const otherMediator = await app.makeStaff('调解员', 'mediator', organisations.communityA1, district.communityA1)
  const farMediator = await app.makeStaff('外社区调解员', 'mediator', organisations.communityA2, district.communityA2)
  const below = await app.makeResident('楼下王秀英')
  const above = await app.makeResident('楼上李大山')
  const inJob = (work: (cx: Cx<null>) => Promise<void>) => asWorker(app, work)
  const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

  const opening = (more: object = { placeId: district.unit1 }) => ({
    ...more,
    subject: '天花板漏水',
    words: '卫生间顶上渗水',
    parties: [
      { name: '王秀英', phone: below.phone, role: '楼下业主' },
      { name: '李大山', phone: above.phone, role: '楼上业主' },
    ],
  })
  const open = async (more?: object) => {
    const answer = await call(secretary.cookie, 'POST /api/mediations', { body: opening(more) })
    assert.equal(answer.status, 200, answer.raw.toString())
    return answer.body as { id: string; parties: { id: string }[] }
  }
  const on = (who: { cookie: string }, id: string, path: string, body: object = {}) =>
    call(who.cookie, `POST /api/mediations/${id}/${path}`, { body })
  const ok = async (answer: ReturnType<typeof on>) => {
    const { status, body, raw } = await answer
    assert.equal(status, 200, raw.toString())
    return body
  }
  const read = (who: { cookie: string }, id: string) => call(who.cookie, `GET /api/mediations/${id}`)
  const toSession = async () => {
    const { id, parties } = await open()
    await ok(on(below, id, 'consent', { agrees: true }))
    await ok(on(above, id, 'consent', { agrees: true }))
    await ok(
      on(secretary, id, 'sessions', { at: new Date(Date.now() + 86_400_000).toISOString(), where: '社区调解室' }),
    )
    return { id, parties }
  }
  const draft = (parties: readonly { id: string }[]) => ({
    facts: '防水层老化',
    clauses: [
      {
        kind: 'compensation',
        fromId: parties[1]!.id,
        toId: parties[0]!.id,
        amountFen: 120_000,
        what: '粉刷墙面',
        dueOn: dayIn(10),
      },
      { kind: 'repair', fromId: parties[1]!.id, toId: parties[0]!.id, what: '重做防水', dueOn: dayIn(5) },
    ],
  })
  const codeOf = async (who: { cookie: string; phone: string }, id: string): Promise<string> => {
    await ok(call(who.cookie, `POST /api/mediations/${id}/signing-code`))
    const outbox = await call(null, 'GET /api/notices/sms-outbox')
    const found = (outbox.body as { to: string; text: string }[]).find(
      (one) => one.to === who.phone && one.text.includes('签字'),
    )
    return /\d{6}/.exec(found!.text)![0]
  }
  const passMinute = () => app.sql("update phone_codes set sent_at = sent_at - interval '2 minutes'")
  const sign = async (who: { cookie: string; phone: string }, id: string, hash: string) => {
    await passMinute()
    return ok(on(who, id, 'signature', { code: await codeOf(who, id), hash }))
  }
  return {
    secretary,
    otherMediator,
    farMediator,
    below,
    above,
    inJob,
    dayIn,
    opening,
    open,
    on,
    ok,
    read,
    toSession,
    draft,
    codeOf,
    passMinute,
    sign,
  }
}
