// The report being written: in memory for the form, on the phone a moment after each change.
import { store } from '../store.ts'
import { emptyDraft, isEmpty, type Draft } from './item.ts'
import { drop, keep, kept } from './keeper.ts'

export const draft = store<Draft>(emptyDraft)
let loading: Promise<void> | null = null
let clock: ReturnType<typeof setTimeout> | undefined
/** The outbox keeps it now; the form only shows it until it has left. */
let isHandedOver = false

const save = () => {
  clearTimeout(clock)
  clock = undefined
  const now = draft.get()
  void (isHandedOver || isEmpty(now) ? drop('draft', 'report') : keep('draft', 'report', now))
}

/** Brings back what was typed last time, once per visit. */
export const loadDraft = (): Promise<void> =>
  (loading ??= kept('draft', 'report').then((found) => {
    if (found && isEmpty(draft.get())) draft.set({ ...emptyDraft, ...(found as Draft) })
    addEventListener('pagehide', save)
  }))

/** Changes some of it. */
export const changeDraft = (part: Partial<Draft>) => {
  draft.change((now) => ({ ...now, ...part }))
  // At most five times a second, but never waiting for a pause: little is lost when the app is closed at once.
  clock ??= setTimeout(save, 200)
}

/** Keeps it this very moment, e.g. before leaving for the sign-in page. */
export const saveDraft = save

/** It stands in the outbox: should the app be closed while it is sent, it must not come back as a draft as well. */
export const handOverDraft = () => {
  isHandedOver = true
  save()
}
/** The server refused it: it is a draft again. */
export const takeBackDraft = (refused: Draft) => {
  isHandedOver = false
  changeDraft(refused)
}

/** Empties it: the report has left, or its writer signed out. */
export const clearDraft = () => {
  clearTimeout(clock)
  clock = undefined
  isHandedOver = false
  draft.set(emptyDraft)
  void drop('draft', 'report')
}
