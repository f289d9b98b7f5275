// Mediation: every state × every step × who takes it, allowed exactly where the table says so.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  mediationLife,
  mediationStates,
  mediationSteps,
  type MediationState,
  type MediationStep,
} from '../../contract/src/mediation-life.ts'
import { refusalOf, takeStep, type Standing } from '../src/platform/lifecycle.ts'

const states = Object.keys(mediationStates) as MediationState[]
const steps = Object.keys(mediationSteps) as MediationStep[]
const nobody: Standing = { reporter: false, handler: false, staff: () => false }
describe('the table by itself', () => {
  for (const state of states)
    for (const name of steps)
      test(`${name} from ${state}`, () => {
        const step = mediationSteps[name]
        const input = { reason: '因为', ways: ['court'], clauses: ['x'] }
        const taker =
          'system' in step.by ? ({ system: true } as const) : { person: { ...nobody, [step.by.person]: true } }
        const isAllowed = (step.from as readonly MediationState[]).includes(state)
        assert.equal(refusalOf(mediationLife, state, name, taker), isAllowed ? null : 'lifecycle.wrong-state')
        if (isAllowed) assert.equal(takeStep(mediationLife, state, name, taker, input), step.to)
        for (const wrong of [
          { person: nobody },
          'system' in step.by ? { person: nobody } : ({ system: true } as const),
        ])
          assert.throws(() => takeStep(mediationLife, state, name, wrong, input), { code: 'access.not-allowed' })
      })
})
