// Dates read as people say them, in the district's time, whatever the phone's own zone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exact, friendly, friendlyWithTime } from '../src/dates.ts'

const now = new Date('2026-03-06T06:30:00Z') // 14:30 in Shanghai

test('a moment of today is said with its time', () => {
  assert.equal(friendly('2026-03-06T06:20:00Z', now, 'zh-CN'), '今天 14:20')
  assert.equal(friendly('2026-03-06T06:20:00Z', now, 'en'), 'Today 14:20')
})
test('today begins at midnight in Shanghai, not in UTC', () => {
  assert.equal(friendly('2026-03-05T16:00:00Z', now, 'zh-CN'), '今天 00:00')
  assert.equal(friendly('2026-03-05T15:59:00Z', now, 'zh-CN'), '昨天')
})
test('an older day of this year has no year, one of another year has', () => {
  assert.equal(friendly('2026-01-09T02:00:00Z', now, 'zh-CN'), '1月9日')
  assert.equal(friendly('2025-12-31T02:00:00Z', now, 'zh-CN'), '2025年12月31日')
  assert.equal(friendly('2025-12-31T02:00:00Z', now, 'en'), '31 Dec 2025')
})
test('the new year turns in Shanghai while it is still the old year in UTC', () => {
  const justAfter = new Date('2025-12-31T16:30:00Z')
  assert.equal(friendly('2025-12-31T16:05:00Z', justAfter, 'zh-CN'), '今天 00:05')
  assert.equal(friendly('2025-12-31T15:55:00Z', justAfter, 'zh-CN'), '昨天')
})
test('a deadline keeps its hour on every day', () => {
  assert.equal(friendlyWithTime('2026-03-07T10:00:00Z', now, 'zh-CN'), '明天 18:00')
  assert.equal(friendlyWithTime('2026-03-05T10:00:00Z', now, 'zh-CN'), '昨天 18:00')
  assert.equal(friendlyWithTime('2026-03-20T10:00:00Z', now, 'zh-CN'), '3月20日 18:00')
})
test('the exact moment names everything', () => {
  assert.equal(exact('2026-03-06T06:20:00Z', 'zh-CN'), '2026年3月6日 14:20')
  assert.equal(exact('2026-03-06T06:20:00Z', 'en'), '6 Mar 2026, 14:20')
})
