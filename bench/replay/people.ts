// The simulated people: a resident for every user of the file, signed in by phone code, and the district's own staff.
import { demoPassword } from '../../server/src/demo/sign-ins.ts'
import { call, everyPage, type Caller } from './client.ts'

interface StaffMember {
  readonly login: string | null
  readonly appointments: readonly {
    readonly position: string
    readonly organisation: string
    readonly scope: string
    readonly from: string
    readonly to: string | null
  }[]
}
interface SignedIn {
  readonly me: { readonly consent: { readonly version: string; readonly current: boolean } }
}
interface Seat {
  readonly login: string
  readonly position: string
  readonly organisation: string
  readonly scope: string
}
const handling = ['物业员工', '物业项目经理', '部门工作人员', '社区工作者', '街道工作人员', '区县工作人员']
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const addressOf = (block: number, n: number) => `10.${block}.${Math.floor(n / 250)}.${(n % 250) + 1}`

const codeFor = async (caller: Caller, phone: string): Promise<string> => {
  for (let attempt = 0; attempt < 50; attempt++) {
    const outbox = await call<{ to: string; text: string }[]>(caller, 'GET', '/api/notices/sms-outbox')
    const found = outbox.find((message) => message.to === phone && /\d{6}/.test(message.text))
    if (found !== undefined) return /\d{6}/.exec(found.text)![0]
    await pause(100)
  }
  throw new Error('the code did not come')
}
const newResident = async (site: string, n: number): Promise<Caller> => {
  const caller: Caller = { site, address: addressOf(20, n), cookie: null }
  // Numbers that begin with 154 were never given out.
  const phone = `154${90_000_000 + n}`
  await call(caller, 'POST', '/api/identity/phone-codes', { phone })
  const code = await codeFor(caller, phone)
  const { me } = await call<SignedIn>(caller, 'POST', '/api/identity/phone-sessions', { phone, code })
  if (!me.consent.current) {
    await call(caller, 'POST', '/api/identity/me/consent', { version: me.consent.version, given: true })
  }
  return caller
}
const newStaff = async (site: string, login: string, n: number): Promise<Caller> => {
  const caller: Caller = { site, address: addressOf(30, n), cookie: null }
  await call(caller, 'POST', '/api/identity/password-sessions', { login, password: demoPassword })
  return caller
}
/** Learns from the API who works where today. */
const seatsToday = async (admin: Caller): Promise<Seat[]> => {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const people = await everyPage<StaffMember>(admin, '/api/identity/people?staffOnly=true&limit=200')
  return people.flatMap(({ login, appointments }) =>
    login === null
      ? []
      : appointments
          .filter(({ from, to }) => from <= today && (to === null || to >= today))
          .map(({ position, organisation, scope }) => ({ login, position, organisation, scope })),
  )
}
/** Makes each one once, also when asked for twice at the same time. */
const onceEach = (make: (key: string, n: number) => Promise<Caller>) => {
  const known = new Map<string, Promise<Caller>>()
  const get = (key: string): Promise<Caller> => {
    const there = known.get(key)
    if (there !== undefined) return there
    const fresh = make(key, known.size)
    known.set(key, fresh)
    return fresh
  }
  return { get, all: () => [...known.values()] }
}

/** Everybody who plays a part on this site. */
export const peopleOf = async (site: string) => {
  const residents = onceEach((_user, n) => newResident(site, n))
  const staff = onceEach((login, n) => newStaff(site, login, n))
  const seats = await seatsToday(await staff.get('admin'))
  const seatWhere = (fits: (seat: Seat) => boolean): Promise<Caller> => {
    const found = seats.find(fits)
    if (found === undefined) throw new Error('nobody of the staff fits')
    return staff.get(found.login)
  }
  return {
    posts: seats.length,
    /** One resident for each user of the file. */
    resident: residents.get,
    residents: residents.all,
    as: staff.get,
    clerkOf: (community: string) => seatWhere((one) => one.position === '社区工作者' && one.scope === community),
    secretaryOf: (community: string) => seatWhere((one) => one.position === '社区书记' && one.scope === community),
    /** Somebody of the body whose scope covers one of these places. */
    handlerOf: (organisation: string, places: readonly string[]) =>
      seatWhere(
        (one) => one.organisation === organisation && handling.includes(one.position) && places.includes(one.scope),
      ),
  }
}
export type People = Awaited<ReturnType<typeof peopleOf>>
