// What a report is while it waits on the phone, and the rules by which it is sent exactly once. Pure.
import type { CaseKind } from '../../../contract/src/cases-life.ts'
import { newKey } from '../new-key.ts'

export interface KeptFile {
  readonly blob: Blob
  readonly name: string
  /** Idempotency key of its upload: the same on every try. */
  readonly key: string
  /** The server's id once it has arrived. */
  readonly id: string | null
}
/** Everything the form holds. Kept on the phone while typing. */
export interface Draft {
  readonly words: string
  readonly photos: readonly KeptFile[]
  readonly voice: KeptFile | null
  readonly place: { readonly id: string; readonly path: string } | null
  readonly doorCode: string | null
  readonly placeNote: string
  readonly kind: CaseKind | null
  readonly category: { readonly id: string; readonly name: string } | null
  readonly hideName: boolean
}
export const emptyDraft: Draft = {
  words: '',
  photos: [],
  voice: null,
  place: null,
  doorCode: null,
  placeNote: '',
  kind: null,
  category: null,
  hideName: false,
}

export interface Item {
  /** Also the idempotency key of the report. */
  readonly id: string
  /** Whose report it is; it is never sent as somebody else's. Null: written before anybody signed in here. */
  readonly personId: string | null
  readonly draft: Draft
  readonly keptAt: number
  readonly state: 'waiting' | 'refused'
  readonly tries: number
  /** Not before this moment (milliseconds). */
  readonly nextTryAt: number
  readonly refusal: { readonly cause: string; readonly remedy: string } | null
  /** The server had let go of files that came too long before the report: they have been sent anew, once. */
  readonly filesAnew?: true
}

export const itemOf = (id: string, personId: string | null, draft: Draft, now: number): Item => ({
  id,
  personId,
  draft,
  keptAt: now,
  state: 'waiting',
  tries: 0,
  nextTryAt: now,
  refusal: null,
})

/** How one try ended short of success. */
export type Failure =
  | { readonly why: 'no-signal' }
  | {
      readonly why: 'refused'
      readonly status: number
      readonly code: string
      readonly cause: string
      readonly remedy: string
    }

/** Longest pause between two tries. */
const longestPause = 5 * 60_000
/** Longer with every try, up to that. */
export const pauseAfter = (tries: number) => Math.min(longestPause, 2_000 * 2 ** Math.min(tries, 10))

/** Refusals that pass by themselves: signed out, too fast, busy, or the server's own fault. */
export const passes = (failure: Failure): boolean =>
  failure.why === 'no-signal' ||
  failure.status === 401 ||
  failure.status === 429 ||
  failure.status >= 500 ||
  failure.code === 'identity.consent-needed'

const unsent = (file: KeptFile): KeptFile => ({ ...file, id: null, key: newKey() })
const hasSentFiles = ({ photos, voice }: Draft) => [...photos, ...(voice ? [voice] : [])].some((file) => file.id)
/** The server keeps a file without a report for a day only. */
const isForgottenFile = (item: Item, failure: Failure) =>
  failure.why === 'refused' && failure.code === 'case.photo-not-yours' && !item.filesAnew && hasSentFiles(item.draft)

/** The item after a failed try: it waits and is tried again, or it needs its writer. */
export const afterFailure = (item: Item, failure: Failure, now: number): Item => {
  const tries = item.tries + 1
  if (passes(failure)) return { ...item, state: 'waiting', tries, nextTryAt: now + pauseAfter(item.tries) }
  if (isForgottenFile(item, failure)) {
    const { photos, voice } = item.draft
    const draft = { ...item.draft, photos: photos.map(unsent), voice: voice && unsent(voice) }
    return { ...item, draft, filesAnew: true, tries, nextTryAt: now }
  }
  const refusal = failure.why === 'refused' ? { cause: failure.cause, remedy: failure.remedy } : null
  return { ...item, state: 'refused', tries, refusal }
}

/** May this item be sent now, by this person? */
export const isDue = (item: Item, personId: string | null, now: number): boolean =>
  item.state === 'waiting' &&
  personId !== null &&
  (item.personId === null || item.personId === personId) &&
  item.nextTryAt <= now

/** Is there anything in the draft worth keeping? */
export const isEmpty = (draft: Draft): boolean =>
  draft.words.trim() === '' && draft.photos.length === 0 && draft.voice === null && draft.placeNote.trim() === ''

/** What the server receives, once every file has its id. */
export const bodyOf = (draft: Draft) => ({
  words: draft.words.trim(),
  ...(draft.doorCode ? { doorCode: draft.doorCode } : draft.place ? { placeId: draft.place.id } : {}),
  ...(draft.placeNote.trim() ? { placeNote: draft.placeNote.trim() } : {}),
  ...(draft.kind ? { kind: draft.kind } : {}),
  ...(draft.category ? { categoryId: draft.category.id } : {}),
  photos: draft.photos.flatMap((photo) => photo.id ?? []),
  ...(draft.voice?.id ? { voice: draft.voice.id } : {}),
  hideName: draft.hideName,
})
