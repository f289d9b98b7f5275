// A district with nothing but its name, its settings, and one administrator who does the rest.
import { hash } from '@node-rs/argon2'
import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { persons } from '../modules/identity/tables.ts'
import { ensurePositions } from '../modules/organisations/index.ts'
import { appointments, organisations } from '../modules/organisations/tables.ts'
import { places } from '../modules/places/tables.ts'
import type { Tx } from '../platform/database.ts'
import { searchVector } from '../platform/search.ts'
import { writeSettings } from './settings.ts'

/** Makes it, and returns the administrator's password: it is kept nowhere else. */
export const makeBareDistrict = async (db: Tx, name: string): Promise<{ login: string; password: string }> => {
  const [districtId, organisationId, personId] = [uuidv7(), uuidv7(), uuidv7()]
  const search = (...words: string[]) => searchVector(...words) as unknown as string
  await db
    .insert(places)
    .values({ id: districtId, districtId, kind: 'district', name, path: name, search: search(name) })
  const office = `${name}社会工作部`
  const named = { name: office, shortName: '社会工作部', search: search(office) }
  await db
    .insert(organisations)
    .values({ id: organisationId, districtId, kind: 'districtOffice', ...named, placeId: districtId })
  const positions = await ensurePositions(db, districtId)
  await writeSettings(db, districtId, uuidv7)
  const login = 'admin'
  const password = randomBytes(12).toString('base64url')
  const passwordHash = await hash(password)
  await db
    .insert(persons)
    .values({ id: personId, districtId, name: '管理员', login, passwordHash, search: search('管理员', login) })
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const positionId = positions.get('administrator')!
  const held = { id: uuidv7(), districtId, personId, positionId, organisationId, scopeId: districtId, fromOn: today }
  await db.insert(appointments).values(held)
  return { login, password }
}
