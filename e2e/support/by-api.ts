// Steps that a journey needs but does not look at: taken through the API, as the person signed in on that page.
import { expect, type Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { demoPassword, signInOf, type DemoRole } from '../../server/src/demo/sign-ins.ts'

export const get = async <T>(page: Page, path: string): Promise<T> => {
  const answer = await page.request.get(path)
  expect(answer.status(), `GET ${path}: ${await answer.text()}`).toBe(200)
  return (await answer.json()) as T
}
/** A change as the front ends send it: with the guard header, and a key of its own. */
export const post = async <T>(page: Page, path: string, data: object): Promise<T> => {
  const headers = { 'x-linli': '1', 'idempotency-key': randomUUID() }
  const answer = await page.request.post(path, { headers, data })
  expect(answer.status(), `POST ${path}: ${await answer.text()}`).toBe(200)
  return (await answer.json()) as T
}
/** Signs in without the screen: the session cookie belongs to the page's context. */
export const signInQuietly = async (page: Page, role: DemoRole): Promise<void> => {
  await post(page, '/api/identity/password-sessions', { login: signInOf(role).login, password: demoPassword })
}
/** A photo that the person signed in on that page has sent. */
export const photoOf = async (page: Page): Promise<string> => {
  const buffer = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#ffe9a8' } })
    .jpeg()
    .toBuffer()
  const answer = await page.request.post('/api/files', {
    headers: { 'x-linli': '1', 'idempotency-key': randomUUID() },
    multipart: { kind: 'photo', file: { name: 'done.jpg', mimeType: 'image/jpeg', buffer } },
  })
  expect(answer.status(), await answer.text()).toBe(200)
  return ((await answer.json()) as { id: string }).id
}
interface CaseView {
  id: string
  number: string
  state: string
  proposal: { organisation: { id: string } | null } | null
}
interface People {
  readonly resident: Page
  readonly clerk: Page
  readonly worker: Page
  readonly secretary: Page
}
/** A case of the demo resident at home, carried as far as “closed”. */
export const closedCase = async (people: People, words: string): Promise<CaseView> => {
  const { home } = await get<{ home: { id: string } }>(people.resident, '/api/places/my-neighbourhood')
  const { id } = await post<CaseView>(people.resident, '/api/cases', { placeId: home.id, words })
  const step = (page: Page, name: string, body: object) => post<CaseView>(page, `/api/cases/${id}/${name}`, body)
  const { proposal } = await get<CaseView>(people.clerk, `/api/cases/${id}`)
  await step(people.clerk, 'dispatch', { organisationId: proposal?.organisation?.id })
  await step(people.worker, 'takeUp', {})
  await step(people.worker, 'requestClosure', { words: '换了新的', photos: [await photoOf(people.worker)] })
  return step(people.secretary, 'close', { words: '到现场看过' })
}
/** A case of the demo resident at home. */
export const reportedCase = async (resident: Page, words: string): Promise<CaseView> => {
  const { home } = await get<{ home: { id: string } }>(resident, '/api/places/my-neighbourhood')
  return post<CaseView>(resident, '/api/cases', { placeId: home.id, words })
}
