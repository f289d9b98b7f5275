// A committee elected (mission B10): the group is set up, an owner stands on the phone, candidates are reviewed, the list is
// published, the owners elect, the members take their seats; every figure is a link to its rows.
import { expect } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { get, photoOf, post, signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { device } from './support/people.ts'
import { dayIn, smallEstate, toCertificate } from './support/small-estate.ts'

interface Committee {
  readonly id: string
  readonly decisionId: string
  readonly candidates: readonly { readonly id: string; readonly name: string; readonly state: string }[]
}
test('a committee is elected, from the preparation group to the term', async ({ browser }) => {
  test.setTimeout(180_000)
  const { page: desk } = await device(browser, 'desk')
  await signInQuietly(desk, 'communitySecretary')
  const { id: estate, owners } = await smallEstate(desk, '松园新苑', 'steward', [
    '甲一',
    '乙二',
    '丙三',
    '丁四',
    '戊五',
    '己六',
  ])
  await desk.goto('/console/committees')
  await expect(desk.getByText('组建率')).toBeVisible()
  await expectAccessible(desk, 'committees at the desk')
  await desk.getByRole('button', { name: '成立筹备组' }).click()
  const drawer = desk.getByRole('dialog')
  await drawer.getByLabel('小区').first().fill('松园新苑')
  await desk.locator('.ant-select-dropdown:visible').getByText('松园新苑').first().click()
  await drawer.getByLabel(/筹备组（每行/).fill('何立群，街道\n周念慈，社区\n甲一，业主')
  await drawer.getByLabel('推荐截止日').fill(dayIn(0))
  await drawer.getByRole('button', { name: '成立筹备组' }).click()
  await expect(drawer.getByText(/要5到15人，现在3人（业主大会和业主委员会指导规则第10条）/)).toBeVisible()
  await expectAccessible(desk, 'an unlawful group is refused')
  await drawer.getByLabel(/筹备组（每行/).fill('何立群，街道\n周念慈，社区\n甲一，业主\n乙二，业主\n丙三，业主')
  await drawer.getByRole('button', { name: '成立筹备组' }).click()
  await expect(desk.getByRole('heading', { name: /松园新苑/ })).toBeVisible()
  const id = desk.url().split('/').at(-1)!

  const { page: phone } = await device(browser, 'phone')
  await signInQuietly(phone, 'steward')
  await phone.goto('/committees')
  await phone.getByText(/松园新苑/).click()
  await expect(phone.getByText('筹备中，正在推荐候选人')).toBeVisible()
  await phone.getByRole('button', { name: '我要报名' }).click()
  const sheet = phone.getByRole('dialog')
  await sheet.getByRole('textbox').fill('住在这里，愿意为大家办事。')
  await sheet.getByRole('switch').check()
  await expectAccessible(phone, 'standing on the phone')
  await sheet.getByRole('button', { name: '提交' }).click()
  await expect(phone.getByText('等待审查')).toBeVisible()
  await expectAccessible(phone, 'one committee on the phone')
  await expectNoSidewaysScroll(phone, 'one committee on the phone')

  const step = <T>(name: string, body: object) => post<T>(desk, `/api/committees/${id}/${name}`, body)
  for (const owner of owners.slice(1))
    await step('candidates', { personId: owner.id, statement: '办事公道，邻里信任。', isPartyMember: false })
  await desk.reload()
  await desk.getByRole('button', { name: '推荐结束，开始审查' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '推荐结束，开始审查' }).click()
  await expect(desk.getByText('正在审查候选人')).toBeVisible()
  await desk
    .getByRole('button', { name: /审\s?查/ })
    .first()
    .click()
  await expect(desk.getByRole('dialog').getByText(/是本小区业主：符合/)).toBeVisible()
  await expectAccessible(desk, 'reviewing a candidate')
  await desk.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
  const { candidates } = await get<Committee>(desk, `/api/committees/${id}`)
  for (const one of candidates)
    await step(`candidates/${one.id}/review`, { met: ['fullCapacity', 'lawAbiding', 'hasTime'], isAccepted: true })
  await step('publishList', { postedOn: dayIn(-20), days: 7, photos: [await photoOf(desk)] })
  await desk.reload()
  await desk.getByRole('button', { name: '发起选举' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '发起选举' }).click()
  await expect(desk.getByText('正在选举')).toBeVisible()
  const { decisionId } = await get<Committee>(desk, `/api/committees/${id}`)
  await toCertificate(desk, decisionId, (item, voter) => (item < 5 || (item === 5 && voter < 5) ? 'for' : 'against'))
  await desk.getByRole('button', { name: '委员就任' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '委员就任' }).click()
  await expect(desk.getByText('任期内', { exact: true })).toBeVisible()
  await expect(desk.getByText('委员 5 人，党员 1 人')).toBeVisible()
  await expect(desk.getByText('候补 1 人')).toBeVisible()
  await expectAccessible(desk, 'a seated committee')
  await desk.goto('/console/committees?standing=ownersCommittee')
  await expect(desk.getByRole('link', { name: '松园新苑' })).toBeVisible()
  // Whoever took a seat signs in anew, with what the seat allows.
  await signInQuietly(phone, 'steward')
  await phone.goto(`/committees/${id}`)
  await expect(phone.getByText('任期内', { exact: true })).toBeVisible()
  await expect(phone.getByRole('button', { name: '我要辞任' })).toBeVisible()
  await expectAccessible(phone, 'the members on the phone')
  expect((await get<{ ownersCommittees: number }>(desk, '/api/committees/figures')).ownersCommittees).toBeGreaterThan(0)
  expect(estate).toBeTruthy()
})

test('a committee recorded as names: its owners are known by name and appointed in one step', async ({ browser }) => {
  test.setTimeout(120_000)
  const { page: street } = await device(browser, 'desk')
  const { page: desk } = await device(browser, 'phone')
  await signInQuietly(street, 'streetOfficer')
  await signInQuietly(desk, 'communityClerk')
  const { page: secretary } = await device(browser, 'desk')
  await signInQuietly(secretary, 'communitySecretary')
  const { id: estate, owners } = await smallEstate(secretary, '松园西苑', 'steward', ['子鼠'])
  const member = (name: string, duty: string) => ({ name, side: 'owners', duty, isPartyMember: false })
  const { id } = await post<{ id: string }>(street, '/api/committees/bodies', {
    placeId: estate,
    kind: 'ownersCommittee',
    ground: '备案2026-12号',
    from: dayIn(-10),
    to: dayIn(700),
    members: [member(owners[0]!.name, 'chair'), member('子鼠', 'member'), member('丑牛', 'member')],
  })
  const before = await get<object>(secretary, '/api/committees/figures')
  await desk.goto(`/console/committees/${id}`)
  await expect(desk.getByText('只有姓名，没有任命')).toHaveCount(3)
  await desk.getByRole('button', { name: '认人并任命' }).click()
  await expect(desk.getByText(/没有同名的业主或在任人员/)).toBeVisible()
  await expectAccessible(desk, 'tying members to people on the phone')
  await desk.getByRole('button', { name: '任命到任期结束' }).click()
  await expect(desk.getByText('已任命', { exact: true })).toHaveCount(2)
  await expect(desk.getByText('只有姓名，没有任命')).toHaveCount(1)
  await expectAccessible(desk, 'one committee on the phone')
  await expectNoSidewaysScroll(desk, 'one committee on the phone')
  expect(await get<object>(secretary, '/api/committees/figures')).toEqual(before)
})
