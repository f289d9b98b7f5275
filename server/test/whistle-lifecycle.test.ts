// Every state of a unit's part × every step × who takes it: allowed exactly where the table says so.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { partLife, partStates, partSteps, type PartState, type PartStep } from '../../contract/src/whistles-life.ts'
import { mayTake, refusalOf, takeStep, type Standing } from '../src/platform/lifecycle.ts'

const nobody: Standing = { reporter: false, handler: false, staff: () => false }
const everyInput = { words: '好', reason: '因为', people: '罗克坚', proof: '现场照片', photos: ['x'], rating: 5 }

describe('the table of a unit’s part', () => {
  for (const state of Object.keys(partStates) as PartState[]) {
    for (const name of Object.keys(partSteps) as PartStep[]) {
      const step = partLife.steps[name]
      test(`${name} from ${state}`, () => {
        const right: Standing =
          'system' in step.by
            ? nobody
            : step.by.person === 'staff'
              ? { ...nobody, staff: (permission) => 'permission' in step.by && permission === step.by.permission }
              : { ...nobody, [step.by.person]: true }
        const taker = 'system' in step.by ? ({ system: true } as const) : { person: right }
        const allowed = step.from.includes(state)
        assert.equal(refusalOf(partLife, state, name, taker), allowed ? null : 'lifecycle.wrong-state')
        if (allowed) assert.equal(takeStep(partLife, state, name, taker, everyInput), step.to)
        else assert.throws(() => takeStep(partLife, state, name, taker, everyInput))
        assert.throws(() => takeStep(partLife, state, name, { person: nobody }, everyInput), {
          code: 'access.not-allowed',
        })
        if ('system' in step.by)
          assert.equal(
            mayTake(partLife, state, { reporter: true, handler: true, staff: () => true }).includes(name),
            false,
          )
        if (allowed && step.needs.length > 0)
          assert.throws(() => takeStep(partLife, state, name, taker, {}), { code: 'lifecycle.needs' })
      })
    }
  }
})
