// What lies over a page, a sheet or a picture, has an entry of its own in the history: “back” closes it, not the page.
// Closed by hand, it leaves its entry to whatever opens next, or to the next page; “back” passes over it.
const open: (() => void)[] = []
const PAUSE_MS = 60
/** How many entries over its page the current one stands. */
const height = (): number =>
  typeof history === 'undefined' ? 0 : ((history.state as { over?: number } | null)?.over ?? 0)
let stood = height()

/** Steps from the current entry to the page before this one. */
export const stepsToLeave = (): number => height() + 1
/** Whether a new page takes the place of the current entry instead of following it. */
export const isOver = (): boolean => height() > 0
/** Another page is shown. */
export const startedPage = (): void => void (stood = height())

/** Something opens over the page; `close` is called on “back”. What is returned is called when it is gone. */
export const layOver = (close: () => void): (() => void) => {
  open.push(close)
  if (height() < open.length) history.pushState({ ...(history.state as object | null), over: open.length }, '')
  stood = height()
  return () => {
    const at = open.lastIndexOf(close)
    if (at !== -1) open.splice(at, 1)
  }
}
/** A step in the history on the same page: true where it is dealt with here. */
export const steppedOver = (): boolean => {
  const before = stood
  stood = height()
  if (stood >= before) return before > 0 || stood > 0
  if (open.length > stood) for (const close of open.splice(stood).reverse()) close()
  // Nothing lay there any more: who goes back means the page. Asked at once, the browser may still count this step from
  // the entry it just left, and stay where it is.
  else setTimeout(() => history.back(), PAUSE_MS)
  return true
}
