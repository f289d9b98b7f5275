// The demo county on the map: communities as blocks of a town, grids that tile them, buildings in rows.
import { communitySize, mapOrigin } from './layout.ts'
import type { Random } from './random.ts'

export type Point = [number, number]
/** Corners without repeating the first: bottom left, bottom right, top right, top left. */
export type Quad = [Point, Point, Point, Point]

const rounded = (value: number) => Math.round(value * 1e6) / 1e6
const between = (a: Point, b: Point, share: number): Point => [
  rounded(a[0] + (b[0] - a[0]) * share),
  rounded(a[1] + (b[1] - a[1]) * share),
]
/** The block of one community: streets lie side by side with the river between them, two by two communities each. */
export const communityBlock = (street: number, community: number): Quad => {
  const river = street * 0.0026
  const west = mapOrigin.lon + (street * 2 + (community % 2)) * communitySize.lon + river
  const south = mapOrigin.lat + Math.floor(community / 2) * communitySize.lat
  const [w, e] = [rounded(west), rounded(west + communitySize.lon)]
  const [s, n] = [rounded(south), rounded(south + communitySize.lat)]
  return [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
  ]
}
/** Five grids that tile a block: two below, three above a street that runs a little askew. */
export const gridQuads = (block: Quad, random: Random): Quad[] => {
  const [sw, se, ne, nw] = block
  const askew = () => 0.5 + (random.next() - 0.5) * 0.12
  const [west, east] = [between(sw, nw, askew()), between(se, ne, askew())]
  const column = (low: Point, high: Point, low2: Point, high2: Point, shares: readonly number[]): Quad[] =>
    shares.slice(1).map((share, i) => {
      const from = shares[i]!
      return [
        between(low, low2, from),
        between(low, low2, share),
        between(high, high2, share),
        between(high, high2, from),
      ]
    })
  const below = column(sw, west, se, east, [0, askew(), 1])
  const above = column(west, nw, east, ne, [0, 0.3 + random.next() * 0.06, 0.64 + random.next() * 0.06, 1])
  return [...below, ...above]
}
/** A grid cut in `count` micro-grids from west to east. */
export const microGridQuads = ([sw, se, ne, nw]: Quad, count: number): Quad[] =>
  Array.from({ length: count }, (_, i) => {
    const [from, to] = [i / count, (i + 1) / count]
    return [between(sw, se, from), between(sw, se, to), between(nw, ne, to), between(nw, ne, from)]
  })
/** Whether a convex quad, its corners against the clock, holds a point. */
export const holds = (quad: Quad, [x, y]: Point): boolean =>
  quad.every(([ax, ay], i) => {
    const [bx, by] = quad[(i + 1) % 4]!
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= -1e-12
  })
/**
 * Where the buildings of the n-th of four estates stand in a block: each in its quarter. The last of three has the
 * northern half to itself, so that no grid is without buildings.
 */
export const buildingPoints = (
  block: Quad,
  estate: number,
  count: number,
  random: Random,
  isWide: boolean,
): Point[] => {
  const [w, s] = block[0]
  const west = w + ((estate % 2) + 0.16 + random.next() * 0.08) * (communitySize.lon / 2)
  const step = isWide ? 0.0029 : 0.00105
  const south = s + (Math.floor(estate / 2) + 0.2 + random.next() * 0.08) * (communitySize.lat / 2)
  return Array.from({ length: count }, (_, i) => [
    rounded(west + (i % 4) * step + (random.next() - 0.5) * 0.0001),
    rounded(south + Math.floor(i / 4) * 0.00085 + (random.next() - 0.5) * 0.00008),
  ])
}
/** A plain rectangle around points, with some ground around them. */
export const around = (points: readonly Point[], margin = 0.0005): Quad => {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [w, e] = [rounded(Math.min(...xs) - margin), rounded(Math.max(...xs) + margin)]
  const [s, n] = [rounded(Math.min(...ys) - margin), rounded(Math.max(...ys) + margin)]
  return [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
  ]
}
export const centre = (quad: Quad): Point =>
  between(between(quad[0], quad[2], 0.5), between(quad[1], quad[3], 0.5), 0.5)
