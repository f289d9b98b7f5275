// POST requests: a caller with a key reports; the case is taken in like any other, and its number is given back.
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { addToTimeline, intakeCase } from '../cases/index.ts'
import { cases } from '../cases/tables.ts'
import { placeAt, placeById, placedOf, placeOfWords } from '../places/index.ts'
import { callerOf, type KeyRow } from './callers.ts'
import type { Document } from './document.ts'
import { fault } from './faults.ts'
import { contactHash, mobileIn } from './forget-contacts.ts'
import { attributesOf, findService } from './offer.ts'
import { attributesGiven, flagOf, numberOf, textOf } from './read-arguments.ts'
import { open311Requests, type AttributeAnswer } from './tables.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
interface Location {
  readonly placeId: string
  readonly position: { readonly lon: number; readonly lat: number } | null
  readonly address: string | null
}
/** The most exact of what was given: an address id, a position, an address in words. @throws 400 */
const locate = async (cx: Cx<null>, form: URLSearchParams): Promise<Location> => {
  const lat = numberOf(form, 'lat', -90, 90)
  const lon = numberOf(form, 'long', -180, 180)
  const address = textOf(form, 'address_string', 300)
  const addressId = textOf(form, 'address_id', 60)
  if ((lat === null) !== (lon === null)) throw fault(400, 'lat and long must be given together')
  const position = lat === null || lon === null ? null : { lat, lon }
  if (addressId !== null) {
    const place = UUID.test(addressId) ? await placeById(cx.db, addressId) : null
    if (place === null || place.districtId !== cx.districtId || !place.active || place.communityId === null)
      throw fault(400, 'address_id is not known here')
    return { placeId: place.id, position, address }
  }
  if (position !== null) {
    const placeId = await placeAt(cx.db, cx.districtId, position)
    if (placeId !== null) return { placeId, position, address }
    if (address === null) throw fault(400, 'lat and long are outside this jurisdiction')
  }
  if (address === null) throw fault(400, 'a location was not provided: lat and long, address_string or address_id')
  const placeId = await placeOfWords(cx.db, cx.districtId, address)
  if (placeId === null) throw fault(400, 'address_string was not found, or names more than one place')
  return { placeId, position, address }
}
/** @throws 400 when the place is not within what the key is for */
const checkScope = async (cx: Cx<null>, key: KeyRow, placeId: string): Promise<void> => {
  const place = (await placeById(cx.db, placeId))!
  const above = Object.values(placedOf(place))
  if (placeId !== key.scopeId && !above.includes(key.scopeId))
    throw fault(400, 'the location is outside the area of this api_key')
}
const contactOf = (form: URLSearchParams) => {
  const name = [textOf(form, 'last_name', 60), textOf(form, 'first_name', 60)].filter(Boolean).join(' ')
  return {
    name: name === '' ? null : name,
    phone: textOf(form, 'phone', 40),
    email: textOf(form, 'email', 200),
    deviceId: textOf(form, 'device_id', 200),
    accountId: textOf(form, 'account_id', 200),
  }
}
const wordsOf = (description: string | null, name: string, answers: readonly AttributeAnswer[]): string =>
  [description ?? name, ...answers.map((one) => `${one.label}：${one.values.join('、')}`)].join('\n')

interface Kept {
  readonly caseId: string
  readonly key: KeyRow
  readonly answers: AttributeAnswer[]
  readonly mediaUrl: string | null
  readonly contact: ReturnType<typeof contactOf>
  readonly address: string | null
}
/** What came besides the case; gives the token. */
const keep = async (cx: Cx<null>, kept: Kept, sealing: Sealing): Promise<string> => {
  const { caseId, key, answers, mediaUrl, contact, address } = kept
  // A link of somebody else's is never fetched: staff may open it.
  if (mediaUrl !== null)
    await addToTimeline(cx, caseId, {
      step: 'open311.media',
      words: mediaUrl,
      audience: 'internal',
      organisationName: key.name,
    })
  const hasContact = Object.values(contact).some((one) => one !== null)
  const token = randomUUID()
  await cx.db.insert(open311Requests).values({
    caseId,
    districtId: cx.districtId,
    keyId: key.id,
    token,
    attributes: answers,
    contactSealed: hasContact ? sealing.seal(JSON.stringify(contact)) : null,
    contactHash: hasContact ? contactHash(sealing, contact.phone) : null,
    addressString: address,
    mediaUrl,
    requestedAt: cx.now,
  })
  return token
}
/** @throws 403, 404, 400 as GeoReport v2 names them */
export const postRequest = async (cx: Cx<null>, form: URLSearchParams, sealing: Sealing): Promise<Document> => {
  const key = await callerOf(cx, form.get('api_key'), 'mayReport')
  const { service, category } = await findService(cx, form.get('service_code'))
  const answers = attributesGiven(form, await attributesOf(cx, [service.id]))
  const description = textOf(form, 'description', 4000)
  const mediaUrl = textOf(form, 'media_url', 1000)
  const contact = contactOf(form)
  const location = await locate(cx, form)
  await checkScope(cx, key, location.placeId)
  const mobile = mobileIn(contact.phone)
  const row = await intakeCase(
    cx,
    {
      placeId: location.placeId,
      words: wordsOf(description, category.name, answers),
      categoryId: category.id,
      photos: [],
      hideName: false,
      ...(location.position === null ? {} : { position: location.position }),
      ...(location.address === null ? {} : { placeNote: location.address.slice(0, 100) }),
    },
    {
      channel: 'openApi',
      reporterId: null,
      filedBy: null,
      behalf:
        contact.name === null && mobile === null
          ? null
          : { name: contact.name ?? '接口反映人', phoneSealed: mobile === null ? null : sealing.seal(mobile) },
      organisationName: key.name,
    },
  )
  const token = await keep(cx, { caseId: row.id, key, answers, mediaUrl, contact, address: location.address }, sealing)
  return {
    root: 'service_requests',
    value: [
      {
        service_request_id: String(row.number),
        service_notice: null,
        account_id: contact.accountId,
        // Only who asks for extensions gets both: the specification has a request answered by one of the two.
        ...(flagOf(form, 'extensions') ? { extended_attributes: { token } } : {}),
      },
    ],
  }
}
/** The number behind a token. @throws 404 */
export const requestOfToken = async (cx: Cx<null>, token: string): Promise<Document> => {
  const [row] = UUID.test(token)
    ? await cx.db
        .select({ number: cases.number })
        .from(open311Requests)
        .innerJoin(cases, eq(cases.id, open311Requests.caseId))
        .where(eq(open311Requests.token, token))
    : []
  if (row === undefined) throw fault(404, `token ${token.slice(0, 60)} was not found`)
  return { root: 'service_requests', value: [{ service_request_id: String(row.number), token }] }
}
