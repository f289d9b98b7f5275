// Every route × every default position, a resident and nobody × inside and outside their area.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { apiEntries } from '../../contract/src/all.ts'
import type { Endpoint, EndpointKey } from '../../contract/src/endpoint.ts'
import { defaultPositions } from '../../contract/src/organisations-positions.ts'
import { type Area, type Caller, districtArea, makeArea, makeOtherDistrict } from './support/areas.ts'
import { ask, type Asked } from './support/ask.ts'
import { examples, type Example } from './support/contract-examples.ts'
import { testApp } from './support/test-app.ts'

// No worker: what is in the journal was written by the request.
const app = await testApp({ LINLI_ROLES: 'web' })
const { district } = app
const { organisations } = district
const inside = await districtArea(app)
const outside = await makeArea(app, district.id, district.streetB, district.categories.light)
const otherDistrict = await makeOtherDistrict(app)

interface Role extends Caller {
  readonly name: string
  readonly permissions: readonly string[]
  /** Sees the whole district: only another district is outside. */
  readonly everywhere: boolean
}
/** Where the holder of each default position is appointed: always around unit1. */
const appointedAt: Record<string, { organisation: string; scope: string }> = {
  administrator: { organisation: organisations.office, scope: district.id },
  districtOfficer: { organisation: organisations.office, scope: district.id },
  streetOfficer: { organisation: organisations.streetA, scope: district.streetA },
  communitySecretary: { organisation: organisations.communityA1, scope: district.communityA1 },
  communityClerk: { organisation: organisations.communityA1, scope: district.communityA1 },
  gridLead: { organisation: organisations.communityA1, scope: district.grid1 },
  gridWorker: { organisation: organisations.communityA1, scope: district.grid1 },
  buildingLead: { organisation: organisations.communityA1, scope: district.building1 },
  unitLead: { organisation: organisations.communityA1, scope: district.unit1 },
  steward: { organisation: organisations.property1, scope: district.estate1 },
  propertyManager: { organisation: organisations.property1, scope: district.estate1 },
  propertyWorker: { organisation: organisations.property1, scope: district.estate1 },
  departmentOfficer: { organisation: organisations.department, scope: district.streetA },
  ownersCommitteeMember: { organisation: organisations.communityA1, scope: district.estate1 },
  partTimeMember: { organisation: organisations.communityA1, scope: district.communityA1 },
  qualitySupervisor: { organisation: organisations.property1, scope: district.estate1 },
  partyAdviser: { organisation: organisations.property1, scope: district.estate1 },
  unitContact: { organisation: organisations.department, scope: district.communityA1 },
  enforcementOfficer: { organisation: organisations.department, scope: district.streetA },
  mediator: { organisation: organisations.communityA1, scope: district.communityA1 },
}
const roles: Role[] = []
for (const position of defaultPositions) {
  const at = appointedAt[position.code]
  assert.ok(at, `the matrix does not know the position ${position.code}`)
  const { id } = await app.makePerson(position.zh)
  await app.appoint(id, position.code, at.organisation, at.scope)
  roles.push({
    name: position.code,
    personId: id,
    organisationId: at.organisation,
    serves: [district.communityA1],
    reports: false,
    permissions: position.permissions,
    everywhere: at.scope === district.id,
  })
}
roles.push({
  name: 'resident',
  personId: (await app.makeResident('居民')).id,
  organisationId: null,
  serves: [],
  reports: true,
  permissions: [],
  everywhere: false,
})

const holds = (role: Role, endpoint: Endpoint) =>
  endpoint.permission === 'anyone' ||
  endpoint.permission === 'signed-in' ||
  role.permissions.includes(endpoint.permission)
/** These end the session, or the person: they are done by somebody made for it. */
const fatal = new Set<string>([
  'DELETE /api/identity/session',
  'POST /api/identity/me/erasure',
  'POST /api/identity/me/consent',
  'POST /api/identity/me/password',
  'POST /api/identity/me/totp',
  'PATCH /api/identity/me',
])
const cookies = new Map<string, string>()
const cookieOf = async (role: Role, key: string): Promise<string> => {
  if (fatal.has(key)) return app.signIn(key.includes('session') ? role.personId : (await app.makePerson('临时的人')).id)
  const known = cookies.get(role.name)
  if (known !== undefined) return known
  const cookie = await app.signIn(role.personId)
  cookies.set(role.name, cookie)
  return cookie
}
const say = (role: Role, answer: Asked) =>
  `${role.name}: ${answer.status} ${answer.code ?? ''} ${answer.text.slice(0, 300)}`
const stranger: Caller = { personId: await inside.person(), organisationId: null, serves: [], reports: false }

/** A refusal, or an answer that shows nothing of the area and changes nothing. */
const isRefused = (answer: Asked, example: Example, area: Area, sent: string): boolean => {
  if (answer.status === 403 || answer.status === 404) return answer.code !== 'http.not-found'
  if (answer.status !== 200) return false
  if (example.harmless) return example.harmless(JSON.parse(answer.text))
  return (
    (example.about === 'list' || example.about === 'district') &&
    [...area.ids].every((id) => sent.includes(id) || !answer.text.includes(id))
  )
}
const asOutsider = async (role: Role, key: EndpointKey, endpoint: Endpoint, example: Example) => {
  const areas =
    example.about === 'own'
      ? [inside]
      : example.about === 'district' || role.everywhere
        ? [otherDistrict]
        : [outside, otherDistrict]
  for (const area of areas) {
    const input = await example.input(area, stranger)
    const before = endpoint.journal === null ? null : await entries()
    const answer = await ask(app, await cookieOf(role, key), key, input)
    assert.ok(isRefused(answer, example, area, JSON.stringify(input)), `outside, ${say(role, answer)}`)
    if (before !== null) assert.deepEqual(await entries(), before, `outside, ${role.name}: the journal grew`)
  }
}
const entries = () => app.sql('select max(id) from journal')

describe('every route, for every position, inside and outside', { concurrency: 1 }, () => {
  for (const [key, endpoint] of apiEntries) {
    test(key, async () => {
      const example = examples[key as keyof typeof examples]
      assert.ok(example, `${key} has no example in support/contract-examples.ts`)
      const common = await example.input(inside, stranger)
      const unknown = await ask(app, null, key, common)
      if (endpoint.permission === 'anyone') assert.notEqual(unknown.code, 'identity.not-signed-in')
      else assert.deepEqual([unknown.status, unknown.code], [401, 'identity.not-signed-in'], unknown.text)
      let done = 0
      for (const role of roles) {
        if (!holds(role, endpoint)) {
          const answer = await ask(app, await cookieOf(role, key), key, common)
          assert.deepEqual([answer.status, answer.code], [403, 'access.not-allowed'], say(role, answer))
          continue
        }
        const answer = await ask(app, await cookieOf(role, key), key, await example.input(inside, role))
        assert.ok(
          answer.status < 500 && answer.code !== 'http.not-found' && answer.code !== 'http.bad-input',
          `inside, ${say(role, answer)}`,
        )
        assert.ok(answer.code !== 'identity.not-signed-in', `inside, ${say(role, answer)}`)
        if (answer.code === 'access.out-of-scope') assert.ok(endpoint.permission !== 'anyone', say(role, answer))
        if (answer.status === 200) done++
        if (example.about !== 'none' && endpoint.permission !== 'anyone') await asOutsider(role, key, endpoint, example)
      }
      if (endpoint.permission === 'anyone' && unknown.status === 200) done++
      assert.equal(
        done > 0,
        example.neverDone === undefined,
        `answered 200 to ${done} roles inside: ${example.neverDone ?? 'somebody should succeed'}`,
      )
    })
  }
})

describe('the server and the contract know the same routes', () => {
  /** What is served beside the contract. */
  const beside = [/^GET \/api\/health$/, /^GET \/api\/docs(\/|$)/]
  test('every route of the contract is served', () => {
    const missing = apiEntries
      .filter(([key]) => !app.server.hasRoute({ method: key.split(' ')[0] as 'GET', url: key.split(' ')[1]! }))
      .map(([key]) => key)
    assert.deepEqual(missing, [])
  })
  test('every served route is in the contract', () => {
    const known = new Set<string>(apiEntries.map(([key]) => key))
    const strange = servedRoutes(app.server.printRoutes({ commonPrefix: false })).filter(
      (names) => !names.some((key) => known.has(key) || beside.some((one) => one.test(key))),
    )
    assert.deepEqual(strange, [])
  })
})
/** Routes that differ only in a parameter's name share a piece, printed as `:id|:code`. */
const namesOf = (path: string): string[] =>
  path
    .split('/')
    .reduce<string[]>((paths, piece) => piece.split('|').flatMap((name) => paths.map((one) => `${one}/${name}`)), [''])
    .map((name) => name.slice(1))
/** Fastify prints a tree; each line is a piece of a path, with its methods where a route ends. */
const servedRoutes = (tree: string): string[][] => {
  const found: string[][] = []
  const stack: string[] = []
  for (const line of tree.split('\n')) {
    const match = /^((?:[│ ] {3})*)(?:├── |└── )(.*?)(?: \(([A-Z, ]+)\))?$/u.exec(line)
    if (match === null) continue
    const depth = match[1]!.length / 4
    stack.length = depth
    stack.push(match[2]!)
    const path = stack.join('')
    for (const method of match[3]?.split(', ') ?? [])
      if (path.startsWith('/api') && method !== 'HEAD' && method !== 'OPTIONS')
        found.push(namesOf(path).map((name) => `${method} ${name}`))
  }
  assert.ok(found.length > 50, `only ${found.length} routes were read from the printed tree`)
  return found
}
after(() => cookies.clear())
