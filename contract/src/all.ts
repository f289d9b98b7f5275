// All endpoints of the product: the matrix test walks this; a module's table is added here or it does not exist.
import { boardApi } from './board.ts'
import { calendarApi } from './calendar.ts'
import { casesApi } from './cases.ts'
import { doorcodesApi } from './doorcodes.ts'
import type { EndpointKey, Endpoint } from './endpoint.ts'
import { filesApi } from './files.ts'
import { identityApi } from './identity.ts'
import { importsApi } from './imports.ts'
import { journalApi } from './journal.ts'
import { noticesApi } from './notices.ts'
import { organisationsApi } from './organisations.ts'
import { operationsApi } from './operations.ts'
import { patrolsApi } from './patrols.ts'
import { placesApi } from './places.ts'
import { redactionApi } from './redaction.ts'

export const allApi = {
  ...identityApi,
  ...placesApi,
  ...organisationsApi,
  ...doorcodesApi,
  ...importsApi,
  ...casesApi,
  ...noticesApi,
  ...filesApi,
  ...calendarApi,
  ...journalApi,
  ...patrolsApi,
  ...operationsApi,
  ...redactionApi,
  ...boardApi,
}
export type Api = typeof allApi
export type ApiKey = keyof Api
export const apiEntries = Object.entries(allApi) as [EndpointKey, Endpoint][]
