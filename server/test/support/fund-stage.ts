// The people around a community's money and what they do with it through the API: shared by the tests of funds.
import assert from 'node:assert/strict'
import { makePhoto } from './fund-makers.ts'
import { testApp } from './test-app.ts'

export const TODAY = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
export const LATER = '2099-12-31'
interface Answer {
  readonly status: number
  readonly body: { code?: string }
}
export const refused = (answer: Answer, status: number, code: string): void =>
  assert.deepEqual([answer.status, answer.body.code], [status, code], JSON.stringify(answer.body))
export const ok = <T extends { status: number; body: unknown }>(answer: T): T['body'] => {
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}
export const application = {
  title: '更换下水主管道',
  reason: '破损塌陷',
  payee: '市政工程公司',
  amount: 300_000,
} as const

/** At the top of a test file: an app of its own, and its people. */
export const fundStage = async () => {
  const app = await testApp()
  const { organisations, communityA1, communityA2, estate1, streetA } = app.district
  const secretary = await app.makeStaff('韩琳', 'communitySecretary', organisations.communityA1, communityA1)
  const clerk = await app.makeStaff('小周', 'communityClerk', organisations.communityA1, communityA1)
  const officer = await app.makeStaff('街道', 'streetOfficer', organisations.streetA, streetA)
  const stranger = await app.makeStaff('外人', 'communitySecretary', organisations.communityA2, communityA2)
  const owner = await app.makeResident('王大爷')
  const outsider = await app.makeResident('外边住户', app.district.homeA2)
  const post = (who: string, path: string, body?: unknown) =>
    app.call(who, `POST /api/funds${path}`, body === undefined ? {} : { body })
  const get = (who: string, path: string) => app.call(who, `GET /api/funds${path}`)
  const open = async (body: object): Promise<string> =>
    ok(
      await post(secretary.cookie, '', {
        placeId: estate1,
        name: '小区公共收益',
        purpose: '车位和广告收入',
        ...body,
      }),
    ).id
  const income = async (fundId: string, amount: number, more: object = {}) =>
    ok(await post(clerk.cookie, `/${fundId}/entries`, { amount, day: TODAY, purpose: '三季度车位收入', ...more }))
  const apply = async (fundId: string, more: object = {}, who = clerk.cookie): Promise<string> =>
    ok(await post(who, `/${fundId}/applications`, { ...application, ...more })).id
  const step = (who: string, id: string, name: string, body?: unknown) => post(who, `/applications/${id}/${name}`, body)
  const assertBooksHold = async () => {
    const { body } = await get(officer.cookie, '/check')
    assert.equal(body.holds, true, JSON.stringify(body))
    assert.equal(body.sum, 0)
    return body
  }
  const photoOf = (by: { readonly id: string }) => makePhoto(app, by.id)
  const people = { secretary, clerk, officer, stranger, owner, outsider }
  return { app, ...people, post, get, open, income, apply, step, assertBooksHold, photoOf }
}
