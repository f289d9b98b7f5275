// Every refusal code of the product, with status, cause and remedy in both languages.
import type { Refusal } from './refusal.ts'
import { casesRefusals } from './refusals-cases.ts'
import { boardRefusals, redactionRefusals } from './refusals-open.ts'
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

export const refusalTable = {
  ...httpRefusals,
  ...accessRefusals,
  ...lifecycleRefusals,
  ...identityRefusals,
  ...placesRefusals,
  ...organisationsRefusals,
  ...doorcodesRefusals,
  ...importsRefusals,
  ...casesRefusals,
  ...patrolsRefusals,
  ...operationsRefusals,
  ...emergencyRefusals,
  ...filesRefusals,
  ...calendarRefusals,
  ...noticesRefusals,
  ...redactionRefusals,
  ...boardRefusals,
} as const satisfies Record<string, Refusal>
export type RefusalCode = keyof typeof refusalTable
