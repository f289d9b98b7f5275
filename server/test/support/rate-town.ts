// A small district whose cases live any life, for the tests of the three rates.
import assert from 'node:assert/strict'
import type { RateFigure } from '../../../contract/src/rates-kinds.ts'
import { countChanges } from '../../src/modules/rates/index.ts'
import type { Cx } from '../../src/platform/cx.ts'
import { asWorker } from './as-worker.ts'
import { testApp } from './test-app.ts'

export const app = await testApp()
export const { district } = app
export const { organisations } = district
export const resident = await app.makeResident('王桂兰')
export const neighbour = await app.makeResident('李建国')
export const clerk = await app.makeStaff('赵敏', 'communityClerk', organisations.communityA1, district.communityA1)
export const secretary = await app.makeStaff(
  '周书记',
  'communitySecretary',
  organisations.communityA1,
  district.communityA1,
)
export const worker = await app.makeStaff('孙师傅', 'propertyManager', organisations.property1, district.estate1)
export const officer = await app.makeStaff('郑怀民', 'districtOfficer', organisations.office, district.id)
export const colleague = await app.makeStaff('钱卫东', 'districtOfficer', organisations.office, district.id)
export const DAY_MS = 86_400_000
export const day = (days: number) => new Date(Date.now() + days * DAY_MS + 8 * 3_600_000).toISOString().slice(0, 10)
export type Who = { readonly cookie: string }
export const post = (who: Who, path: string, body: object = {}) => app.call(who.cookie, `POST /api/${path}`, { body })
export const done = async (who: Who, path: string, body: object = {}) => {
  const answer = await post(who, path, body)
  assert.equal(answer.status, 200, `${path}: ${JSON.stringify(answer.body)}`)
  return answer.body
}
export const get = async (who: Who, path: string, query: Record<string, string> = {}) => {
  const answer = await app.call(who.cookie, `GET /api/${path}?${new URLSearchParams(query)}`)
  assert.equal(answer.status, 200, `${path}: ${JSON.stringify(answer.body)}`)
  return answer.body
}
export const inJob = <T>(work: (cx: Cx<null>) => Promise<T>) => asWorker(app, work)
export const count = () => inJob((cx) => countChanges(cx.db))
export const report = async (who: Who = resident): Promise<string> =>
  (await done(who, 'cases', { placeId: district.unit1, words: '楼道灯不亮，请派人来看' })).id
/** As if its deadlines had fallen `days` ago. */
export const dueBefore = (id: string, days: number) =>
  app.sql(
    "update case_clocks set due_at = due_at - (date_trunc('day', due_at) - date_trunc('day', now())) - $2 * interval '1 day' where case_id = $1 and due_at is not null",
    [id, days],
  )
export const moves: Readonly<Record<string, (id: string, n: number) => Promise<unknown>>> = {
  reject: (id) => post(clerk, `cases/${id}/reject`, { reason: 'outside', advice: '请拨打供电热线' }),
  withdraw: (id) => post(resident, `cases/${id}/withdraw`),
  dispatch: (id) => post(clerk, `cases/${id}/dispatch`, { organisationId: organisations.property1 }),
  transfer: (id) =>
    post(clerk, `cases/${id}/transfer`, { organisationId: organisations.communityA1, reason: '归社区' }),
  takeUp: (id) => post(worker, `cases/${id}/takeUp`),
  suspend: (id) =>
    post(worker, `cases/${id}/suspend`, { reason: '等配件', until: new Date(Date.now() + DAY_MS).toISOString() }),
  resume: (id) => post(worker, `cases/${id}/resume`),
  close: async (id) => {
    await app.sql(
      "update cases set state = 'closureRequested', doer_id = $2 where id = $1 and state in ('takenUp', 'inProgress')",
      [id, worker.id],
    )
    await post(secretary, `cases/${id}/close`, { words: '现场看过' })
  },
  confirm: (id, n) => post(resident, `cases/${id}/confirm`, { rating: 3 + (n % 3), ratingReasons: [] }),
  dispute: (id) => post(resident, `cases/${id}/askReopening`, { reason: '还是不亮', rating: 1 }),
  reopen: (id) => post(secretary, `cases/${id}/reopen`, { words: '重新办' }),
  decline: (id) => post(secretary, `cases/${id}/declineReopening`, { reason: '已经修好' }),
  silence: (id) =>
    app.sql(
      `with u as (update cases set state = 'confirmed', state_at = now() where id = $1 and state = 'closed' returning id)
       insert into case_events (id, case_id, at, step, from_state, to_state, actor_name, audience, photos)
       select gen_random_uuid(), id, now(), 'confirmBySilence', 'closed', 'confirmed', '系统', 'public', '{}' from u`,
      [id],
    ),
  exclude: async (id, n) => {
    const asked = await post(worker, 'rates/exclusions', {
      caseId: id,
      ground: 'wrongRecord',
      words: '登记错误，重复录入两次',
      photos: [],
    })
    if (asked.status === 200)
      await done(officer, `rates/exclusions/${asked.body.id}/decision`, { granted: n % 2 === 0, words: '核对过' })
  },
  late: (id, n) => dueBefore(id, 1 + (n % 20)),
}
export const names = Object.keys(moves)
export const period = { from: day(-60), to: day(-1) }
export const listed = async (figure: RateFigure, query: Record<string, string> = {}) => {
  let after: string | undefined
  let n = 0
  do {
    const page = await get(officer, 'rates/cases', {
      ...period,
      figure,
      limit: '3',
      ...query,
      ...(after === undefined ? {} : { after }),
    })
    n += page.rows.length
    after = page.next ?? undefined
  } while (after !== undefined)
  return n
}
