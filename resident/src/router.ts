// The tiny router: patterns like `/cases/:id`, the browser's own history, and links that stay plain links.
import { isOver, startedPage, steppedOver, stepsToLeave } from './over.ts'
import { store } from './store.ts'

export type Params = Readonly<Record<string, string>>

const decode = (part: string) => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** The named parts of `path` if it has the shape of `pattern`, else null. */
export const match = (pattern: string, path: string): Params | null => {
  const wanted = pattern.split('/').filter(Boolean)
  const given = path.split('/').filter(Boolean)
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const here = given[index] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = decode(here)
    else if (part !== here) return null
  }
  return params
}

/** The first pattern that fits, with its params. */
export const find = <T>(routes: readonly (readonly [pattern: string, page: T])[], path: string) => {
  for (const [pattern, page] of routes) {
    const params = match(pattern, path)
    if (params) return { pattern, page, params }
  }
  return null
}

/** Where to go after signing in: only a path of this app, never another site. */
export const safeNext = (next: string | null): string =>
  next && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/'

export interface Place {
  readonly path: string
  readonly query: URLSearchParams
  /** Counts navigations of this visit: 0 is the first page. */
  readonly step: number
}
const read = (step: number): Place => ({
  path: location.pathname,
  query: new URLSearchParams(location.search),
  step,
})
const nowhere: Place = { path: '/', query: new URLSearchParams(), step: 0 }
export const place = store<Place>(typeof location === 'undefined' ? nowhere : read(0))

/** Where one is, to come back to: the path with what stands behind it. */
export const here = (): string => location.pathname + location.search

/** Goes to a path of this app. */
export const go = (to: string, how: { replace?: boolean } = {}) => {
  const step = place.get().step
  if (isOver()) history.replaceState({ step: step + 1 }, '', to)
  else if (how.replace) history.replaceState(history.state, '', to)
  else history.pushState({ step: step + 1 }, '', to)
  startedPage()
  place.set(read(step + 1))
  scrollTo(0, 0)
}

/** One page back, or to `otherwise` when this visit began here. */
export const back = (otherwise: string) => {
  const state = history.state as { step?: number } | null
  if (state?.step) history.go(-stepsToLeave())
  else go(otherwise, { replace: true })
}

const isOurs = (link: HTMLAnchorElement) =>
  link.origin === location.origin &&
  !link.target &&
  !link.hasAttribute('download') &&
  !/^\/(api|console|docs)(\/|$)/.test(link.pathname)

/** Makes the browser's back button and plain links work within the app. */
export const startRouter = () => {
  addEventListener('popstate', () => {
    const now = place.get()
    const isSame =
      location.pathname === now.path && new URLSearchParams(location.search).toString() === now.query.toString()
    if (isSame && steppedOver()) return
    startedPage()
    place.set(read(now.step + 1))
  })
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    const link = (event.target as Element).closest('a')
    if (!link || !link.href || !isOurs(link)) return
    event.preventDefault()
    if (link.pathname + link.search !== location.pathname + location.search) go(link.pathname + link.search)
  })
}
