// The three rates (响应率 解决率 满意率) of a handling body over a period, in whole numbers only.

/** Stands beside every published figure; changes whenever the counting below changes. */
export const threeRatesFormula = 'three-rates/1'

/** What the reporter said of the result. `silent`: the confirmation window closed without a word; `open`: not yet. */
export type ReporterAnswer = 'confirmed' | 'disputed' | 'silent' | 'open'

/** What the rates need to know of one case. */
export interface CaseFacts {
  /** When contacting the reporter falls due; null if it never does (withdrawn before, or suspended). */
  readonly respondDueAt: Date | null
  /** When the reporter was first contacted. */
  readonly respondedAt: Date | null
  /** When resolving falls due; null if it never does. */
  readonly resolveDueAt: Date | null
  readonly reporterAnswer: ReporterAnswer
  /** The random re-check of silent closures; null if the case was not drawn. */
  readonly recheck: 'passed' | 'failed' | null
  /** null if not rated. Which stars count as satisfied is the district's choice, made by the caller. */
  readonly isSatisfied: boolean | null
  /** A granted application to leave the case out. Without a reason and a reviewer it has no effect. */
  readonly exclusion: { readonly reason: string; readonly reviewedBy: string } | null
}

/** A fraction, kept as counted. A denominator of 0 means that there is no rate. */
export interface Ratio {
  readonly numerator: number
  readonly denominator: number
}

/** From `from` up to, not including, `to`. */
export interface RatePeriod {
  readonly from: Date
  readonly to: Date
}

/** The rates with what a reader needs to recount them. */
export interface ThreeRates {
  readonly formula: string
  readonly response: Ratio
  readonly resolution: Ratio
  readonly satisfaction: Ratio
  /** Cases due in the period that were left out by a reviewed application. */
  readonly excluded: number
  /** Silent closures that were not drawn for re-check: due, and not counted as resolved. */
  readonly silentUnchecked: number
}

const isExcluded = ({ exclusion }: CaseFacts): boolean =>
  exclusion !== null && exclusion.reason.trim() !== '' && exclusion.reviewedBy.trim() !== ''

const isResolved = ({ reporterAnswer, recheck }: CaseFacts): boolean =>
  reporterAnswer === 'confirmed' || (reporterAnswer === 'silent' && recheck === 'passed')

const isRespondedInTime = ({ respondDueAt, respondedAt }: CaseFacts): boolean =>
  respondDueAt !== null && respondedAt !== null && respondedAt.getTime() <= respondDueAt.getTime()

const share = (all: readonly CaseFacts[], counts: (facts: CaseFacts) => boolean): Ratio => ({
  numerator: all.filter(counts).length,
  denominator: all.length,
})

/**
 * The three rates over cases due in the period (civic-rules §3). Response: by the respond deadline, responded in time /
 * due. Resolution: by the resolve deadline, confirmed by the reporter, or silent and passed by random re-check / due.
 * Satisfaction: over the same cases as resolution, satisfied / rated.
 */
export function threeRates(cases: readonly CaseFacts[], period: RatePeriod): ThreeRates {
  const isIn = (at: Date | null): boolean => at !== null && at >= period.from && at < period.to
  const due = cases.filter((facts) => isIn(facts.respondDueAt) || isIn(facts.resolveDueAt))
  const kept = due.filter((facts) => !isExcluded(facts))
  const toResolve = kept.filter((facts) => isIn(facts.resolveDueAt))
  return {
    formula: threeRatesFormula,
    response: share(
      kept.filter((facts) => isIn(facts.respondDueAt)),
      isRespondedInTime,
    ),
    resolution: share(toResolve, isResolved),
    satisfaction: share(
      toResolve.filter((facts) => facts.isSatisfied !== null),
      (facts) => facts.isSatisfied === true,
    ),
    excluded: due.length - kept.length,
    silentUnchecked: toResolve.filter((facts) => facts.reporterAnswer === 'silent' && facts.recheck === null).length,
  }
}

/** A ratio for the eye: percent with two decimals, half rounded up, in whole-number arithmetic; null without a rate. */
export function percentText({ numerator, denominator }: Ratio): string | null {
  if (denominator === 0) return null
  const hundredths = (BigInt(numerator) * 20_000n + BigInt(denominator)) / (2n * BigInt(denominator))
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`
}
