// A community that deliberates: its secretary, a resident and a stranger, and the calls their tests make.
import assert from 'node:assert/strict'
import type { TestApp } from './test-app.ts'

const DAY_MS = 86_400_000
/** The moment so many days from now. */
export const at = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString()

export const deliberationStage = async (app: TestApp) => {
  const { district } = app
  const { organisations } = district
  const secretary = await app.makeStaff('周书记', 'communitySecretary', organisations.communityA1, district.communityA1)
  const resident = await app.makeResident('林小满')
  const stranger = await app.makeResident('外小区', district.homeA2)
  const get = (who: string, path: string) => app.call(who, `GET /api/deliberation/${path}`)
  const post = (who: string, path: string, body?: unknown) =>
    app.call(who, `POST /api/deliberation/${path}`, body === undefined ? {} : { body })
  const done = async (who: string, path: string, body?: unknown) => {
    const answer = await post(who, path, body)
    assert.equal(answer.status, 200, `${path}: ${answer.raw.toString('utf8').slice(0, 300)}`)
    return answer.body
  }
  /** The code of the refusal. */
  const code = async (who: string, path: string, body?: unknown) => (await post(who, path, body)).body.code
  const propose = (who: string, source: 'proposal' | 'petition' = 'proposal') =>
    done(who, 'topics', { placeId: district.estate1, title: '楼道装声控灯', words: '楼道太黑，老人不方便', source })
  /** The secretary calls a meeting of the five parties of estate 1. */
  const call = (more: object) =>
    done(secretary.cookie, 'meetings', {
      scheme: 'five-party',
      placeId: district.estate1,
      title: '十月党群议事日',
      startsAt: at(5),
      where: '驿站',
      ...more,
    })
  /** The hour of its notice has come. */
  const hourComes = (id: string) => app.sql('update deliberation_meetings set starts_at = now() where id = $1', [id])
  const open = async (id: string) => {
    await hourComes(id)
    return done(secretary.cookie, `meetings/${id}/open`)
  }
  return { secretary, resident, stranger, get, post, done, code, propose, call, hourComes, open }
}
