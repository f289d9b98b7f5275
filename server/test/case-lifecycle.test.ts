// Every state × every step × every kind of person: allowed exactly where the table says so, refused everywhere else.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import sharp from 'sharp'
import { caseLife, caseStates, caseSteps, type CaseState, type CaseStep } from '../../contract/src/cases-life.ts'
import { mayTake, refusalOf, takeStep, type Standing } from '../src/platform/lifecycle.ts'
import { testApp } from './support/test-app.ts'

const states = Object.keys(caseStates) as CaseState[]
const steps = Object.keys(caseSteps) as CaseStep[]
const nobody: Standing = { reporter: false, handler: false, staff: () => false }
const everyInput = {
  words: '好',
  reason: '因为',
  advice: '请到社区',
  organisationId: 'x',
  until: 'x',
  photos: ['x'],
  rating: 5,
  intoId: 'x',
}

describe('the table by itself', () => {
  for (const state of states) {
    for (const name of steps) {
      const step = caseLife.steps[name]
      test(`${name} from ${state}`, () => {
        const right: Standing =
          'system' in step.by
            ? nobody
            : step.by.person === 'staff'
              ? { ...nobody, staff: (permission) => 'permission' in step.by && permission === step.by.permission }
              : { ...nobody, [step.by.person]: true }
        const taker = 'system' in step.by ? ({ system: true } as const) : { person: right }
        const allowed = step.from.includes(state)
        assert.equal(refusalOf(caseLife, state, name, taker), allowed ? null : 'lifecycle.wrong-state')
        if (allowed) assert.equal(takeStep(caseLife, state, name, taker, everyInput), step.to)
        else assert.throws(() => takeStep(caseLife, state, name, taker, everyInput))
        // Anybody else is refused in every state, and learns nothing of it.
        assert.throws(() => takeStep(caseLife, state, name, { person: nobody }, everyInput), {
          code: 'access.not-allowed',
        })
        if (!('system' in step.by))
          assert.throws(() => takeStep(caseLife, state, name, { system: true }, everyInput), {
            code: 'access.not-allowed',
          })
        else
          assert.equal(
            mayTake(caseLife, state, { reporter: true, handler: true, staff: () => true }).includes(name),
            false,
          )
        if (allowed && step.needs.length > 0)
          assert.throws(() => takeStep(caseLife, state, name, taker, {}), { code: 'lifecycle.needs' })
      })
    }
  }
})

const app = await testApp()
const { district } = app
const resident = await app.makeResident('王桂兰')
const clerk = await app.makeStaff('赵敏', 'communityClerk', district.organisations.communityA1, district.communityA1)
const worker = await app.makeStaff('孙师傅', 'propertyWorker', district.organisations.property1, district.estate1)
const stranger = await app.makeResident('路人', district.homeA2)

const jpeg = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#b5281c' } })
  .jpeg()
  .toBuffer()
const upload = async (who: string): Promise<string> => {
  const boundary = 'lifecycle'
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="kind"\r\n\r\nphoto\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`,
    ),
    jpeg,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const answer = await app.call(who, 'POST /api/files', {
    payload,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body.id
}
/** A case of this estate in a state, as if it had come there. */
const caseIn = async (state: CaseState): Promise<string> => {
  const answer = await app.call(resident.cookie, 'POST /api/cases', {
    body: { placeId: district.unit1, words: '下水道堵了，一楼返水' },
  })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  const handled = !['submitted', 'accepted', 'rejected', 'returned', 'reopened'].includes(state)
  await app.sql('update cases set state = $2, handler_id = $3, closed_at = now(), suspend_until = $4 where id = $1', [
    answer.body.id,
    state,
    handled ? district.organisations.property1 : null,
    state === 'suspended' ? new Date(Date.now() + 86_400_000) : null,
  ])
  if (state === 'merged')
    await app.sql("update cases set merged_into_id = $2, merged_from_state = 'dispatched' where id = $1", [
      answer.body.id,
      await caseIn('accepted'),
    ])
  return answer.body.id
}
const bodyOf = async (name: CaseStep, who: string): Promise<object> => {
  const bodies: Partial<Record<CaseStep, object>> = {
    reject: { reason: 'notOurs', advice: '请拨打 12345' },
    dispatch: { organisationId: district.organisations.property1 },
    transfer: { organisationId: district.organisations.communityA1, reason: '物业无法处理' },
    return: { reason: '不是我们的范围' },
    suspend: { reason: '等配件', until: new Date(Date.now() + 86_400_000).toISOString() },
    refuseClosure: { reason: '没有修好' },
    close: { words: '看过了' },
    confirm: { rating: 5 },
    askReopening: { reason: '又堵了' },
    reopen: { words: '重新办理' },
    declineReopening: { reason: '已经办好' },
    merge: { intoId: name === 'merge' ? await caseIn('accepted') : '', reason: '同一件事' },
    unmerge: { reason: '不是同一件事' },
  }
  return name === 'requestClosure' ? { words: '疏通好了', photos: [await upload(who)] } : (bodies[name] ?? {})
}
const rightOne = (name: CaseStep): string => {
  const { by } = caseLife.steps[name]
  if ('system' in by) throw new Error(`${name} is no person's step`)
  return by.person === 'reporter' ? resident.cookie : by.person === 'handler' ? worker.cookie : clerk.cookie
}
const snapshot = (id: string) =>
  app.sql(
    'select c.state, c.handler_id, c.rating, c.updated_at, (select count(*) from case_events e where e.case_id = c.id) as events, (select count(*) from journal j where j.thing_id = c.id::text) as entries from cases c where c.id = $1',
    [id],
  )

describe('through the API', () => {
  for (const state of states) {
    for (const name of steps.filter((step) => !('system' in caseLife.steps[step].by))) {
      // The clerk who dispatches accepts on the way.
      const allowed = caseLife.steps[name].from.includes(state) || (name === 'dispatch' && state === 'submitted')
      test(`${name} from ${state} is ${allowed ? 'done' : 'refused, and nothing changes'}`, async () => {
        const id = await caseIn(state)
        const who = rightOne(name)
        const body = await bodyOf(name, who)
        const before = await snapshot(id)
        const alien = await app.call(stranger.cookie, `POST /api/cases/${id}/${name}`, { body })
        assert.ok([403, 404].includes(alien.status), `a stranger got ${alien.status}`)
        const answer = await app.call(who, `POST /api/cases/${id}/${name}`, { body })
        if (allowed) {
          assert.equal(answer.status, 200, JSON.stringify(answer.body))
          const { to } = caseLife.steps[name]
          assert.equal(answer.body.state, to === 'before' ? 'dispatched' : to)
        } else {
          assert.ok(
            ['lifecycle.wrong-state', 'access.not-allowed', 'case.not-found'].includes(answer.body.code),
            JSON.stringify(answer.body),
          )
          assert.deepEqual(await snapshot(id), before)
        }
      })
    }
  }
})
