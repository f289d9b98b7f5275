// Example inputs of trial services and of consultations.
import type { pollsApi } from '../../../contract/src/polls.ts'
import type { PollState } from '../../../contract/src/polls-life.ts'
import type { trialsApi } from '../../../contract/src/trials.ts'
import type { TrialState } from '../../../contract/src/trials-life.ts'
import { uuidv7 } from 'uuidv7'
import type { Area, Caller } from './areas.ts'
import { aCertified, anEstate, dayIn, ownsIn, withPlace } from './committee-makers.ts'
import type { Example, ExampleInput } from './contract-examples.ts'
import { defaultSchemes } from '../../../contract/src/deliberation-schemes.ts'

const example = (about: Example['about'], input: Example['input']): Example => ({ about, input })
export const aTrial = async (area: Area, state: TrialState, more: Readonly<Record<string, unknown>> = {}) => {
  const estate = await anEstate(area)
  const id = await area.insert('trials', {
    ...(await withPlace(area, estate)),
    company_id: area.property,
    state,
    state_at: new Date(),
    conditions: '保洁每天一次，门岗全天',
    fee: 90,
    starts_on: dayIn(-30),
    ends_on: dayIn(60),
    created_at: new Date(),
    ...(state === 'agreed' ? { agreed_fee: 90, contract_from: dayIn(0), contract_to: dayIn(700) } : {}),
    ...more,
  })
  return { id, estate }
}
/** That hiring was deliberated at this estate. */
export const aHiringResolution = async (area: Area, estate: string): Promise<void> => {
  const at = await withPlace(area, estate)
  const { place_name: _name, ...placed } = at
  const meeting = await area.insert('deliberation_meetings', {
    ...placed,
    scheme_code: 'five-party',
    scheme: JSON.stringify(defaultSchemes.find((one) => one.code === 'five-party')),
    title: '议事',
    starts_at: new Date(),
    held_at: '驿站',
    notice: '请来',
    notice_hash: 'a'.repeat(64),
    state: 'published',
    state_at: new Date(),
    check_in_code: '123456',
    summary: '同意试用后表决',
    hash: 'a'.repeat(64),
    called_at: new Date(),
  })
  await area.insert('resolutions', {
    ...placed,
    meeting_id: meeting,
    scheme_code: 'five-party',
    title: '试用后交业主表决',
    words: '同意',
    matter: 'hiring',
    way: 'hands',
    result: 'adopted',
    made_at: new Date(),
  })
}
const aMark = async (area: Area, trial: string): Promise<void> => {
  await area.app.sql(
    "insert into trial_marks (trial_id, home_id, week, person_id, mark, words, at) values ($1, $2, '2026-11-16', $3, 4, '', now())",
    [trial, await area.home(), await area.person()],
  )
}
const onTrial = (state: TrialState, body?: (area: Area, caller: Caller) => unknown, more?: object): Example =>
  example('placed', async (area, caller): Promise<ExampleInput> => {
    const { id } = await aTrial(area, state, { ...more })
    return { params: { id }, ...(body === undefined ? {} : { body: await body(area, caller) }) }
  })
const listed = (about: Example['about'], make: (area: Area) => Promise<unknown>): Example =>
  example(about, async (area) => (await make(area), {}))
export const trialExamples: Readonly<Record<keyof typeof trialsApi, Example>> = {
  'GET /api/trials': listed('list', (area) => aTrial(area, 'serving')),
  'GET /api/trials/mine': listed('list', (area) => aTrial(area, 'serving')),
  'POST /api/trials': example('placed', async (area) => ({
    body: {
      placeId: await anEstate(area),
      companyId: area.property,
      conditions: '保洁每天一次',
      fee: 90,
      startsOn: dayIn(0),
      endsOn: dayIn(90),
    },
  })),
  'GET /api/trials/:id': onTrial('serving'),
  'POST /api/trials/:id/start': onTrial('planned', () => ({})),
  'POST /api/trials/:id/log': onTrial('serving', async (area, caller) => ({
    day: dayIn(0),
    words: '清理了楼道',
    photos: [await area.file(caller.personId, null)],
  })),
  // The caller has a home there by now: who else may is tested in trials.test.ts.
  'POST /api/trials/:id/marks': example('none', async (area, caller) => {
    const { id, estate } = await aTrial(area, 'serving')
    await ownsIn(area, estate, caller.personId)
    const [home] = await area.app.sql("select id from places where estate_id = $1 and kind = 'home' limit 1", [estate])
    return { params: { id }, body: { homeId: home!['id'], mark: 4 } }
  }),
  'POST /api/trials/:id/decide': example('placed', async (area) => {
    const { id, estate } = await aTrial(area, 'serving')
    await ownsIn(area, estate, await area.person())
    await aHiringResolution(area, estate)
    await aMark(area, id)
    return { params: { id }, body: { partKinds: ['home'], years: 3, fee: 90 } }
  }),
  'POST /api/trials/:id/agree': example('placed', async (area) => {
    const { id, estate } = await aTrial(area, 'deciding', { voted_fee: 90 })
    const decision = await aCertified(area, estate, [uuidv7()], 1)
    await area.app.sql('update trials set decision_id = $2 where id = $1', [id, decision])
    return { params: { id }, body: { fee: 90, from: dayIn(0), to: dayIn(700) } }
  }),
  'POST /api/trials/:id/fail': onTrial('serving', () => ({ leavesOn: dayIn(10), reason: '居民不满意' })),
  'POST /api/trials/:id/leave': onTrial('leaving', () => ({ on: dayIn(0) })),
  'POST /api/trials/:id/cancel': onTrial('planned', () => ({ reason: '公司不来了' })),
}
export const aPoll = async (area: Area, state: PollState, more: Readonly<Record<string, unknown>> = {}) => {
  const estate = await anEstate(area)
  const id = await area.insert('polls', {
    ...(await withPlace(area, estate)),
    title: '健身角放在哪里',
    words: '两处可以选',
    asked_by: '居委会',
    audience: 'residents',
    state,
    state_at: new Date(),
    closes_on: dayIn(5),
    created_at: new Date(),
    ...more,
  })
  const question = await area.insert('poll_questions', { poll_id: id, sort: 0, words: '放在哪里', is_many: false })
  const options: string[] = []
  for (const [sort, words] of ['东门', '西门'].entries())
    options.push(await area.insert('poll_options', { poll_id: id, question_id: question, sort, words }))
  return { id, estate, options }
}
const onPoll = (state: PollState, body?: unknown): Example =>
  example('placed', async (area) => ({
    params: { id: (await aPoll(area, state)).id },
    ...(body === undefined ? {} : { body }),
  }))
export const pollExamples: Readonly<Record<keyof typeof pollsApi, Example>> = {
  'GET /api/polls': listed('list', (area) => aPoll(area, 'open')),
  'GET /api/polls/mine': listed('list', (area) => aPoll(area, 'open')),
  'POST /api/polls': example('placed', async (area) => ({
    body: {
      placeId: await anEstate(area),
      title: '健身角放在哪里',
      words: '两处可以选',
      audience: 'residents',
      closesOn: dayIn(5),
      questions: [{ words: '放在哪里', isMany: false, options: ['东门', '西门'] }],
    },
  })),
  'GET /api/polls/:id': onPoll('open'),
  'POST /api/polls/:id/publish': onPoll('draft', {}),
  // The caller has a home there by now: who else may is tested in polls.test.ts.
  'POST /api/polls/:id/answers': example('none', async (area, caller) => {
    const { id, estate, options } = await aPoll(area, 'open')
    await ownsIn(area, estate, caller.personId)
    return { params: { id }, body: { optionIds: [options[0]], remark: '离家近' } }
  }),
  'POST /api/polls/:id/close': onPoll('open', {}),
  'POST /api/polls/:id/withdraw': onPoll('open', { reason: '问题写错了' }),
  'POST /api/polls/:id/topic': onPoll('closed', {}),
  'POST /api/polls/:id/decision': example('placed', async (area) => {
    const { id, estate } = await aPoll(area, 'closed')
    return { params: { id }, body: { decisionId: await aCertified(area, estate, [uuidv7()], 1) } }
  }),
}
