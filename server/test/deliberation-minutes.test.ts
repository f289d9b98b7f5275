// Official minutes: who was missing, who led and who wrote, the real hours beside the announced one; opened no earlier than an hour before.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { at, deliberationStage } from './support/deliberation-stage.ts'
import { testApp } from './support/test-app.ts'
import { unzip } from './support/unzip.ts'

const app = await testApp()
const { district } = app
const { organisations } = district
const { secretary, resident, get, post, done, code, call, hourComes } = await deliberationStage(app)
const manager = await app.makeStaff('钱经理', 'propertyManager', organisations.property1, district.estate1)
const clerk = await app.makeStaff('吴记录', 'communityClerk', organisations.communityA1, district.communityA1)

/** The words of a document, its markup taken out. */
const wordsOf = async (who: string, id: string): Promise<string> => {
  const { raw, status } = await get(who, `meetings/${id}/minutes.docx`)
  assert.equal(status, 200)
  const text = unzip(raw).get('word/document.xml')
  assert.ok(text)
  return text
    .toString('utf8')
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]+>/g, '')
}
const startsIn = (id: string, minutes: number) =>
  app.sql(`update deliberation_meetings set starts_at = now() + make_interval(mins => $2) where id = $1`, [id, minutes])

describe('opening a meeting', () => {
  test('is refused days before its hour, with the earliest hour; an hour before it opens', async () => {
    const { id } = await call({ items: ['装灯'] })
    const early = await post(secretary.cookie, `meetings/${id}/open`)
    assert.equal(early.status, 409)
    assert.equal(early.body.code, 'deliberation.too-early')
    assert.match(early.body.remedy, /取消后重新通知/)
    assert.match(early.body.fields[0].message, /^最早 \d{4}-\d\d-\d\d \d\d:\d\d 可以开$/)
    await startsIn(id, 62)
    assert.equal(await code(secretary.cookie, `meetings/${id}/open`), 'deliberation.too-early')
    await startsIn(id, 58)
    const opened = await done(secretary.cookie, `meetings/${id}/open`)
    assert.equal(opened.state, 'inSession')
    assert.equal(opened.held.early, false)
  })
  test('neighbours at the door begin when they are together, and the page says it was early', async () => {
    const body = { scheme: 'doorstep', placeId: district.estate1, title: '楼前议', startsAt: at(2), where: '楼前' }
    const { id } = await done(secretary.cookie, 'meetings', { ...body, items: ['装灯'] })
    const opened = await done(secretary.cookie, `meetings/${id}/open`)
    assert.deepEqual([opened.state, opened.held.early], ['inSession', true])
  })
})

describe('the minutes of a council', () => {
  let id = ''
  test('name chair, recorder, who came and who did not, with their roles and bodies', async () => {
    const called = await call({ items: ['装灯'] })
    id = called.id
    await done(manager.cookie, `meetings/${id}/answer`, { answer: 'cannot' })
    await hourComes(id)
    await done(secretary.cookie, `meetings/${id}/open`)
    const here = called.people.filter((one: { personId: string }) => one.personId !== manager.id)
    assert.ok(here.length > 0 && here.length < called.people.length)
    const present = here.map((one: { id: string }) => one.id)
    await done(secretary.cookie, `meetings/${id}/attendance`, { present, guests: ['来客王'] })
    await done(secretary.cookie, `meetings/${id}/agenda/${called.agendaItems[0].id}`, {
      outcome: 'later',
      words: '再议',
    })
    await done(secretary.cookie, `meetings/${id}/close`)
    await done(clerk.cookie, `meetings/${id}/minutes`, { summary: '大家说了装灯的事。' })
    for (const step of ['circulate', 'sign', 'publish']) await done(secretary.cookie, `meetings/${id}/${step}`)
    const text = await wordsOf(secretary.cookie, id)
    assert.match(text, /主持人\n周书记（\S+ \S+）\n/)
    assert.match(text, /记录人\n吴记录（\S+ \S+）\n/)
    assert.match(text, /签发人：周书记（/)
    assert.match(text, new RegExp(`应到 ${called.people.length} 人，实到 ${present.length} 人，缺席 1 人，列席 1 人`))
    assert.match(text, /缺席\n\S+：钱经理（答复来不了）（\S+）\n/)
    assert.match(text, /列席\n列席：来客王\n/)
    assert.match(text, /通知时间\n\d{4}年\d+月\d+日 \d\d:\d\d\n实际时间\n\d{4}年\d+月\d+日 \d\d:\d\d 开会，.*散会\n/)
  })
  test('a neighbour who was not there reads offices and numbers, no names', async () => {
    const text = await wordsOf(resident.cookie, id)
    for (const name of ['周书记', '吴记录', '钱经理', '来客王'])
      assert.doesNotMatch(text, new RegExp(`${name}（|：${name}`))
    assert.match(text, /主持人\n\S+ \S+\n/)
    assert.match(text, /缺席 1 人/)
    const { held } = (await get(resident.cookie, `meetings/${id}`)).body
    assert.deepEqual([held.chair.name, held.recorder.name, held.absent], [null, null, 1])
  })
  test('a meeting whose opening is on no record says so', async () => {
    const { id: other } = await call({ items: ['装灯'] })
    await app.sql("update deliberation_meetings set state = 'signed', summary = '旧纪要' where id = $1", [other])
    const text = await wordsOf(secretary.cookie, other)
    assert.match(text, /实际时间\n未记录\n/)
    assert.match(text, /主持人\n未记录\n记录人\n未记录\n/)
  })
})

describe('the minutes of a doorstep meeting', () => {
  const record = {
    placeId: district.estate1,
    title: '屋顶漏水',
    heldAt: at(-2),
    where: '楼前',
    present: 9,
    names: ['王厚德'],
    said: '大家愿意一起修',
    agreed: [{ what: '请两家单位报价' }],
  }
  test('written down two days later it began when it was held, led and recorded by the same person', async () => {
    const { id } = await done(secretary.cookie, 'doorstep', record)
    const { held } = (await get(secretary.cookie, `meetings/${id}`)).body
    assert.deepEqual([held.openedAt, held.closedAt, held.announcedAt], [record.heldAt, null, null])
    assert.deepEqual([held.chair.name, held.recorder.name], ['周书记', '周书记'])
    const text = await wordsOf(secretary.cookie, id)
    assert.match(text, /现场召集，没有另发通知/)
    assert.match(text, /散会时间未记录/)
    assert.match(text, /到会 9 人/)
    assert.match(text, /公布人：周书记/)
  })
  test('one that was called keeps the hour of its notice; neighbours who stayed away are not listed', async () => {
    const startsAt = at(0)
    const call = {
      scheme: 'doorstep',
      placeId: district.estate1,
      title: '楼前议',
      startsAt,
      where: '楼前',
      items: ['屋顶'],
    }
    const called = await done(secretary.cookie, 'meetings', call)
    const again = { ...record, heldAt: at(-0.01), meetingId: called.id }
    const { id } = await done(secretary.cookie, 'doorstep', again)
    const { held } = (await get(secretary.cookie, `meetings/${id}`)).body
    assert.equal(held.announcedAt, startsAt)
    assert.doesNotMatch(await wordsOf(secretary.cookie, id), /缺席\n邻居/)
  })
})
