// Example inputs of deliberation.
import { uuidv7 } from 'uuidv7'
import type { deliberationApi } from '../../../contract/src/deliberation.ts'
import { defaultMatters, defaultSchemes } from '../../../contract/src/deliberation-schemes.ts'
import type { ItemState, MeetingState, TopicState } from '../../../contract/src/deliberation-life.ts'
import type { Area } from './areas.ts'
import { aDecision } from './contract-examples-decisions.ts'
import type { Example } from './contract-examples.ts'
import { aMeeting, anItem, anotherYear, aReport, aResolution, aTopic, at, day, hash } from './deliberation-makers.ts'

type Made = Awaited<ReturnType<typeof aMeeting>>
const onTopic = (state: TopicState, body?: unknown, more: { row?: Record<string, unknown> } = {}): Example => ({
  about: 'placed',
  input: async (area) => ({
    params: { id: await aTopic(area, state, more.row) },
    ...(body === undefined ? {} : { body }),
  }),
})
const onMeeting = (state: MeetingState, body?: (made: Made) => unknown): Example => ({
  about: 'placed',
  input: async (area, caller) => {
    const made = await aMeeting(area, caller, state)
    return { params: { id: made.id }, ...(body === undefined ? {} : { body: body(made) }) }
  },
})
const onItem = (state: ItemState, body?: unknown): Example => ({
  about: 'placed',
  input: async (area, caller) => ({
    params: { id: await anItem(area, caller, state) },
    ...(body === undefined ? {} : { body: typeof body === 'function' ? body(area, caller) : body }),
  }),
})
const { code: _code, ...schemeBody } = defaultSchemes[1]!
const { code: _matter, ...matterBody } = defaultMatters[0]!
const said = { words: '灯已经买好', costFen: 12_300 }

export const deliberationExamples: Readonly<Record<keyof typeof deliberationApi, Example>> = {
  'GET /api/deliberation/schemes': { about: 'none', input: () => ({}) },
  'PUT /api/deliberation/schemes/:code': {
    about: 'none',
    input: () => ({ params: { code: 'five-party' }, body: schemeBody }),
  },
  'GET /api/deliberation/matters': { about: 'none', input: () => ({}) },
  'PUT /api/deliberation/matters/:code': {
    about: 'none',
    input: () => ({ params: { code: 'commonSpending' }, body: matterBody }),
  },
  'GET /api/deliberation/topics': { about: 'list', input: async (area) => (await aTopic(area, 'proposed'), {}) },
  'POST /api/deliberation/topics': {
    about: 'placed',
    input: (area) => ({
      body: { placeId: area.unit, title: '楼道装灯', words: '楼道太黑，老人不方便', source: 'patrol' },
    }),
  },
  'GET /api/deliberation/of-case/:id': {
    about: 'placed',
    input: async (area, caller) => ({
      params: { id: await area.aCase('inProgress', caller, area.handlerFor(caller)) },
    }),
  },
  'GET /api/deliberation/topics/:id': onTopic('proposed'),
  'POST /api/deliberation/topics/:id/name': onTopic('proposed', undefined, {
    row: { source: 'petition' },
  }),
  'POST /api/deliberation/topics/:id/selection': onTopic('proposed', { scheme: 'doorstep' }),
  'POST /api/deliberation/topics/:id/drop': onTopic('proposed', { reason: '已经在办' }),
  'POST /api/deliberation/topics/:id/withdrawal': {
    about: 'own',
    input: async (area, caller) => ({
      params: { id: await aTopic(area, 'proposed', { proposed_by: caller.personId }) },
    }),
  },
  'GET /api/deliberation/meetings': {
    about: 'list',
    input: async (area, caller) => (await aMeeting(area, caller, 'called'), {}),
  },
  'GET /api/deliberation/members': {
    about: 'placed',
    input: (area) => ({ query: { scheme: 'doorstep', placeId: area.unit } }),
  },
  'POST /api/deliberation/meetings': {
    about: 'placed',
    input: (area) => ({
      body: {
        scheme: 'doorstep',
        placeId: area.unit,
        title: '楼道装灯',
        startsAt: at(1),
        where: '楼前',
        items: ['装灯'],
      },
    }),
  },
  'POST /api/deliberation/doorstep': {
    about: 'placed',
    input: (area) => ({
      body: {
        placeId: area.unit,
        title: '屋顶漏水',
        heldAt: at(0),
        where: '楼前',
        present: 9,
        names: ['老王'],
        said: '顶楼漏雨，大家愿意一起修',
        agreed: [{ what: '请两家单位报价', who: 0, dueOn: day(7), budgetFen: 0 }, { what: '先盖油布' }],
      },
    }),
  },
  'GET /api/deliberation/owners': { about: 'placed', input: (area) => ({ query: { placeId: area.unit } }) },
  'GET /api/deliberation/meetings/:id': onMeeting('called'),
  'GET /api/deliberation/meetings/:id/calendar.ics': onMeeting('called'),
  'GET /api/deliberation/meetings/:id/minutes.docx': onMeeting('published'),
  'GET /api/deliberation/meetings/:id/check-in.svg': onMeeting('called'),
  'POST /api/deliberation/meetings/:id/cancel': onMeeting('called', () => ({ reason: '下雨改期' })),
  'POST /api/deliberation/meetings/:id/answer': onMeeting('called', () => ({ answer: 'comes' })),
  'POST /api/deliberation/meetings/:id/open': onMeeting('called'),
  'POST /api/deliberation/meetings/:id/check-in': onMeeting('called', () => ({ code: '123456' })),
  'POST /api/deliberation/meetings/:id/attendance': onMeeting('inSession', ({ personId }) => ({
    present: [personId],
    guests: ['老李'],
  })),
  'POST /api/deliberation/meetings/:id/speeches': onMeeting('inSession', ({ personId }) => ({
    speakerId: personId,
    words: '我同意',
  })),
  'POST /api/deliberation/meetings/:id/decisions': onMeeting('inSession', ({ agendaId }) => ({
    agendaId,
    title: '装灯',
    words: '每层装一盏声控灯',
    way: 'hands',
    votesFor: 1,
    items: [{ what: '买灯' }],
  })),
  'POST /api/deliberation/meetings/:id/agenda/:thingId': {
    about: 'placed',
    input: async (area, caller) => {
      const { id, agendaId } = await aMeeting(area, caller, 'inSession')
      return { params: { id, thingId: agendaId }, body: { outcome: 'later', words: '下次再议' } }
    },
  },
  'POST /api/deliberation/meetings/:id/close': {
    about: 'placed',
    input: async (area, caller) => {
      const { id, agendaId } = await aMeeting(area, caller, 'inSession')
      await area.app.sql("update deliberation_agenda set outcome = 'later' where id = $1", [agendaId])
      return { params: { id } }
    },
  },
  'POST /api/deliberation/meetings/:id/minutes': onMeeting('drafting', () => ({ summary: '大家都同意' })),
  'POST /api/deliberation/meetings/:id/circulate': onMeeting('drafting'),
  'POST /api/deliberation/meetings/:id/redraft': onMeeting('circulated'),
  'POST /api/deliberation/meetings/:id/corrections': onMeeting('circulated', () => ({ words: '应是六盏灯' })),
  'POST /api/deliberation/meetings/:id/corrections/:thingId': {
    about: 'placed',
    input: async (area, caller) => {
      const { id, personId } = await aMeeting(area, caller, 'circulated')
      const correctionId = uuidv7()
      await area.app.sql(
        "insert into deliberation_corrections (id, meeting_id, by_id, words, at) values ($1, $2, $3, '改一下', now())",
        [correctionId, id, personId],
      )
      return { params: { id, thingId: correctionId }, body: { accepted: true, answer: '已经改好' } }
    },
  },
  'POST /api/deliberation/meetings/:id/acknowledgement': onMeeting('circulated', () => ({ hash })),
  'POST /api/deliberation/meetings/:id/sign': onMeeting('circulated'),
  'POST /api/deliberation/meetings/:id/publish': onMeeting('signed'),
  'GET /api/deliberation/resolutions': {
    about: 'list',
    input: async (area, caller) => (await aResolution(area, caller), {}),
  },
  'POST /api/deliberation/resolutions/:id/decision': {
    about: 'placed',
    input: async (area, caller) => ({
      params: { id: await aResolution(area, caller, 'sent') },
      body: { decisionId: (await aDecision(area, caller, 'open')).id },
    }),
  },
  'POST /api/deliberation/resolutions/:id/items': {
    about: 'placed',
    input: async (area, caller) => ({ params: { id: await aResolution(area, caller) }, body: { what: '再买一盏' } }),
  },
  'GET /api/deliberation/resolutions/:id': {
    about: 'placed',
    input: async (area, caller) => ({ params: { id: await aResolution(area, caller) } }),
  },
  'GET /api/deliberation/items': {
    about: 'list',
    input: async (area, caller) => (await anItem(area, caller, 'open'), {}),
  },
  'GET /api/deliberation/items/:id': onItem('open'),
  'POST /api/deliberation/items/:id/owner': onItem('noOwner', (area: Area) => ({
    ownerId: area.property,
    dueOn: day(5),
  })),
  'POST /api/deliberation/items/:id/progress': onItem('open', said),
  'POST /api/deliberation/items/:id/finish': onItem('open', said),
  'POST /api/deliberation/items/:id/acceptance': onItem('done', { accepted: true, words: '都亮了' }),
  'POST /api/deliberation/items/:id/release': onItem('open', { words: '已由物业装好' }),
  'GET /api/deliberation/keeping': { about: 'list', input: () => ({ query: { year: '2026' } }) },
  'GET /api/deliberation/reports': { about: 'list', input: async (area) => (await aReport(area), {}) },
  'POST /api/deliberation/reports': {
    about: 'placed',
    input: async (area) => ({
      body: {
        organisationId: await area.organisation(),
        placeId: area.unit,
        year: (anotherYear() % 100) + 2000,
        words: '今年办了五件事',
      },
    }),
  },
  'POST /api/deliberation/reports/:id/rating': {
    about: 'placed',
    input: async (area) => ({ params: { id: await aReport(area) }, body: { stars: 4 } }),
  },
}
