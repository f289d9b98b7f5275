// One request of somebody signed in, as the front ends send it: guard header, and a key of its own for a change.
import { randomUUID } from 'node:crypto'
import http from 'node:http'

export interface Answer {
  readonly status: number
  readonly text: string
}
export const sendAs = (
  agent: http.Agent,
  port: number,
  method: string,
  path: string,
  token: string,
  body?: object,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const request = http.request(
      {
        agent,
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: {
          cookie: `linli_session=${token}`,
          'x-linli': '1',
          ...(text === undefined
            ? {}
            : {
                'content-type': 'application/json',
                'idempotency-key': randomUUID(),
                'content-length': Buffer.byteLength(text),
              }),
        },
      },
      (answer) => {
        let all = ''
        answer.setEncoding('utf8').on('data', (part: string) => (all += part))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: all }))
      },
    )
    request.on('error', reject)
    request.end(text)
  })
