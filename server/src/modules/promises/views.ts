// Promises as their readers see them, with the names of owners and the words of their cases.
import { inArray } from 'drizzle-orm'
import type { promisesApi } from '../../../../contract/src/promises.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import type { Cx } from '../../platform/cx.ts'
import { cases } from '../cases/tables.ts'
import { organisationsByIds } from '../organisations/index.ts'
import { mayKeep, mayRelease, type PromiseRow } from './policy.ts'

export type PromiseView = OutOf<(typeof promisesApi)['GET /api/promises']>['rows'][number]
/** Cases as they are named in lists of other rooms. */
export const namedCases = async (cx: Cx, ids: readonly (string | null)[]) => {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const rows =
    wanted.length === 0
      ? []
      : await cx.db
          .select({
            id: cases.id,
            number: cases.number,
            words: cases.words,
            place: cases.placePath,
            state: cases.state,
          })
          .from(cases)
          .where(inArray(cases.id, wanted))
  return new Map(
    rows.map((row) => [row.id, { ...row, number: String(row.number), words: row.words.slice(0, 120) }] as const),
  )
}
export const viewPromises = async (cx: Cx, rows: readonly PromiseRow[]): Promise<PromiseView[]> => {
  const [owners, known] = await Promise.all([
    organisationsByIds(cx.db, [...new Set(rows.map((row) => row.ownerId))]),
    namedCases(
      cx,
      rows.map((row) => row.caseId),
    ),
  ])
  const today = shanghaiDay(cx.now)
  return rows.map((row) => {
    const of = row.caseId === null ? undefined : known.get(row.caseId)
    const may: PromiseView['may'] = []
    if (mayKeep(cx.actor, row)) may.push('keep')
    if (mayRelease(cx.actor, row)) may.push('release')
    return {
      id: row.id,
      what: row.what,
      owner: { id: row.ownerId, name: owners.get(row.ownerId)?.name ?? '' },
      dueOn: row.dueOn,
      state: row.state,
      late: row.dueOn < (row.endedAt === null ? today : shanghaiDay(row.endedAt)),
      of: row.thingKind,
      case: of === undefined ? null : { id: of.id, number: of.number, words: of.words, place: of.place },
      madeAt: row.madeAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
      endedWords: row.endedWords,
      photos: row.photos,
      may,
    }
  })
}
