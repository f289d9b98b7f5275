// Who is using the app: asked once at the start, changed by signing in and out.
import type { Api } from '../../contract/src/all.ts'
import type { OutOf } from '../../contract/src/endpoint.ts'
import { call, NoSignal, onSignedOut } from './api.ts'
import { forgetWords } from './kit/kept-words.ts'
import { store } from './store.ts'
import { language, setLanguage } from './words.ts'

export type Me = OutOf<Api['GET /api/identity/me']>
/** `unknown`: no signal, so nobody can say; what was kept on this phone still works. */
export type Session = { readonly state: 'asking' | 'out' | 'unknown' } | { readonly state: 'in'; readonly me: Me }

export const session = store<Session>({ state: 'asking' })

const keep = (name: string, value: string | null) => {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
  } catch {
    // Private browsing: nothing is remembered.
  }
}
const kept = (name: string): string | null => {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** Whose phone this is, as far as it remembers: an id only, no name. */
export const rememberedPerson = (): string | null => {
  const now = session.get()
  return now.state === 'in' ? now.me.id : kept('linli.person')
}

/** Large type multiplies the root size; every size is in rem and follows. */
export const setLargeType = (large: boolean) => {
  document.documentElement.classList.toggle('large', large)
  keep('linli.large', large ? '1' : null)
}

/** Takes over a person's own settings after signing in or changing them. */
export const takeMe = (me: Me) => {
  const before = kept('linli.person')
  if (before !== null && before !== me.id) forgetWords()
  keep('linli.person', me.id)
  setLargeType(me.largeType)
  if (me.language !== language.get()) setLanguage(me.language)
  session.set({ state: 'in', me })
}

/** After signing out: what was being written goes too. A session that only ended keeps it. */
export const forgetMe = () => {
  forgetWords()
  keep('linli.person', null)
  session.set({ state: 'out' })
}

/** Asks the server who is signed in. */
export const askWhoAmI = async () => {
  try {
    takeMe(await call('GET /api/identity/me'))
  } catch (failure) {
    if (failure instanceof NoSignal) session.set({ state: 'unknown' })
    else if (session.get().state !== 'out') session.set({ state: 'out' })
  }
}

/** At the start: what this phone remembers, then the server's answer; asks again when the signal returns. */
export const startSession = () => {
  document.documentElement.lang = language.get()
  setLargeType(kept('linli.large') === '1')
  onSignedOut(() => {
    if (session.get().state !== 'out') session.set({ state: 'out' })
  })
  const askAgain = () => {
    if (session.get().state === 'unknown' && !document.hidden) void askWhoAmI()
  }
  addEventListener('online', askAgain)
  document.addEventListener('visibilitychange', askAgain)
  // A network without a server behind it gives no event when the server is back.
  setInterval(askAgain, 15_000)
  void askWhoAmI()
}

/** The signed-in person, or null. */
export const meOf = (now: Session): Me | null => (now.state === 'in' ? now.me : null)
