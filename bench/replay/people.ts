// The simulated people: a resident for every user of the file, signed in by phone code, and the district's own staff.
import { demoPassword } from '../../server/src/demo/sign-ins.ts'
import { call, everyPage, type Caller } from './client.ts'

interface StaffMember {
  readonly login: string | null
  readonly appointments: readonly { readonly position: string; readonly organisation: string; readonly scope: string }[]
}
export interface Seat {
  readonly login: string
  readonly position: string
  readonly organisation: string
  readonly scope: string
}
const handling = ['物业员工', '物业项目经理', '部门工作人员', '社区工作者', '街道工作人员', '区县工作人员']
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const addressOf = (block: number, n: number) => `10.${block}.${Math.floor(n / 250)}.${(n % 250) + 1}`

export const peopleOf = (site: string) => {
  const residents = new Map<string, Promise<Caller>>()
  const staff = new Map<string, Promise<Caller>>()
  let seats: Seat[] = []
  const seatAt = (find: (seat: Seat) => boolean): Seat => {
    const found = seats.find(find)
    if (found === undefined) throw new Error('nobody of the staff fits')
    return found
  }
  const codeFor = async (caller: Caller, phone: string): Promise<string> => {
    for (let attempt = 0; attempt < 50; attempt++) {
      const outbox = await call<{ to: string; text: string }[]>(caller, 'GET', '/api/notices/sms-outbox')
      const code = outbox.find((message) => message.to === phone && /\d{6}/.test(message.text))
      if (code !== undefined) return /\d{6}/.exec(code.text)![0]
      await pause(100)
    }
    throw new Error('the code did not come')
  }
  const newResident = async (n: number): Promise<Caller> => {
    const caller: Caller = { site, address: addressOf(20, n), cookie: null }
    // Numbers that begin with 154 were never given out.
    const phone = `154${90_000_000 + n}`
    await call(caller, 'POST', '/api/identity/phone-codes', { phone })
    const code = await codeFor(caller, phone)
    const { me } = await call<{ me: { consent: { version: string; current: boolean } } }>(
      caller,
      'POST',
      '/api/identity/phone-sessions',
      { phone, code },
    )
    if (!me.consent.current)
      await call(caller, 'POST', '/api/identity/me/consent', { version: me.consent.version, given: true })
    return caller
  }
  const newStaff = async (login: string, n: number): Promise<Caller> => {
    const caller: Caller = { site, address: addressOf(30, n), cookie: null }
    await call(caller, 'POST', '/api/identity/password-sessions', { login, password: demoPassword })
    return caller
  }
  const as = (login: string): Promise<Caller> => {
    const known = staff.get(login)
    if (known !== undefined) return known
    const fresh = newStaff(login, staff.size)
    staff.set(login, fresh)
    return fresh
  }
  return {
    /** One resident for each user. */
    resident: (user: string): Promise<Caller> => {
      const known = residents.get(user)
      if (known !== undefined) return known
      const fresh = newResident(residents.size)
      residents.set(user, fresh)
      return fresh
    },
    residents: () => [...residents.values()],
    as,
    /** Learns from the API who works where. */
    learn: async (): Promise<number> => {
      const admin = await as('admin')
      const people = await everyPage<StaffMember>(admin, '/api/identity/people?staffOnly=true&limit=200')
      seats = people.flatMap(({ login, appointments }) =>
        login === null
          ? []
          : appointments.map(({ position, organisation, scope }) => ({ login, position, organisation, scope })),
      )
      return seats.length
    },
    clerkOf: (community: string) =>
      as(seatAt((seat) => seat.position === '社区工作者' && seat.scope === community).login),
    secretaryOf: (community: string) =>
      as(seatAt((seat) => seat.position === '社区书记' && seat.scope === community).login),
    /** Somebody of the body whose scope covers one of these places. */
    handlerOf: (organisation: string, places: readonly string[]) =>
      as(
        seatAt(
          (seat) =>
            seat.organisation === organisation && handling.includes(seat.position) && places.includes(seat.scope),
        ).login,
      ),
  }
}
export type People = ReturnType<typeof peopleOf>
