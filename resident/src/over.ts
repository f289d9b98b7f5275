// What lies over a page, a sheet or a picture, has an entry of its own in the history: “back” closes it, not the page.
const open: (() => void)[] = []
/** Steps back of our own whose event is still to come. */
let ownSteps = 0

/** Whether the entry one stands on belongs to something over the page. */
export const isOver = (): boolean => Boolean((history.state as { over?: true } | null)?.over)

/** Something opens over the page; `close` is called on “back”. What is returned is called when it is gone. */
export const layOver = (close: () => void): (() => void) => {
  open.push(close)
  history.pushState({ ...(history.state as object | null), over: true }, '')
  return () => {
    const at = open.lastIndexOf(close)
    // “Back” took it away, and its entry with it.
    if (at === -1) return
    open.splice(at, 1)
    // When this turn is over: what closed it may be on its way to another page, which takes the entry's place.
    setTimeout(() => {
      if (!isOver()) return
      ownSteps++
      history.back()
    })
  }
}
/** A step in the history: true when it only took away what lay over the page. */
export const tookAway = (): boolean => {
  if (ownSteps > 0) {
    ownSteps--
    return true
  }
  const close = open.pop()
  close?.()
  return close !== undefined
}
