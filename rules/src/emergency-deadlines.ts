// Default deadlines in an emergency, in minutes that run day and night, as data; a district may set its own.
import type { DeadlineKind } from './deadline-defaults.ts'

export interface EmergencyDeadline {
  readonly respondMinutes: number
  readonly resolveMinutes: number
}
/** Ours, not a rule of law: an urgent matter at once, every other within three days at most. */
export const emergencyDeadlines: Readonly<Record<DeadlineKind, EmergencyDeadline>> = {
  urgent: { respondMinutes: 15, resolveMinutes: 4 * 60 },
  household: { respondMinutes: 60, resolveMinutes: 24 * 60 },
  small: { respondMinutes: 120, resolveMinutes: 48 * 60 },
  nuisance: { respondMinutes: 120, resolveMinutes: 48 * 60 },
  hard: { respondMinutes: 240, resolveMinutes: 72 * 60 },
}
