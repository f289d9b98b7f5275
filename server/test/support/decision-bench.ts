// A small estate of owners for tests of decisions: its roll, and the walk to any state.
import { randomUUID } from 'node:crypto'
import type { TestApp } from './test-app.ts'

export interface Voter {
  readonly id: string
  readonly phone: string
  readonly cookie: string
}
const day = (days: number) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
let estates = 0
export const decisionBench = (app: TestApp) => {
  const { call, sql, district } = app
  const ok = async (answer: ReturnType<typeof call>) => {
    const { status, body, raw } = await answer
    if (status !== 200) throw new Error(`${status} ${raw.toString().slice(0, 600)}`)
    return body
  }
  /** An estate with a unit per call, below community A1. */
  const makeEstate = async () => {
    const estate = await app.addPlace('estate', `议事苑${++estates}`, district.communityA1)
    const building = await app.addPlace('building', '1号楼', estate, district.grid1)
    const unit = await app.addPlace('unit', '1单元', building)
    const home = async (name: string, area: number | null) => {
      const id = await app.addPlace('home', name, unit)
      await sql(
        "update places set area = $2::int, area_source = case when $2::int is null then null else 'register' end where id = $1",
        [id, area],
      )
      return id
    }
    return { estate, building, unit, home }
  }
  const photo = async (personId: string) => {
    const id = randomUUID()
    await sql(
      "insert into files (id, district_id, uploader_id, kind, mime, bytes, width, height, sha256, stored_as) values ($1, $2, $3, 'photo', 'image/jpeg', 1, 1, 1, $4, $5)",
      [id, district.id, personId, id.replaceAll('-', ''), `aa/${id}.jpg`],
    )
    return id
  }
  const prepare = (who: Voter, placeId: string, more: object = {}) =>
    ok(
      call(who.cookie, 'POST /api/decisions', {
        body: {
          placeId,
          partKinds: ['home'],
          title: '选聘物业公司',
          words: '原合同到期，选聘安居物业。',
          items: [{ matter: 'propertyCompany', title: '选聘安居物业，每月每平方米1.5元', cost: '每月每平方米1.5元' }],
          ...more,
        },
      }),
    )
  const step = (who: Voter, id: string, name: string, body: object = {}) =>
    call(who.cookie, `POST /api/decisions/${id}/${name}`, { body })
  /** Twenty-five days ago, so that its days are over. */
  const announcement = async (who: Voter) => ({
    postedOn: day(-40),
    photos: [await photo(who.id)],
    closesAt: new Date(Date.now() + 3 * 86_400_000).toISOString(),
  })
  const toFrozen = async (who: Voter, id: string) => {
    await ok(step(who, id, 'publishRoll', { postedOn: day(-50), days: 7 }))
    return ok(step(who, id, 'freezeRoll'))
  }
  const toOpen = async (who: Voter, id: string) => {
    await toFrozen(who, id)
    await ok(step(who, id, 'postNotice', await announcement(who)))
    return ok(step(who, id, 'open', { knowsReach: true }))
  }
  const passMinute = () => sql("update phone_codes set sent_at = sent_at - interval '2 minutes'")
  /** A fresh code from the outbox. */
  const codeFor = async (who: Voter, id: string): Promise<string> => {
    await sql('delete from phone_codes')
    await ok(call(who.cookie, `POST /api/decisions/${id}/voting-code`))
    const outbox = await call(null, 'GET /api/notices/sms-outbox')
    const found = (outbox.body as { to: string; text: string }[]).find(
      (one) => one.to === who.phone && one.text.includes('投票验证码'),
    )
    return /\d{6}/.exec(found!.text)![0]
  }
  const vote = async (who: Voter, id: string, marks: readonly object[], more: object = {}) =>
    step(who, id, 'ballot', { code: await codeFor(who, id), marks, ...more })
  /** Time passes: the vote ends now. */
  const toClosed = (id: string) =>
    sql(
      "update decisions set opens_at = opens_at - interval '1 hour', closes_at = now() - interval '1 second' where id = $1",
      [id],
    )
  /** Time passes: the days for objections to the result are over. */
  const objectionsOver = (id: string) => sql('update decisions set result_until = current_date - 3 where id = $1', [id])
  const certify = async (who: Voter, id: string) => {
    await objectionsOver(id)
    return ok(step(who, id, 'certify'))
  }
  return {
    ok,
    makeEstate,
    photo,
    prepare,
    step,
    announcement,
    toFrozen,
    toOpen,
    passMinute,
    codeFor,
    vote,
    toClosed,
    objectionsOver,
    certify,
    day,
  }
}
