// Whether somebody stands near a point: the only thing kept of a position is yes or no and a rounded distance.
export interface Spot {
  readonly lon: number
  readonly lat: number
}
const EARTH_M = 6_371_008.8
const rad = (degrees: number) => (degrees * Math.PI) / 180
/** Metres between two WGS-84 spots on a sphere: exact to half a percent, enough for a radius of tens of metres. */
export const metresBetween = (a: Spot, b: Spot): number => {
  const dLat = rad(b.lat - a.lat)
  const dLon = rad(b.lon - a.lon)
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h)))
}
export interface NearLimits {
  readonly accuracyMax: number
  readonly distanceStep: number
  readonly distanceTop: number
}
/**
 * Near: the distance less the fix's own uncertainty (at most the radius again) lies within the radius, and the fix is
 * exact enough. The distance is rounded to `distanceStep` and cut at `distanceTop`.
 */
export const nearPoint = (
  fix: Spot & { readonly accuracy: number },
  point: Spot & { readonly radius: number },
  limits: NearLimits,
): { readonly near: boolean; readonly distance: number } => {
  const metres = metresBetween(fix, point)
  const near = fix.accuracy <= limits.accuracyMax && metres - Math.min(fix.accuracy, point.radius) <= point.radius
  const rounded = Math.round(metres / limits.distanceStep) * limits.distanceStep
  return { near, distance: Math.min(limits.distanceTop, rounded) }
}
