// Carries one reported case through the loop by HTTP, each step by the person whose part it is.
import sharp from 'sharp'
import { call, type Caller } from './client.ts'
import { numberFrom, type Fate } from './fates.ts'
import type { People } from './people.ts'

interface Named {
  readonly id: string
  readonly name: string
}
interface Body extends Named {
  /** By the dispatch rules. */
  readonly proposed: boolean
}
export interface CaseView {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly kind: string
  readonly category: Named
  readonly words: string
  readonly handler: Named | null
  readonly estate: Named | null
  readonly community: Named
  readonly street: Named
}
const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#7d8f6a' } })
  .jpeg()
  .toBuffer()
const DAY_MS = 86_400_000

const upload = async (who: Caller): Promise<string> => {
  const form = new FormData()
  form.append('kind', 'photo')
  form.append('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'done.jpg')
  return (await call<{ id: string }>(who, 'POST', '/api/files', form)).id
}
const bodiesFor = (who: Caller, { id }: CaseView) => call<Body[]>(who, 'GET', `/api/cases/handlers?caseId=${id}`)
/** The community's committee or, where it has the case already, the street. */
const anotherThan = async (who: Caller, of: CaseView, handlerId: string | null): Promise<string> => {
  const bodies = await bodiesFor(who, of)
  const own = bodies.find((one) => one.name === `${of.community.name}居民委员会`)!
  return own.id === handlerId ? bodies.find((one) => one.name === `${of.street.name}办事处`)!.id : own.id
}
/** The steps of one case; each call moves it on and remembers how it looks now. */
const walkerOf = (people: People, reporter: Caller, first: CaseView) => {
  let seen = first
  const community = first.community.name
  const places = [first.estate?.name ?? community, community, first.street.name, '临溪县']
  const step = async (who: Caller, name: string, body: object): Promise<void> => {
    seen = await call<CaseView>(who, 'POST', `/api/cases/${first.id}/${name}`, body)
  }
  const clerk = () => people.clerkOf(community)
  const secretary = () => people.secretaryOf(community)
  const handler = () => people.handlerOf(seen.handler!.name, places)
  const dispatchTo = async (who: Caller, name: 'dispatch' | 'transfer', organisationId: string, extra: object = {}) =>
    step(who, name, { organisationId, ...extra })
  const another = (who: Caller) => anotherThan(who, first, seen.handler?.id ?? null)
  const photoStep = async (name: 'requestClosure', words: string) => {
    const who = await handler()
    await step(who, name, { words, photos: [await upload(who)] })
  }
  return {
    now: () => seen,
    accept: async () => step(await clerk(), 'accept', { words: '已收到，马上核实。' }),
    reject: async () =>
      step(await clerk(), 'reject', { reason: 'notOurs', advice: '请到县政务服务中心窗口办理，或拨打政务服务热线。' }),
    withdraw: () => step(reporter, 'withdraw', { reason: '已经解决了。' }),
    dispatchAsProposed: async () => {
      const who = await clerk()
      const proposed = (await bodiesFor(who, first)).find((body) => body.proposed)
      await dispatchTo(who, 'dispatch', proposed?.id ?? (await another(who)))
    },
    dispatchElsewhere: async () => {
      const who = await clerk()
      await dispatchTo(who, 'dispatch', await another(who))
    },
    transfer: async () => {
      const who = await clerk()
      await dispatchTo(who, 'transfer', await another(who), { reason: '由社区协调更合适。' })
    },
    takeUp: async () => step(await handler(), 'takeUp', { words: '收到，今天联系。' }),
    start: async () => step(await handler(), 'start', { words: '已开始办理。' }),
    giveBack: async () => step(await handler(), 'return', { reason: '不在我们服务范围内。' }),
    suspend: async () =>
      step(await handler(), 'suspend', {
        reason: '等待材料。',
        until: new Date(Date.now() + 7 * DAY_MS).toISOString(),
      }),
    resume: async () => step(await handler(), 'resume', {}),
    requestClosure: () => photoStep('requestClosure', '已办理完毕，见照片。'),
    refuseClosure: async () => step(await secretary(), 'refuseClosure', { reason: '照片看不清，请补拍。' }),
    close: async () => step(await secretary(), 'close', { words: '已核验，同意办结。' }),
    confirm: (rating: number) =>
      step(reporter, 'confirm', { rating, ratingReasons: rating > 3 ? ['solved'] : ['slow'] }),
    askReopening: () =>
      step(reporter, 'askReopening', { reason: '没有彻底解决。', rating: 2, ratingReasons: ['unsolved'] }),
    reopen: async () => step(await secretary(), 'reopen', { words: '情况属实，重新办理。' }),
    declineReopening: async () => step(await secretary(), 'declineReopening', { reason: '现场复查已解决。' }),
  }
}
type Walker = ReturnType<typeof walkerOf>
type StepName = Exclude<keyof Walker, 'now' | 'confirm'>

const handled: readonly StepName[] = ['takeUp', 'start', 'requestClosure', 'close']
const begin: readonly StepName[] = ['accept', 'dispatchAsProposed']
/** The way of each fate; a rating follows where the way ends in `closed`, but for `leftClosed`. */
const ways: Readonly<Record<Fate, readonly StepName[]>> = {
  confirmed: [...begin, ...handled],
  sentBack: [...begin, 'takeUp', 'start', 'requestClosure', 'refuseClosure', 'requestClosure', 'close'],
  returned: [...begin, 'giveBack', 'dispatchElsewhere', ...handled],
  transferred: [...begin, 'takeUp', 'transfer', ...handled],
  suspendedAndResumed: [...begin, 'takeUp', 'start', 'suspend', 'resume', 'requestClosure', 'close'],
  reopened: [...begin, ...handled, 'askReopening', 'reopen', 'dispatchAsProposed', ...handled],
  reopeningDeclined: [...begin, ...handled, 'askReopening', 'declineReopening'],
  leftSubmitted: [],
  leftAccepted: ['accept'],
  leftDispatched: begin,
  leftTakenUp: [...begin, 'takeUp'],
  leftInProgress: [...begin, 'takeUp', 'start'],
  leftSuspended: [...begin, 'takeUp', 'start', 'suspend'],
  leftToVerify: [...begin, 'takeUp', 'start', 'requestClosure'],
  leftClosed: [...begin, ...handled],
  rejected: ['reject'],
  withdrawn: ['accept', 'withdraw'],
}
/** Gives the case as it is at the end. */
export const carry = async (people: People, reporter: Caller, first: CaseView, fate: Fate): Promise<CaseView> => {
  const walker = walkerOf(people, reporter, first)
  for (const name of ways[fate]) await walker[name]()
  if (walker.now().state === 'closed' && fate !== 'leftClosed') {
    await walker.confirm([5, 5, 5, 4, 4, 3][numberFrom(`rating ${first.number}`, 6)]!)
  }
  return walker.now()
}
