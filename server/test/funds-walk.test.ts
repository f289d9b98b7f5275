// Every state of an application, a plan and a raising × every step × every role; books under random commands; amounts beyond bounds.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import {
  applicationStates,
  applicationSteps,
  planStates,
  planSteps,
  type ApplicationState,
  type ApplicationStep,
  type PlanState,
  type PlanStep,
} from '../../contract/src/funds-life.ts'
import { fundsOf } from '../../contract/src/organisations-positions-funds.ts'
import { application, fundStage, LATER, ok, refused, TODAY } from './support/fund-stage.ts'

const stage = await fundStage()
const { app, secretary, clerk, officer, stranger, owner, post, get, open, income, apply, step, assertBooksHold } = stage
const colleague = await app.makeStaff(
  '小吴',
  'communityClerk',
  app.district.organisations.communityA1,
  app.district.communityA1,
)
interface Role {
  readonly cookie: string
  readonly holds: readonly string[]
}
const roles: Readonly<Record<string, Role>> = {
  applicant: { cookie: clerk.cookie, holds: fundsOf.clerk },
  colleague: { cookie: colleague.cookie, holds: fundsOf.clerk },
  secretary: { cookie: secretary.cookie, holds: [...fundsOf.clerk, ...fundsOf.officer] },
  officer: { cookie: officer.cookie, holds: fundsOf.officer },
  'somebody of another community': { cookie: stranger.cookie, holds: [] },
  'an owner': { cookie: owner.cookie, holds: [] },
}
/** By the table: the step leads from here, and the role holds its permission. */
const isAllowed = (
  one: { readonly from: readonly string[]; readonly by: object },
  state: string,
  role: Role,
): boolean => one.from.includes(state) && 'permission' in one.by && role.holds.includes(one.by.permission as string)
const keysOf = <K extends string>(of: Readonly<Record<K, unknown>>) => Object.keys(of) as K[]

describe('every step of an application in every state, by every role', async () => {
  const fundId = await open({ kind: 'commonIncome' })
  await income(fundId, 100_000_000)
  const wasPaid: readonly ApplicationState[] = ['paid', 'receipted', 'published']
  /** The road there by the API where the books are touched, else by its state alone. */
  const inState = async (state: ApplicationState): Promise<string> => {
    const id = await apply(fundId, { amount: 1000 })
    if (wasPaid.includes(state)) {
      ok(await step(secretary.cookie, id, 'approve', {}))
      ok(await step(colleague.cookie, id, 'pay', { day: TODAY }))
    }
    await app.sql('update fund_applications set state = $2 where id = $1', [id, state])
    return id
  }
  const bodyOf = async (name: ApplicationStep, by: string): Promise<object | undefined> => {
    if (name === 'approve') return {}
    if (name === 'refuse' || name === 'reverse') return { words: '说明原因' }
    if (name === 'pay') return { day: TODAY }
    if (name === 'receipt') return { photos: [await stage.photoOf({ id: by })] }
    return undefined
  }
  const ids: Readonly<Record<string, string>> = {
    applicant: clerk.id,
    colleague: colleague.id,
    secretary: secretary.id,
    officer: officer.id,
    'somebody of another community': stranger.id,
    'an owner': owner.id,
  }
  for (const state of keysOf(applicationStates))
    test(`${state}: only what the table says`, async () => {
      for (const name of keysOf(applicationSteps))
        for (const [who, role] of Object.entries(roles)) {
          const id = await inState(state)
          const answer = await step(role.cookie, id, name, await bodyOf(name, ids[who]!))
          const byEyes = name === 'approve' || name === 'refuse' ? who !== 'applicant' : true
          const byOwner = name === 'withdraw' ? who === 'applicant' : true
          const expected = isAllowed(applicationSteps[name], state, role) && byEyes && byOwner
          const said = `${name} in ${state} by ${who}: ${JSON.stringify(answer.body)}`
          assert.equal(answer.status === 200, expected, said)
          const [after] = await app.sql<{ state: string }>('select state from fund_applications where id = $1', [id])
          assert.equal(after!.state, expected ? applicationSteps[name].to : state, said)
          if (!expected) assert.ok(answer.status >= 400 && answer.status < 500, said)
        }
      await assertBooksHold()
    })
})
describe('every step of a shared cost in every state, by every role', async () => {
  const fundId = await open({ kind: 'maintenanceFund', name: '维修资金' })
  const bodies: Readonly<Record<PlanStep, object | undefined>> = {
    ask: { answerBy: LATER },
    collect: { dueOn: LATER, basisWords: '业主共同决定' },
    final: { finalTotal: 100, words: '按实结算' },
    settle: undefined,
    drop: { words: '不修了' },
  }
  /** Nothing is owed in it, so that settling depends on the table alone. */
  const inState = async (state: PlanState): Promise<string> => {
    const { id } = ok(
      await post(clerk.cookie, '/plans', {
        placeId: app.district.building1,
        fundId,
        title: '修屋顶',
        reason: '漏雨',
        method: 'household',
        total: 100,
      }),
    )
    if (state === 'settling')
      await app.sql('update fund_plan_lines set share = 0, final_share = 0 where plan_id = $1', [id])
    const isFrozen = state !== 'draft'
    await app.sql(
      "update fund_plans set state = $2, frozen_at = case when $3 then now() end, frozen_hash = case when $3 then 'x' end, frozen_text = case when $3 then '{}' end where id = $1",
      [id, state, isFrozen],
    )
    return id
  }
  for (const state of keysOf(planStates))
    test(`${state}: only what the table says`, async () => {
      for (const name of keysOf(planSteps))
        for (const [who, role] of Object.entries(roles)) {
          const id = await inState(state)
          const answer = await post(role.cookie, `/plans/${id}/${name}`, bodies[name])
          const expected = isAllowed(planSteps[name], state, role)
          const said = `${name} in ${state} by ${who}: ${JSON.stringify(answer.body)}`
          assert.equal(answer.status === 200, expected, said)
          const [after] = await app.sql<{ state: string }>('select state from fund_plans where id = $1', [id])
          assert.equal(after!.state, expected ? planSteps[name].to : state, said)
        }
    })
})
describe('a raising in every state, by every role', () => {
  const acts = {
    met: {
      from: 'raising',
      permission: 'fund.open',
      to: 'open',
      path: 'raising',
      body: { outcome: 'met', reason: '筹齐' },
    },
    failed: {
      from: 'raising',
      permission: 'fund.open',
      to: 'failed',
      path: 'raising',
      body: { outcome: 'failed', reason: '没筹齐' },
    },
    close: { from: 'open', permission: 'fund.open', to: 'closed', path: 'closing', body: { reason: '用完了' } },
  } as const
  for (const state of ['raising', 'open', 'failed', 'closed'] as const)
    test(`${state}: only its own steps`, async () => {
      for (const [name, act] of Object.entries(acts))
        for (const [who, role] of Object.entries(roles)) {
          const id = await open({ kind: 'fundraising', target: 1000 })
          await app.sql('update funds set state = $2 where id = $1', [id, state])
          if (name === 'met')
            await app.sql(
              "insert into fund_pledges (id, district_id, fund_id, name, amount, paid, at) values ($1, $2, $3, '众人', 1000, 1000, now())",
              [uuidv7(), app.district.id, id],
            )
          const answer = await post(role.cookie, `/${id}/${act.path}`, act.body)
          const expected = act.from === state && role.holds.includes(act.permission)
          const said = `${name} in ${state} by ${who}: ${JSON.stringify(answer.body)}`
          assert.equal(answer.status === 200, expected, said)
          const [after] = await app.sql<{ state: string }>('select state from funds where id = $1', [id])
          assert.equal(after!.state, expected ? act.to : state, said)
        }
    })
})
describe('books under random commands', () => {
  const amount = fc.oneof(
    fc.integer({ min: 1, max: 900_000 }),
    fc.constantFrom(0, -1, 1.5, 1e13, Number.MAX_SAFE_INTEGER, Number.NaN),
  )
  const command = fc.record({
    kind: fc.constantFrom('income', 'apply', 'approve', 'pay', 'reverse', 'pledge', 'payPledge', 'return', 'takeBack'),
    amount,
    pick: fc.nat(50),
  })
  const pickOf = <T>(rows: readonly T[], n: number): T | undefined => rows[n % Math.max(1, rows.length)]
  test('valid or not, all balances together stay zero and no bank falls below nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 8, maxLength: 25 }), async (commands) => {
        const common = await open({ kind: 'commonIncome' })
        const raising = await open({ kind: 'fundraising', target: 100_000 })
        const list = async (path: string) => (await get(secretary.cookie, path)).body.rows as { id: string }[]
        for (const { kind, amount: fen, pick } of commands) {
          const applied = pickOf(await list(`/applications?fundId=${common}`), pick)?.id
          const pledged = pickOf(await list(`/${raising}/pledges`), pick)?.id
          const entry = pickOf(await list(`/${common}/entries`), pick)?.id
          const answer = await {
            income: () => post(clerk.cookie, `/${common}/entries`, { amount: fen, day: TODAY, purpose: '收入' }),
            apply: () => post(clerk.cookie, `/${common}/applications`, { ...application, amount: fen }),
            approve: () => step(secretary.cookie, applied ?? common, 'approve', {}),
            pay: () => step(clerk.cookie, applied ?? common, 'pay', { day: TODAY }),
            reverse: () => step(secretary.cookie, applied ?? common, 'reverse', { words: '退回' }),
            pledge: () => post(owner.cookie, `/${raising}/pledges`, { amount: fen }),
            payPledge: () =>
              post(clerk.cookie, `/${raising}/pledges/${pledged ?? raising}/payment`, { amount: fen, day: TODAY }),
            return: () => post(secretary.cookie, `/${raising}/raising`, { outcome: 'failed', reason: '退还' }),
            takeBack: () =>
              post(secretary.cookie, `/${common}/entries/${entry ?? common}/reversal`, { reason: '错账' }),
          }[kind]!()
          assert.ok(answer.status < 500, `${kind} ${fen}: ${JSON.stringify(answer.body)}`)
        }
        const { body } = await get(officer.cookie, '/check')
        assert.deepEqual([body.sum, body.holds, body.unbalanced, body.different], [0, true, [], []])
        const banks = await app.sql<{ balance: string }>(
          "select b.balance from fund_balances b join fund_accounts a on a.id = b.account_id where a.role = 'bank' and b.balance < 0",
        )
        assert.deepEqual(banks, [])
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })
  test('an income that would pass what can be counted exactly is refused, and nothing changes', async () => {
    const id = await open({ kind: 'commonIncome' })
    await income(id, 1)
    await app.sql(
      `with e as (insert into fund_entries (id, district_id, fund_id, kind, day, purpose, lines, actor_name, at)
         select gen_random_uuid(), district_id, id, 'income', current_date, '结转', 2, '记账员', now() from funds where id = $1 returning id)
       insert into fund_postings select e.id, a.id, case a.role when 'bank' then 9007199254740000 else -9007199254740000 end from e, fund_accounts a where a.fund_id = $1`,
      [id],
    )
    refused(
      await post(clerk.cookie, `/${id}/entries`, { amount: 1_000_000_000_000, day: TODAY, purpose: '收入' }),
      400,
      'fund.too-large',
    )
    assert.equal((await get(clerk.cookie, `/${id}`)).body.balance, 9_007_199_254_740_001)
    await assertBooksHold()
  })
})
