// How a session names its browser and system.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deviceName } from '../../contract/src/device-name.ts'

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36'
test('Edge and WeChat, which also call themselves Chrome and Safari, keep their own names', () => {
  assert.equal(deviceName(chrome), 'Chrome · Windows')
  assert.equal(deviceName(`${chrome} Edg/140.0`), 'Edge · Windows')
  assert.equal(
    deviceName(
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0',
    ),
    'WeChat · Android',
  )
})
test('an iPhone is iOS although it says it is like Mac OS X', () => {
  assert.equal(
    deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1'),
    'Safari · iOS',
  )
})
test('an unknown program is shown by the beginning of what it says', () => {
  assert.equal(deviceName('curl/8.5.0'), 'curl/8.5.0')
})
