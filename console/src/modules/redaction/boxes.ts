// The boxes being drawn over a photo, in pixels of the original, with every earlier state kept for undoing.
import { useReducer } from 'react'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface Size {
  readonly width: number
  readonly height: number
}
interface Drawn {
  readonly boxes: readonly Box[]
  readonly earlier: readonly (readonly Box[])[]
}
type Change = { readonly to: readonly Box[] } | { readonly undo: true }

/** Whole pixels within the photo, at least four wide and high. */
export const within = (box: Box, size: Size): Box => {
  const x = Math.max(0, Math.min(Math.round(box.x), size.width - 4))
  const y = Math.max(0, Math.min(Math.round(box.y), size.height - 4))
  return {
    x,
    y,
    width: Math.max(4, Math.min(Math.round(box.width), size.width - x)),
    height: Math.max(4, Math.min(Math.round(box.height), size.height - y)),
  }
}
/** The box between two points, whichever way it was drawn. */
export const between = (from: { x: number; y: number }, to: { x: number; y: number }): Box => ({
  x: Math.min(from.x, to.x),
  y: Math.min(from.y, to.y),
  width: Math.abs(to.x - from.x),
  height: Math.abs(to.y - from.y),
})
/** A key's effect on a box: arrows move, with Shift they resize; one hundredth of the photo at a time. */
export const nudged = (box: Box, key: string, isSizing: boolean, size: Size): Box | null => {
  const step = Math.max(2, Math.round(Math.min(size.width, size.height) / 100))
  const ways: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, -step],
    ArrowDown: [0, step],
  }
  const way = ways[key]
  if (way === undefined) return null
  const [right, down] = way
  if (isSizing) return within({ ...box, width: box.width + right, height: box.height + down }, size)
  return within(
    {
      ...box,
      x: Math.min(box.x + right, size.width - box.width),
      y: Math.min(box.y + down, size.height - box.height),
    },
    size,
  )
}
const change = (now: Drawn, how: Change): Drawn =>
  'undo' in how
    ? { boxes: now.earlier.at(-1) ?? now.boxes, earlier: now.earlier.slice(0, -1) }
    : { boxes: how.to, earlier: [...now.earlier.slice(-99), now.boxes] }

export const useBoxes = (first: readonly Box[]) => {
  const [{ boxes, earlier }, act] = useReducer(change, { boxes: first, earlier: [] })
  return {
    boxes,
    mayUndo: earlier.length > 0,
    set: (to: readonly Box[]) => act({ to }),
    undo: () => act({ undo: true }),
  }
}
export type Drawing = ReturnType<typeof useBoxes>
