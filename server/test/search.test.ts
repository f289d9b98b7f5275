// Searching in Chinese: words are found as they were typed, with wide letters and signs or narrow ones.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from './support/test-app.ts'

const app = await testApp()

test('a case is found by words with a wide comma or wide digits, as it was typed or narrow', async () => {
  const resident = await app.makeResident('林小满', app.district.home1)
  const clerk = await app.makeStaff(
    '陈晓禾',
    'communityClerk',
    app.district.organisations.communityA1,
    app.district.communityA1,
  )
  const made = await app.call(resident.cookie, 'POST /api/cases', {
    body: { placeId: app.district.home1, words: '水龙头关不紧，编号４５６78' },
  })
  assert.equal(made.status, 200)
  for (const [search, found] of [
    ['不紧，编号', 1],
    ['编号４５６78', 1],
    ['水龙头', 1],
    ['不紧。编号', 0],
  ] as const) {
    const list = await app.call(clerk.cookie, `GET /api/cases?search=${encodeURIComponent(search)}`)
    assert.equal(list.body.rows.length, found, search)
  }
})
