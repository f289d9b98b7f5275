// Standing near a point: yes or no and a rounded distance, nothing more.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { metresBetween, nearPoint } from '../src/near-point.ts'

const limits = { accuracyMax: 200, distanceStep: 10, distanceTop: 1000 }
const point = { lon: 117.1, lat: 36.2, radius: 60 }
const north = (metres: number) => ({ lon: point.lon, lat: point.lat + metres / 111_195 })

void test('within the radius is near, beyond it is not, and an inexact fix proves nothing', () => {
  assert.deepEqual(nearPoint({ ...north(30), accuracy: 10 }, point, limits), { near: true, distance: 30 })
  assert.deepEqual(nearPoint({ ...north(300), accuracy: 10 }, point, limits), { near: false, distance: 300 })
  assert.equal(nearPoint({ ...north(100), accuracy: 50 }, point, limits).near, true)
  assert.equal(nearPoint({ ...north(10), accuracy: 500 }, point, limits).near, false)
})
void test('a distance of one degree of latitude is right to half a percent', () => {
  const metres = metresBetween({ lon: 117, lat: 36 }, { lon: 117, lat: 37 })
  assert.ok(Math.abs(metres - 111_195) < 111_195 * 0.005)
})
void test('the distance that is kept is a multiple of the step, never above the top, so that it tells no track', () =>
  fc.assert(
    fc.property(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -90, max: 90, noNaN: true }),
      fc.double({ min: 0, max: 5000, noNaN: true }),
      (lon, lat, accuracy) => {
        const { distance } = nearPoint({ lon, lat, accuracy }, point, limits)
        assert.ok(distance >= 0 && distance <= 1000 && distance % 10 === 0)
      },
    ),
  ))
