// A boundary as people type it: one point a line, “longitude,latitude”.
type Point = [number, number]

export const boundaryText = (points: readonly (readonly [number, number])[] | null): string =>
  (points ?? []).map(([lon, lat]) => `${lon},${lat}`).join('\n')

const pointOf = (line: string): Point | null => {
  const parts = line
    .split(/[,，\s]+/)
    .filter((part) => part !== '')
    .map(Number)
  const [lon, lat] = parts
  if (parts.length !== 2 || lon === undefined || lat === undefined) return null
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null
}
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')
/** The number of the first line that is not a point, counted from 1; null when all are. */
export const firstWrongLine = (text: string): number | null => {
  const index = linesOf(text).findIndex((line) => pointOf(line) === null)
  return index < 0 ? null : index + 1
}
export const pointsOf = (text: string): Point[] =>
  linesOf(text)
    .map(pointOf)
    .filter((point) => point !== null)
