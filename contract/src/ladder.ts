// The ladder grid → community → street → district: rungs with limits, who holds a case now, who is next (mission A9).
import { z } from 'zod'
import { caseKinds, caseLevels, type CaseKind, type CaseLevel } from './cases-kinds.ts'
import { keysOf } from './cases-shapes.ts'
import { at, id, idParams, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import { budget } from './whistles.ts'

export const level = z.enum(keysOf<CaseLevel>(caseLevels))
export const rung = z.object({ level, limit: budget, byClock: z.boolean() })
export const ladderView = z.object({
  level,
  /** Who holds it now, by name. */ holder: z.string(),
  since: at,
  /** When the clock takes it up; null while it stands, is over, or the clock does not apply. */ until: at.nullable(),
  next: z.object({ level, holder: z.string() }).nullable(),
  /** The limit of this rung has passed: at the top it stays and is shown as late. */ isOver: z.boolean(),
  records: z.array(
    z.object({
      id,
      at,
      by: z.enum(['person', 'clock']),
      name: z.string(),
      from: level,
      to: level,
      reason: z.string(),
    }),
  ),
  /** Lower levels it can be handed to. */ below: z.array(level),
  may: z.array(z.enum(['escalate', 'handDown'])),
})
const kind = z.enum(keysOf<CaseKind>(caseKinds))
/** `gridKinds`: cases of these kinds begin at the grid, the others at the community. */
const ladderSettings = z.object({ rungs: z.array(rung), gridKinds: z.array(kind), source: z.string() })
export const ladderApi = endpoints({
  'GET /api/cases/:id/ladder': {
    say: 'Who holds a case now, since when, until when, and who is next',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: ladderView,
  },
  'POST /api/cases/:id/escalation': {
    say: 'Take a case one level up, with a reason',
    permission: 'signed-in',
    journal: 'escalated a case',
    params: idParams,
    body: z.object({ reason: words(500, 2) }),
    out: ladderView,
  },
  'POST /api/cases/:id/hand-down': {
    say: 'Hand a case down, with an instruction; the clock of that rung begins anew',
    permission: 'case.dispatch',
    journal: 'handed a case down',
    params: idParams,
    body: z.object({ to: level, instruction: words(500, 2) }),
    out: ladderView,
  },
  'GET /api/ladder': {
    say: 'The rungs of the ladder and their limits',
    permission: 'signed-in',
    journal: null,
    out: ladderSettings,
  },
  'PUT /api/ladder': {
    say: 'Set the limits of the ladder, and which kinds of cases begin at the grid',
    permission: 'case.configure',
    journal: 'changed the ladder',
    body: z.object({
      rungs: z.array(rung).min(1).max(4),
      /** Left out, it stays as it is. */ gridKinds: z.array(kind).max(5).optional(),
    }),
    out: ladderSettings,
  },
})
