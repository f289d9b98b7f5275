// Example inputs of mediation.
import type { mediationApi } from '../../../contract/src/mediation.ts'
import type { Area, Caller } from './areas.ts'
import type { Example } from './contract-examples.ts'
import { aMediation, type Made, type MadeMediation } from './mediation-makers.ts'

let phones = 0
const phone = () => `137${String(++phones).padStart(8, '0')}`
const soon = () => new Date(Date.now() + 2 * 86_400_000).toISOString()
/** About a mediation the caller is of; a stranger's is nobody else's business, even next door. */
const on = (made: Made, body?: (it: MadeMediation) => unknown, more: Partial<Example> = {}): Example => ({
  about: 'own',
  input: async (area, caller) => {
    const it = await aMediation(area, caller, made)
    return { params: { id: it.id }, ...(body === undefined ? {} : { body: body(it) }) }
  },
  ...more,
})
const onThing = (made: Made, thing: 'sessionId' | 'clauseId', body: unknown): Example => ({
  about: 'own',
  input: async (area, caller) => {
    const it = await aMediation(area, caller, made)
    return { params: { id: it.id, thingId: it[thing] }, body }
  },
})
const listed = (as: Made['as']): Example => ({
  about: 'list',
  input: async (area, caller) => (await aMediation(area, caller, { state: 'inSession', as }), {}),
})
const inSession = { state: 'inSession', as: 'mediator' } as const
const drafted = (as: Made['as']) => ({ state: 'settlementDrafted', as }) as const
/** Somebody of the area who may mediate there. */
const aMediator = async (area: Area, caller: Caller): Promise<string> => {
  const person = await area.person()
  await area.app.sql(
    "insert into appointments (id, district_id, person_id, position_id, organisation_id, scope_id, from_on) select gen_random_uuid(), $1, $2, p.id, $3, $4, '2020-01-01' from positions p where p.code = 'mediator' limit 1",
    [area.district, person, area.committee, area.community],
  )
  return caller.personId === person ? caller.personId : person
}
export const mediationExamples: Readonly<Record<keyof typeof mediationApi, Example>> = {
  'GET /api/mediations': listed('mediator'),
  'GET /api/mediations/mine': listed('party'),
  'GET /api/mediations/figures': { about: 'list', input: () => ({}) },
  'GET /api/mediations/mediators': { about: 'placed', input: (area) => ({ query: { placeId: area.unit } }) },
  'GET /api/mediations/of-case/:id': {
    about: 'placed',
    input: async (area, caller) => ({
      params: { id: await area.aCase('inProgress', caller, area.handlerFor(caller)) },
    }),
  },
  'POST /api/mediations': {
    about: 'placed',
    input: (area) => ({
      body: {
        placeId: area.unit,
        subject: '楼上漏水',
        words: '卧室顶上漏水',
        parties: [
          { name: '住户甲', phone: phone(), role: '楼下业主' },
          { name: '住户乙', phone: phone(), role: '楼上业主' },
        ],
      },
    }),
  },
  'GET /api/mediations/:id': on({ state: 'signed', as: 'party' }),
  'POST /api/mediations/:id/mediators': {
    about: 'own',
    input: async (area, caller) => {
      const it = await aMediation(area, caller, inSession)
      // Another leads it, so that it is nobody's to take over.
      const lead = await aMediator(area, caller)
      await area.app.sql('insert into mediation_mediators (mediation_id, person_id, added_at) values ($1, $2, now())', [
        it.id,
        lead,
      ])
      return { params: { id: it.id }, body: { personId: lead } }
    },
  },
  'POST /api/mediations/:id/consent': on({ state: 'opened', as: 'party' }, () => ({ agrees: true })),
  'POST /api/mediations/:id/entries': on({ state: 'inSession', as: 'party' }, () => ({
    kind: 'statement',
    audience: 'shared',
    words: '水是从卫生间漏下来的',
  })),
  'POST /api/mediations/:id/sessions': on(inSession, () => ({ at: soon(), where: '社区调解室' })),
  'POST /api/mediations/:id/sessions/:thingId': onThing(inSession, 'sessionId', {
    present: [],
    said: '双方都说了情况',
    agreed: '先请人查漏点',
  }),
  'POST /api/mediations/:id/settlement': on(inSession, ({ parties }) => ({
    facts: '防水层老化',
    clauses: [
      {
        kind: 'compensation',
        fromId: parties[1],
        toId: parties[0],
        amountFen: 120_000,
        what: '墙面粉刷费用',
        dueOn: soon().slice(0, 10),
      },
    ],
  })),
  'POST /api/mediations/:id/talkAgain': on(drafted('mediator'), () => ({ reason: '金额还要谈' })),
  'POST /api/mediations/:id/signing-code': on(drafted('party')),
  'POST /api/mediations/:id/signature': on(drafted('party'), ({ hash }) => ({ code: '000000', hash }), {
    neverDone: 'needs the code of a phone',
  }),
  'POST /api/mediations/:id/clauses/:thingId/keep': onThing({ state: 'signed', as: 'party' }, 'clauseId', {
    words: '已经修好',
  }),
  'POST /api/mediations/:id/clauses/:thingId/confirm': onThing(
    { state: 'signed', as: 'party', owes: false, promise: 'saidKept' },
    'clauseId',
    { kept: true },
  ),
  'POST /api/mediations/:id/fail': on(inSession, () => ({ reason: '谈不拢', ways: ['court', 'legalAid'] })),
  'POST /api/mediations/:id/withdraw': on({ state: 'inSession', as: 'party' }, () => ({ reason: '不想再谈' })),
}
