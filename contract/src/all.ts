// All endpoints of the product: the matrix test walks this; a module's table is added here or it does not exist.
import { ballotsApi } from './ballots.ts'
import { boardsApi } from './boards.ts'
import { boardApi } from './board.ts'
import { calendarApi } from './calendar.ts'
import { casesApi } from './cases.ts'
import { channelsApi } from './channels.ts'
import { committeesApi } from './committees.ts'
import { pollsApi } from './polls.ts'
import { trialsApi } from './trials.ts'
import { deliberationApi } from './deliberation.ts'
import { doorcodesApi } from './doorcodes.ts'
import type { EndpointKey, Endpoint } from './endpoint.ts'
import { fundsApi } from './funds.ts'
import { fundPlansApi } from './funds-plans.ts'
import { fundSpendingApi } from './funds-spending.ts'
import { filesApi } from './files.ts'
import { hotlineApi } from './hotline.ts'
import { identityApi } from './identity.ts'
import { importsApi } from './imports.ts'
import { journalApi } from './journal.ts'
import { ladderApi } from './ladder.ts'
import { likenessApi } from './likeness.ts'
import { dutylistsApi } from './dutylists.ts'
import { stewardsApi } from './stewards.ts'
import { mediationApi } from './mediation.ts'
import { noticesApi } from './notices.ts'
import { open311Api } from './open311.ts'
import { organisationsApi } from './organisations.ts'
import { emergencyApi } from './emergency.ts'
import { operationsApi } from './operations.ts'
import { patrolsApi } from './patrols.ts'
import { placesApi } from './places.ts'
import { publicnoticesApi } from './publicnotices.ts'
import { promisesApi } from './promises.ts'
import { sheetsIn } from './sheet-endpoints.ts'
import { ratesApi } from './rates.ts'
import { reportsApi } from './reports.ts'
import { redactionApi } from './redaction.ts'
import { triageApi } from './triage.ts'
import { whistlesApi } from './whistles.ts'
import { supervisionApi } from './supervision.ts'

const tables = {
  ...identityApi,
  ...placesApi,
  ...organisationsApi,
  ...doorcodesApi,
  ...importsApi,
  ...casesApi,
  ...promisesApi,
  ...supervisionApi,
  ...channelsApi,
  ...boardsApi,
  ...hotlineApi,
  ...noticesApi,
  ...filesApi,
  ...calendarApi,
  ...journalApi,
  ...patrolsApi,
  ...operationsApi,
  ...emergencyApi,
  ...ratesApi,
  ...reportsApi,
  ...redactionApi,
  ...boardApi,
  ...open311Api,
  ...likenessApi,
  ...triageApi,
  ...whistlesApi,
  ...ladderApi,
  ...mediationApi,
  ...ballotsApi,
  ...publicnoticesApi,
  ...stewardsApi,
  ...dutylistsApi,
  ...fundsApi,
  ...fundSpendingApi,
  ...fundPlansApi,
  ...deliberationApi,
  ...committeesApi,
  ...trialsApi,
  ...pollsApi,
}
/** A list's spreadsheet stands beside it: see list-sheets.ts. */
export const allApi = { ...tables, ...sheetsIn(tables) }
export type Api = typeof allApi
export type ApiKey = keyof Api
export const apiEntries = Object.entries(allApi) as [EndpointKey, Endpoint][]
