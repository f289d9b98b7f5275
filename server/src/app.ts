// The list of modules, in order, and their wiring: the only file that knows them all.
import { fileURLToPath } from 'node:url'
import type { Config } from './platform/config.ts'
import { openDatabase, type Database } from './platform/database.ts'
import { buildServer } from './platform/http/server.ts'
import { openJobs } from './platform/jobs.ts'
import { openLive } from './platform/live.ts'
import type { Module } from './platform/module.ts'
import { installationSecret, sealingFrom } from './platform/sealing.ts'
import { folderStorage } from './platform/storage.ts'
import type { Parts } from './platform/parts.ts'
import { boardModule } from './modules/board/index.ts'
import { boardsModule } from './modules/boards/index.ts'
import { calendarModule } from './modules/calendar/index.ts'
import { casesModule, recomputeClocks, visibleCaseIds } from './modules/cases/index.ts'
import { channelsModule } from './modules/channels/index.ts'
import { deliberationModule, refuseUndeliberated } from './modules/deliberation/index.ts'
import { doorcodesModule } from './modules/doorcodes/index.ts'
import { escalationModule } from './modules/escalation/index.ts'
import { dutylistsModule, findByDutyList } from './modules/dutylists/index.ts'
import { fundsModule } from './modules/funds/index.ts'
import { filesModule } from './modules/files/index.ts'
import { authenticate, identityModule, noteSeen } from './modules/identity/index.ts'
import { hotlineModule } from './modules/hotline/index.ts'
import { importsModule } from './modules/imports/index.ts'
import { journalModule } from './modules/journal/index.ts'
import { mediationModule } from './modules/mediation/index.ts'
import { likenessModule } from './modules/likeness/index.ts'
import { forgetMessagesOf, messagesOf, noticesModule, smsSender, tell } from './modules/notices/index.ts'
import { open311Module } from './modules/open311/index.ts'
import { contactsAt, organisationsModule } from './modules/organisations/index.ts'
import { emergencyModule } from './modules/emergency/index.ts'
import { operationsModule } from './modules/operations/index.ts'
import { patrolsModule } from './modules/patrols/index.ts'
import { ballotsModule, certifiedOnFund, decisionAt, outcomeOf } from './modules/ballots/index.ts'
import { committeesModule } from './modules/committees/index.ts'
import { pollsModule } from './modules/polls/index.ts'
import { trialsModule } from './modules/trials/index.ts'
import { publicnoticesModule } from './modules/publicnotices/index.ts'
import { placesModule } from './modules/places/index.ts'
import { promisesModule } from './modules/promises/index.ts'
import { noteRating, ratesModule } from './modules/rates/index.ts'
import { reportsModule } from './modules/reports/index.ts'
import { redactionModule } from './modules/redaction/index.ts'
import { advise, recordAdvice, triageModule } from './modules/triage/index.ts'
import { isCalledTo, mergeFollower, recomputeWhistleClocks, whistlesModule } from './modules/whistles/index.ts'
import { stewardsModule } from './modules/stewards/index.ts'
import { supervisionModule } from './modules/supervision/index.ts'

const dist = (app: string) => fileURLToPath(new URL(`../../${app}/dist`, import.meta.url))

export const modulesOf = (parts: Parts): Module[] => {
  const modules: Module[] = [
    identityModule(parts, { sendSms: smsSender(parts), tell, messagesOf, forgetMessagesOf, modules: () => modules }),
    placesModule(parts, { contactsAt, tell }),
    organisationsModule(parts),
    doorcodesModule(parts),
    importsModule(parts),
    noticesModule(parts, { visibleCases: visibleCaseIds }),
    casesModule(parts, {
      seesPhotos: [isCalledTo],
      advisor: { advise, record: recordAdvice },
      rated: noteRating(parts),
      dutyList: findByDutyList,
      mergeFollower,
    }),
    promisesModule(parts, {
      refuseUndeliberated: async (cx, kind, placeId) => void (await refuseUndeliberated(cx, kind, placeId)),
    }),
    deliberationModule({ decisionAt, publicUrl: parts.config.publicUrl }),
    supervisionModule(parts),
    whistlesModule(),
    escalationModule(),
    mediationModule(parts),
    publicnoticesModule(),
    ballotsModule(parts),
    committeesModule(parts),
    trialsModule(),
    pollsModule(),
    stewardsModule(parts),
    dutylistsModule(),
    fundsModule({ outcomeOf, certifiedOnFund }),
    patrolsModule(parts),
    operationsModule(parts),
    emergencyModule(parts),
    calendarModule(parts, {
      recompute: async (cx, before) => {
        await recomputeClocks(cx, before)
        await recomputeWhistleClocks(cx, before)
      },
    }),
    channelsModule(parts),
    boardsModule(parts),
    hotlineModule(parts),
    journalModule(parts),
    redactionModule(parts),
    boardModule(parts),
    open311Module(parts),
    ratesModule(parts),
    reportsModule(),
    likenessModule(),
    triageModule(),
  ]
  modules.push(filesModule(parts, modules))
  return modules
}
const once = (find: () => Promise<string | null>) => {
  let known: string | null = null
  return async () => {
    known ??= await find()
    if (known === null) throw new Error('还没有区县：请先运行 npm run seed / no district yet: run npm run seed first')
    return known
  }
}
const findDistrict = (database: Database) => async () =>
  (
    await database.pool.query<{ id: string }>(
      "select id from places where kind = 'district' order by created_at limit 1",
    )
  ).rows[0]?.id ?? null

/** Builds everything; the database is migrated already. `listen` opens the port, `close` ends in good order. */
export const buildApp = async (config: Config) => {
  const database = openDatabase(config.databaseUrl, config.poolSize)
  const live = openLive(config.databaseUrl, database.pool)
  const parts: Parts = {
    config,
    live,
    storage: folderStorage(config.dataFolder),
    sealing: sealingFrom(installationSecret(config.dataFolder, config.secret)),
    read: (work) => database.transaction(work, 'read'),
  }
  const modules = modulesOf(parts)
  const districtId = once(findDistrict(database))
  const log = (message: string, error?: unknown) => console.error(message, error ?? '')
  const jobs = await openJobs(
    { config, database, live, districtId, log },
    Object.assign({}, ...modules.map((module) => module.jobs ?? {})),
    config.roles.includes('worker'),
  )
  const close = async () => {
    await jobs.stop()
    await live.stop()
    await database.end()
  }
  const http = {
    database,
    jobs,
    live,
    districtId,
    authenticate,
    noteSeen,
    secureCookies: config.production,
    sealing: parts.sealing,
  }
  const metas = {
    'linli-demo': config.demo ? '1' : '0',
    ...(config.tiandituKey ? { 'linli-tianditu': config.tiandituKey } : {}),
  }
  const server = await buildServer(
    config,
    http,
    { routes: modules.flatMap((module) => module.routes), raw: modules.flatMap((module) => module.raw ?? []) },
    { residentFolder: dist('resident'), consoleFolder: dist('console'), metas },
    close,
  )
  return { server, parts, database, jobs }
}
