// Writes one outline in the form a TrueType `glyf` table wants, for the weights of a variable font.
// fontkit 2.0.4 fails at exactly this step (it hands a size to a stream that wants a buffer), so we do it.
import type { Path } from 'fontkit'

interface Point {
  readonly x: number
  readonly y: number
  readonly isOnCurve: boolean
}
const contoursOf = (path: Path): Point[][] => {
  const contours: Point[][] = []
  let contour: Point[] = []
  const close = () => {
    const [first, last] = [contour[0], contour.at(-1)]
    // The way back to the first point is implied.
    if (contour.length > 1 && last!.isOnCurve && first!.x === last!.x && first!.y === last!.y) contour.pop()
    if (contour.length > 0) contours.push(contour)
    contour = []
  }
  for (const { command, args } of path.commands) {
    if (command === 'closePath') {
      close()
      continue
    }
    for (let i = 0; i + 1 < args.length; i += 2) {
      const isControl = command === 'quadraticCurveTo' && i === 0
      contour.push({ x: Math.round(args[i]!), y: Math.round(args[i + 1]!), isOnCurve: !isControl })
    }
  }
  close()
  return contours
}
/** The glyph's bytes, padded to four; empty for an empty outline. Sixteen-bit steps, no hinting. */
export const encodeOutline = (path: Path): Uint8Array => {
  const contours = contoursOf(path)
  const points = contours.flat()
  if (points.length === 0) return new Uint8Array(0)
  const length = 10 + contours.length * 2 + 2 + points.length * 5
  const bytes = Buffer.alloc(Math.ceil(length / 4) * 4)
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  let at = 0
  const put = (value: number) => void (at = bytes.writeInt16BE(value, at))
  for (const value of [contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]) put(value)
  let end = -1
  for (const contour of contours) at = bytes.writeUInt16BE((end += contour.length), at)
  put(0)
  for (const point of points) at = bytes.writeUInt8(point.isOnCurve ? 1 : 0, at)
  for (const values of [xs, ys]) values.forEach((value, i) => put(value - (i === 0 ? 0 : values[i - 1]!)))
  return bytes
}
