// 战时: an area is switched to emergency, people answer, doors are noted, a household asks for help, back to normal (C13).
import { expect } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { get, post, signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { device, setSignal, signInToConsole } from './support/people.ts'

test('an emergency from beginning to end', async ({ browser }) => {
  test.setTimeout(180_000)
  const desk = await device(browser, 'desk')
  const { page: chief } = desk
  await signInToConsole(chief, 'streetOfficer')
  // An area has one emergency at a time: a try that broke off has left its own.
  const { rows: inForce } = await get<{ rows: { id: string; name: string }[] }>(chief, '/api/emergency?active=true')
  for (const { id } of inForce.filter(({ name }) => name === '暴雨应急'))
    await post(chief, `/api/emergency/${id}/end`, { words: '上次没有演完', openTasks: 'close' })
  await chief.goto('/console/emergency')
  await expect(chief.getByText('柳园社区停水应急')).toBeVisible()
  await expectAccessible(chief, 'emergencies')
  await chief.getByRole('button', { name: '启动应急' }).click()
  const form = chief.getByRole('dialog')
  await form.getByRole('combobox', { name: '范围' }).fill('柳园社区')
  await chief.getByTitle('柳园社区', { exact: true }).locator('visible=true').first().click()
  await form.getByLabel('名称').fill('暴雨应急')
  await form.getByLabel('原因').fill('连续暴雨，低处进水')
  await form.getByRole('button', { name: /启\s?动/ }).click()
  await expect(chief.getByRole('heading', { name: '暴雨应急' })).toBeVisible()
  await expect(chief.getByRole('complementary', { name: '应急' })).toContainText('柳园社区应急中')
  const id = chief.url().split('/').at(-1)!.split('?')[0]!
  await post(chief, `/api/emergency/${id}/callouts`, { words: '到社区集合', positionCodes: ['gridWorker'] })
  const resident = await device(browser, 'phone')
  await signInQuietly(resident.page, 'resident')
  const { home } = await get<{ home: { id: string } }>(resident.page, '/api/places/my-neighbourhood')
  await post(chief, `/api/emergency/${id}/tasks`, { placeIds: [home.id], kind: 'check', words: '看看有没有进水' })

  // The household asks from its phone.
  await resident.page.goto('/')
  await resident.page.getByRole('link', { name: /柳园社区正在应急/ }).click()
  await expect(resident.page.getByText('连续暴雨，低处进水')).toBeVisible()
  await resident.page.getByRole('button', { name: '申请帮助' }).click()
  await resident.page.getByRole('radio', { name: '送药就医' }).check()
  await resident.page.getByLabel('说明').fill('老人缺降压药')
  await resident.page.getByRole('button', { name: '提交申请' }).click()
  await expect(resident.page.getByText('老人缺降压药')).toBeVisible()
  await expectAccessible(resident.page, 'emergency of a resident')
  await expectNoSidewaysScroll(resident.page, 'emergency of a resident')

  // The grid worker is given the building, answers the call and notes the door.
  const worker = await device(browser, 'phone')
  await signInQuietly(worker.page, 'gridWorker')
  const me = await get<{ id: string }>(worker.page, '/api/identity/me')
  const [building] = await get<{ building: { id: string } }[]>(chief, `/api/emergency/${id}/buildings`)
  await post(chief, `/api/emergency/${id}/assignments`, { buildingId: building!.building.id, personId: me.id })
  await worker.page.goto('/emergency/tasks')
  await worker.page.getByRole('button', { name: '回复' }).click()
  await worker.page.getByRole('dialog').getByRole('button', { name: '回复' }).click()
  await expect(worker.page.getByText(/您已回复：能到岗/)).toBeVisible()
  await worker.page.getByRole('button', { name: /老人缺降压药/ }).click()
  await expectAccessible(worker.page, 'result of a task')
  await worker.page.getByRole('button', { name: '保存' }).click()
  await expect(worker.page.getByText('已登记')).toBeVisible()
  await expect(worker.page.getByRole('button', { name: /老人缺降压药/ })).toHaveCount(0)

  // In the cellar there is no signal: the list is kept, the door noted, and told when a colleague was there first.
  await setSignal(worker.page, false)
  const door = worker.page.getByRole('button', { name: /看看有没有进水/ })
  await door.click()
  await worker.page.getByRole('button', { name: '保存' }).click()
  await expect(worker.page.getByText('还有 1 条等待发送')).toBeVisible()
  await expect(door).toContainText('已完成 · 等待发送')
  await worker.page.reload()
  await expect(door).toContainText('已完成 · 等待发送')
  await expectAccessible(worker.page, 'emergency tasks without a signal')
  const { rows } = await get<{ rows: { id: string }[] }>(chief, `/api/emergency/${id}/tasks?open=true`)
  await post(chief, `/api/emergency/tasks/${rows[0]!.id}/result`, { state: 'refused', words: '没有进水' })
  await setSignal(worker.page, true)
  await expect(worker.page.getByRole('alert')).toContainText('已登记“不需要”')
  await expect(door).toHaveCount(0)
  await expect(worker.page.getByText(/条等待发送/)).toHaveCount(0)
  await expectAccessible(worker.page, 'emergency tasks')
  await expectNoSidewaysScroll(worker.page, 'emergency tasks')

  await post(chief, `/api/emergency/${id}/tasks`, { placeIds: [home.id], kind: 'check', words: '再看一次' })
  for (const tab of ['calls', 'tasks']) {
    await chief.goto(`/console/emergency/${id}?tab=${tab}`)
    await expect(chief.getByText('李春苗').first()).toBeVisible()
    await expectAccessible(chief, tab)
  }
  await chief.goto(`/console/emergency/${id}`)
  await chief.getByRole('button', { name: '结束应急' }).click()
  const end = chief.getByRole('dialog')
  await end.getByLabel('关闭', { exact: true }).last().check()
  await end.getByLabel('小结').fill('雨停了，积水已排')
  await end.getByRole('button', { name: '结束应急' }).click()
  await expect(chief.getByRole('heading', { name: '暴雨应急 · 结束报告' })).toBeVisible()
  await expect(chief.getByText('结束时关闭 1 项。')).toBeVisible()
  await expectAccessible(chief, 'report')
  await resident.page.goto('/emergency')
  await expect(resident.page.getByText('现在没有应急')).toBeVisible()
})
