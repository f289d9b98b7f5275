// Topics, meetings, action items: every state × every step × who takes it, by the table alone and over HTTP.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  actionItemLife,
  meetingLife,
  topicLife,
  type ItemState,
  type ItemStep,
  type MeetingState,
  type MeetingStep,
  type TopicState,
} from '../../contract/src/deliberation-life.ts'
import type { Lifecycle } from '../../contract/src/lifecycle.ts'
import { refusalOf, takeStep, type Standing } from '../src/platform/lifecycle.ts'
import { deliberationRows, HASH } from './support/deliberation-rows.ts'
import { testApp } from './support/test-app.ts'

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as K[]
const nobody: Standing = { reporter: false, handler: false, staff: () => false }
const walkTable = <S extends string, N extends string>(life: Lifecycle<S, N>) => {
  for (const state of keysOf(life.states))
    for (const name of keysOf(life.steps))
      test(`${life.thing}: ${name} from ${state}`, () => {
        const step = life.steps[name]
        const input = { reason: '因为', words: '因为', summary: '纪要', ownerId: 'x', dueOn: '2099-01-01' }
        const taker =
          'system' in step.by
            ? ({ system: true } as const)
            : step.by.person === 'staff'
              ? { person: { ...nobody, staff: () => true } }
              : { person: { ...nobody, [step.by.person]: true } }
        const isAllowed = step.from.includes(state)
        assert.equal(refusalOf(life, state, name, taker), isAllowed ? null : 'lifecycle.wrong-state')
        if (isAllowed) assert.equal(takeStep(life, state, name, taker, input), step.to)
        assert.throws(() => takeStep(life, state, name, { person: nobody }, input), { code: 'access.not-allowed' })
        if (isAllowed && step.needs.length > 0)
          assert.throws(() => takeStep(life, state, name, taker, {}), { code: 'lifecycle.needs' })
      })
}
describe('the tables by themselves', () => {
  walkTable<TopicState, keyof typeof topicLife.steps>(topicLife)
  walkTable<MeetingState, MeetingStep>(meetingLife)
  walkTable<ItemState, ItemStep>(actionItemLife)
})

const app = await testApp({ LINLI_ROLES: 'web' })
const { district } = app
const { organisations } = district
const rows = deliberationRows(app)
const secretary = await app.makeStaff('周书记', 'communitySecretary', organisations.communityA1, district.communityA1)
const elsewhere = await app.makeStaff('外社区', 'communityClerk', organisations.communityB1, district.communityB1)
const manager = await app.makeStaff('钱经理', 'propertyManager', organisations.property1, district.estate1)
const resident = await app.makeResident('林小满')
const neighbour = await app.makeResident('张大妈')
const stranger = await app.makeResident('外小区', district.homeA2)
const post = async (who: string, path: string, body?: unknown): Promise<string> => {
  const answer = await app.call(who, `POST /api/deliberation/${path}`, body === undefined ? {} : { body })
  return answer.status === 200 ? 'ok' : String(answer.body.code)
}
type Table = Readonly<Record<string, string>>
const expectAll = async (wanted: Table, of: (who: string) => Promise<string>) => {
  const cookies: Table = {
    secretary: secretary.cookie,
    elsewhere: elsewhere.cookie,
    manager: manager.cookie,
    resident: resident.cookie,
    neighbour: neighbour.cookie,
    stranger: stranger.cookie,
  }
  const got: Record<string, string> = {}
  for (const name of Object.keys(wanted)) got[name] = await of(cookies[name]!)
  assert.deepEqual(got, wanted)
}

describe('topics over HTTP', () => {
  const acts = {
    select: ['selection', { scheme: 'five-party' }],
    drop: ['drop', { reason: '已经在办' }],
    withdraw: ['withdrawal', undefined],
  } as const
  for (const state of keysOf(topicLife.states))
    for (const name of keysOf(acts))
      test(`${name} from ${state}`, async () => {
        const fits = (topicLife.steps[name].from as readonly string[]).includes(state) ? 'ok' : 'lifecycle.wrong-state'
        const isMine = name === 'withdraw'
        const [path, body] = acts[name]
        await expectAll(
          {
            secretary: isMine ? 'access.not-allowed' : fits,
            elsewhere: 'deliberation.topic-not-found',
            manager: isMine ? 'deliberation.topic-not-found' : 'access.not-allowed',
            resident: isMine ? fits : 'access.not-allowed',
            neighbour: 'access.not-allowed',
            stranger: isMine ? 'deliberation.topic-not-found' : 'access.not-allowed',
          },
          async (who) => post(who, `topics/${await rows.topic(state, resident.id)}/${path}`, body),
        )
      })
  for (const state of keysOf(topicLife.states))
    test(`a meeting takes up a topic that is ${state}`, async () => {
      const fits = (topicLife.steps.putOnAgenda.from as readonly string[]).includes(state)
      const call = async (who: string) =>
        post(who, 'meetings', {
          scheme: 'doorstep',
          placeId: district.estate1,
          title: '楼前议一议',
          startsAt: new Date().toISOString(),
          where: '楼前',
          topicIds: [await rows.topic(state, resident.id)],
        })
      await expectAll(
        {
          secretary: fits ? 'ok' : 'lifecycle.wrong-state',
          elsewhere: 'access.out-of-scope',
          resident: 'access.not-allowed',
        },
        call,
      )
    })
})

describe('meetings over HTTP', () => {
  const staffOnly = (fits: string): Table => ({
    secretary: fits,
    elsewhere: 'deliberation.meeting-not-found',
    manager: 'access.not-allowed',
    resident: 'access.not-allowed',
    stranger: 'access.not-allowed',
  })
  for (const state of keysOf(meetingLife.states))
    for (const name of keysOf(meetingLife.steps))
      test(`${name} from ${state}`, async () => {
        const fits = (meetingLife.steps[name].from as readonly string[]).includes(state)
          ? 'ok'
          : 'lifecycle.wrong-state'
        await expectAll(staffOnly(fits), async (who) => {
          const { id } = await rows.meeting(state, manager.id, { itemOpen: false })
          return post(who, `meetings/${id}/${name}`, name === 'cancel' ? { reason: '下雨改期' } : undefined)
        })
      })
  type Made = Awaited<ReturnType<typeof rows.meeting>>
  const recorded: Readonly<
    Record<string, { readonly in: readonly MeetingState[]; readonly body: (made: Made) => unknown }>
  > = {
    attendance: { in: ['inSession'], body: ({ seatId }) => ({ present: [seatId], guests: ['老李'] }) },
    speeches: { in: ['inSession'], body: ({ seatId }) => ({ speakerId: seatId, words: '我同意' }) },
    decisions: {
      in: ['inSession'],
      body: ({ agendaId }) => ({ agendaId, title: '装灯', words: '每层一盏', way: 'consensus' }),
    },
    minutes: { in: ['drafting'], body: () => ({ summary: '大家都同意' }) },
  }
  for (const state of keysOf(meetingLife.states))
    for (const [name, act] of Object.entries(recorded))
      test(`${name} while ${state}`, async () => {
        await expectAll(staffOnly(act.in.includes(state) ? 'ok' : 'lifecycle.wrong-state'), async (who) => {
          const made = await rows.meeting(state, manager.id)
          return post(who, `meetings/${made.id}/${name}`, act.body(made))
        })
      })
  const byThoseAsked: Readonly<Record<string, { readonly in: readonly MeetingState[]; readonly body: unknown }>> = {
    answer: { in: ['called'], body: { answer: 'comes' } },
    'check-in': { in: ['called', 'inSession'], body: { code: '123456' } },
    corrections: { in: ['circulated'], body: { words: '应写明六层' } },
    acknowledgement: { in: ['circulated'], body: { hash: HASH } },
  }
  for (const state of keysOf(meetingLife.states))
    for (const [name, act] of Object.entries(byThoseAsked))
      test(`${name} by somebody asked while ${state}`, async () => {
        const needsPresence = name === 'corrections' || name === 'acknowledgement'
        const isHere = state !== 'called' && state !== 'cancelled'
        const fits = act.in.includes(state) ? 'ok' : 'lifecycle.wrong-state'
        await expectAll(
          {
            manager: needsPresence && !isHere ? 'deliberation.not-present' : fits,
            // Neighbours see the meeting, and may come to it; they were not asked.
            neighbour: needsPresence ? 'deliberation.not-present' : name === 'answer' ? 'access.not-allowed' : fits,
            elsewhere: 'deliberation.meeting-not-found',
            stranger: 'deliberation.meeting-not-found',
          },
          async (who) => post(who, `meetings/${(await rows.meeting(state, manager.id)).id}/${name}`, act.body),
        )
      })
})

describe('action items over HTTP', () => {
  const acts: Readonly<Record<ItemStep, readonly [string, unknown]>> = {
    giveOwner: ['owner', { ownerId: organisations.property1, dueOn: '2099-02-01' }],
    progress: ['progress', { words: '灯已买好' }],
    finish: ['finish', { words: '装好了' }],
    accept: ['acceptance', { accepted: true, words: '都亮了' }],
    sendBack: ['acceptance', { accepted: false, words: '三楼不亮' }],
    release: ['release', { words: '已由物业装好' }],
  }
  for (const state of keysOf(actionItemLife.states))
    for (const name of keysOf(acts))
      test(`${name} from ${state}`, async () => {
        const { from, by } = actionItemLife.steps[name]
        const fits = (from as readonly string[]).includes(state) ? 'ok' : 'lifecycle.wrong-state'
        const isOwners = 'person' in by && by.person === 'handler'
        const [path, body] = acts[name]
        const isOf = state !== 'noOwner'
        await expectAll(
          {
            secretary: fits,
            elsewhere: 'deliberation.item-not-found',
            // The body that owns it reports; who decides is the community.
            manager: !isOwners ? 'access.not-allowed' : isOf ? fits : 'access.not-allowed',
            stranger: isOwners ? 'deliberation.item-not-found' : 'access.not-allowed',
          },
          async (who) =>
            post(who, `items/${await rows.item(state, organisations.property1, manager.id)}/${path}`, body),
        )
      })
})

describe('resolutions over HTTP', () => {
  const standings = {
    adopted: { result: 'adopted' },
    rejected: { result: 'rejected' },
    sent: { result: 'sent' },
    agreed: { result: 'sent', more: { owners_result: 'adopted' } },
    refused: { result: 'sent', more: { owners_result: 'rejected' } },
  } as const
  for (const name of keysOf(standings))
    test(`one more thing to do, of one ${name}`, async () => {
      const { result, more = {} } = standings[name] as { result: 'adopted' | 'sent'; more?: Record<string, unknown> }
      const isInForce = name === 'adopted' || name === 'agreed'
      await expectAll(
        {
          secretary: isInForce ? 'ok' : 'deliberation.not-in-force',
          elsewhere: 'deliberation.resolution-not-found',
          manager: 'access.not-allowed',
          resident: 'access.not-allowed',
        },
        async (who) =>
          post(who, `resolutions/${await rows.resolution(manager.id, result, more)}/items`, { what: '再买一盏' }),
      )
    })
  test('an amended resolution takes no more work', async () => {
    const amendedBy = await rows.resolution(manager.id)
    const id = await rows.resolution(manager.id, 'adopted', { amended_by: amendedBy })
    assert.equal(await post(secretary.cookie, `resolutions/${id}/items`, { what: '再买' }), 'deliberation.not-in-force')
  })
})
