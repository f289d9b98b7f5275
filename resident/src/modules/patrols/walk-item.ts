// What a walker did while it waits on the phone, and the rules by which it is sent exactly once. Pure.
import { pauseAfter, passes, type Failure, type KeptFile } from '../../outbox/item.ts'
import { newKey } from '../../new-key.ts'

export interface Problem {
  /** Also the finding's id on the server: sent twice it is one. */
  readonly id: string
  readonly item: string
  readonly words: string
  readonly photos: readonly KeptFile[]
  readonly asCase: boolean
  /** Chosen by the walker; else the words tell. */
  readonly category?: { readonly id: string; readonly name: string } | undefined
}
export type Told =
  | {
      readonly what: 'checkin'
      readonly pointId: string
      readonly walkedAt: string
      readonly code: string | null
      /** Compared once on the server; gone from the phone when it has been sent. */
      readonly position: { readonly lon: number; readonly lat: number; readonly accuracy: number } | null
      readonly okItems: readonly string[]
      readonly problems: readonly Problem[]
    }
  | { readonly what: 'finish'; readonly finishedAt: string; readonly words: string | null }
export interface Walk {
  /** Also the idempotency key, and the check-in's id. */
  readonly id: string
  readonly personId: string
  readonly visitId: string
  readonly told: Told
  readonly keptAt: number
  readonly state: 'waiting' | 'refused'
  readonly tries: number
  readonly nextTryAt: number
  readonly refusal: { readonly cause: string; readonly remedy: string } | null
  readonly filesAnew?: true
}
export const walkOf = (personId: string, visitId: string, told: Told, now: number): Walk => ({
  id: newKey(),
  personId,
  visitId,
  told,
  keptAt: now,
  state: 'waiting',
  tries: 0,
  nextTryAt: now,
  refusal: null,
})
/** The oldest that may go now: what was walked first is told first, so a finish never overtakes a check-in. */
export const nextToSend = (walks: readonly Walk[], personId: string | null, now: number): Walk | null => {
  const oldest = walks.find((walk) => walk.state === 'waiting' && walk.personId === personId)
  return oldest !== undefined && oldest.nextTryAt <= now ? oldest : null
}
const unsent = (problem: Problem): Problem => ({
  ...problem,
  photos: problem.photos.map((photo) => ({ ...photo, id: null, key: newKey() })),
})
const hasSentFiles = ({ told }: Walk) =>
  told.what === 'checkin' && told.problems.some((problem) => problem.photos.some((photo) => photo.id))
/** After a failed try: it waits and is tried again, sends its photos anew once, or needs its walker. */
export const afterWalkFailure = (walk: Walk, failure: Failure, now: number): Walk => {
  const tries = walk.tries + 1
  if (passes(failure)) return { ...walk, tries, nextTryAt: now + pauseAfter(walk.tries) }
  const isForgotten = failure.why === 'refused' && failure.code === 'case.photo-not-yours'
  if (isForgotten && !walk.filesAnew && hasSentFiles(walk) && walk.told.what === 'checkin')
    return {
      ...walk,
      told: { ...walk.told, problems: walk.told.problems.map(unsent) },
      filesAnew: true,
      tries,
      nextTryAt: now,
    }
  const refusal = failure.why === 'refused' ? { cause: failure.cause, remedy: failure.remedy } : null
  return { ...walk, state: 'refused', tries, refusal }
}
/** What the server receives of a check-in, once every photo has its id. */
export const checkinBody = (walk: Walk) => {
  if (walk.told.what !== 'checkin') throw new Error('not a check-in')
  const { pointId, walkedAt, code, position, okItems, problems } = walk.told
  return {
    id: walk.id,
    pointId,
    walkedAt,
    ...(code ? { code } : {}),
    ...(position ? { position: { ...position } } : {}),
    okItems: [...okItems],
    findings: problems.map(({ id, item, words, photos, asCase, category }) => ({
      id,
      item,
      words,
      photos: photos.flatMap((photo) => photo.id ?? []),
      asCase,
      ...(asCase && category ? { categoryId: category.id } : {}),
    })),
  }
}
