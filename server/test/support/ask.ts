// Sends an example input of a route of the contract through the real app.
import { randomUUID } from 'node:crypto'
import type { EndpointKey } from '../../../contract/src/endpoint.ts'
import type { ExampleInput } from './contract-examples.ts'
import type { TestApp } from './test-app.ts'

/** The smallest picture a decoder takes. */
export const tinyPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

export interface Asked {
  readonly status: number
  readonly type: string
  readonly text: string
  /** The code of a refusal. */
  readonly code: string | null
}
export const urlOf = (key: string, input: ExampleInput): string => {
  const path = key
    .slice(key.indexOf(' ') + 1)
    .replace(/:([a-z]+)/gi, (_, name: string) => encodeURIComponent((input.params?.[name] ?? '').toWellFormed()))
  const query = new URLSearchParams(input.query).toString()
  return query === '' ? path : `${path}?${query}`
}
export const formOf = (fields: Readonly<Record<string, string>>, file: Buffer, name = 'a.png', type = 'image/png') => {
  const boundary = 'linli-test-boundary'
  const parts = Object.entries(fields).map(
    ([key, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  )
  const payload = Buffer.concat([
    Buffer.from(
      `${parts.join('')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`,
    ),
    file,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return { payload, type: `multipart/form-data; boundary=${boundary}` }
}
/** A stream of events is left as soon as its head is there. */
export const ask = async (
  app: TestApp,
  cookie: string | null,
  key: EndpointKey,
  input: ExampleInput,
  headers: Readonly<Record<string, string>> = {},
): Promise<Asked> => {
  const method = key.slice(0, key.indexOf(' ')) as 'GET'
  const form = input.form === undefined ? null : formOf(input.form, tinyPng)
  const isStream = key === 'GET /api/notices/stream'
  const answer = await app.server.inject({
    method,
    url: urlOf(key, input),
    headers: {
      'x-linli': '1',
      ...(cookie === null ? {} : { cookie }),
      ...(method === ('POST' as string) ? { 'idempotency-key': randomUUID() } : {}),
      ...(form
        ? { 'content-type': form.type }
        : input.body === undefined
          ? {}
          : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(form ? { payload: form.payload } : input.body === undefined ? {} : { payload: JSON.stringify(input.body) }),
    ...(isStream ? { payloadAsStream: true } : {}),
  })
  const type = String(answer.headers['content-type'] ?? '')
  if (isStream && type.startsWith('text/event-stream')) {
    answer.stream().destroy()
    return { status: answer.statusCode, type, text: '', code: null }
  }
  const text = isStream ? (await answer.stream().toArray()).join('') : answer.body
  const code = type.startsWith('application/problem+json') ? (JSON.parse(text) as { code: string }).code : null
  return { status: answer.statusCode, type, text, code }
}
