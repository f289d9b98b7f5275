// Every refusal code of the product, with status, cause and remedy in both languages.
import type { Refusal } from './refusal.ts'
import { promisesRefusals, supervisionRefusals } from './refusals-promises.ts'
import { dutylistsRefusals, mediationRefusals, stewardsRefusals } from './refusals-mediation.ts'
import { fundsRefusals } from './refusals-funds.ts'
import { ballotsRefusals, publicNoticesRefusals } from './refusals-ballots.ts'
import { deliveriesRefusals } from './refusals-deliveries.ts'
import { committeesRefusals } from './refusals-committees.ts'
import { pollsRefusals, trialsRefusals } from './refusals-trials.ts'
import { casesRefusals } from './refusals-cases.ts'
import { likenessRefusals } from './refusals-likeness.ts'
import { boardRefusals, open311Refusals, redactionRefusals } from './refusals-open.ts'
import { channelsRefusals } from './refusals-channels.ts'
import { emergencyRefusals, operationsRefusals, patrolsRefusals } from './refusals-field.ts'
import {
  doorcodesRefusals,
  identityRefusals,
  importsRefusals,
  organisationsRefusals,
  placesRefusals,
} from './refusals-people.ts'
import {
  accessRefusals,
  calendarRefusals,
  filesRefusals,
  httpRefusals,
  lifecycleRefusals,
  noticesRefusals,
} from './refusals-platform.ts'
import { deliberationRefusals } from './refusals-deliberation.ts'
import { ratesRefusals } from './refusals-rates.ts'
import { ladderRefusals, whistlesRefusals } from './refusals-whistles.ts'

export const refusalTable = {
  ...ratesRefusals,
  ...promisesRefusals,
  ...supervisionRefusals,
  ...httpRefusals,
  ...accessRefusals,
  ...lifecycleRefusals,
  ...identityRefusals,
  ...placesRefusals,
  ...organisationsRefusals,
  ...doorcodesRefusals,
  ...importsRefusals,
  ...casesRefusals,
  ...channelsRefusals,
  ...patrolsRefusals,
  ...operationsRefusals,
  ...emergencyRefusals,
  ...filesRefusals,
  ...calendarRefusals,
  ...noticesRefusals,
  ...redactionRefusals,
  ...boardRefusals,
  ...open311Refusals,
  ...likenessRefusals,
  ...whistlesRefusals,
  ...ladderRefusals,
  ...mediationRefusals,
  ...ballotsRefusals,
  ...deliveriesRefusals,
  ...publicNoticesRefusals,
  ...stewardsRefusals,
  ...dutylistsRefusals,
  ...deliberationRefusals,
  ...fundsRefusals,
  ...committeesRefusals,
  ...trialsRefusals,
  ...pollsRefusals,
} as const satisfies Record<string, Refusal>
export type RefusalCode = keyof typeof refusalTable
