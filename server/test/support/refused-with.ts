// The one way a test says with which code it expects to be refused.
import assert from 'node:assert/strict'
import type { Answer } from './test-app.ts'

/** Gives the problem back, for what else it says. */
export const refusedWith = async (code: string, answer: Promise<Answer>): Promise<Answer['body']> => {
  const { body } = await answer
  assert.equal(body.code, code, JSON.stringify(body).slice(0, 400))
  return body
}
