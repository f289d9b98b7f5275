// Signing in by phone code as a person would: ask, read the demo outbox, answer.
import assert from 'node:assert/strict'
import type { Answer, TestApp } from './test-app.ts'

export const cookieOf = (answer: Answer): string => /linli_session=[^;]+/.exec(String(answer.headers['set-cookie']))![0]
export const otherCode = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

/** Needs LINLI_TRUST_PROXY=1: each test comes from an address of its own. */
export const phoneSignIn = (app: TestApp) => {
  let addresses = 0
  let phones = 0
  const fromElsewhere = () => ({ 'x-forwarded-for': `203.0.113.${++addresses}` })
  const askCode = (phone: string, headers: Record<string, string>) =>
    app.call(null, 'POST /api/identity/phone-codes', { body: { phone }, headers })
  const codeOf = async (phone: string): Promise<string> => {
    const outbox = await app.call(null, 'GET /api/notices/sms-outbox')
    return /\d{6}/.exec(outbox.body.find((one: { to: string }) => one.to === phone).text)![0]
  }
  const useCode = (phone: string, code: string, headers: Record<string, string>, totp?: string) =>
    app.call(null, 'POST /api/identity/phone-sessions', {
      body: { phone, code, ...(totp === undefined ? {} : { totp }) },
      headers,
    })
  return {
    fromElsewhere,
    newPhone: () => `137${String(++phones).padStart(8, '0')}`,
    askCode,
    codeOf,
    useCode,
    /** Returns the cookie. */
    signInByPhone: async (phone: string): Promise<string> => {
      const headers = fromElsewhere()
      await askCode(phone, headers)
      const answer = await useCode(phone, await codeOf(phone), headers)
      assert.equal(answer.status, 200)
      return cookieOf(answer)
    },
    /** Lets a minute or more pass for the codes of a phone. */
    passMinutes: (phone: string, minutes: number) =>
      app.sql(
        'update phone_codes set sent_at = sent_at - make_interval(mins => $2), expires_at = expires_at - make_interval(mins => $2) where phone_hash = $1',
        [app.parts.sealing.hash(phone, 'phone'), minutes],
      ),
  }
}
