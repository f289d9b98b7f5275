// What spending rests on, the owners’ decision before a meeting’s, in words its reader understands, with a way to it where the reader may open it.
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { fundsApi } from '../../../../contract/src/funds.ts'
import type { Cx } from '../../platform/cx.ts'
import { resolutionsByIds } from '../deliberation/index.ts'

type Shown = OutOf<(typeof fundsApi)['GET /api/funds/:id/statement']>['lines'][number]['basis']
/** What an application names as its ground. */
export interface Basis {
  readonly resolutionId: string | null
  readonly resolutionWords: string | null
  readonly decisionId: string | null
  readonly decisionTitle: string | null
}
/** Reads the grounds of many applications at once. */
export const basesOf = async (cx: Cx, all: readonly Basis[]): Promise<(of: Basis) => Shown> => {
  const resolutions = await resolutionsByIds(
    cx,
    all.flatMap(({ resolutionId }) => resolutionId ?? []),
  )
  return ({ resolutionId, resolutionWords, decisionId, decisionTitle }) => {
    if (decisionId !== null) return { kind: 'decision', id: decisionId, title: decisionTitle }
    if (resolutionId !== null) {
      const found = resolutions.get(resolutionId)
      return { kind: 'meeting', id: found?.meetingId ?? null, title: found?.title ?? resolutionWords }
    }
    return resolutionWords === null ? null : { kind: 'words', id: null, title: resolutionWords }
  }
}
