// What the tests of the open interface share: an app with services, a key, and callers who speak the protocol.
import { createRequire } from 'node:module'
import type { TestApp } from './test-app.ts'

/** A parser of its own making, not ours: it judges what we write. It comes with the spreadsheet library. */
interface Sax {
  on(event: string, listen: (value: never) => void): void
  write(text: string): Sax
  close(): void
}
const fromExcel = createRequire(createRequire(import.meta.url).resolve('exceljs'))
const { SaxesParser } = fromExcel('saxes') as { SaxesParser: new () => Sax }
export interface Node {
  readonly name: string
  readonly children: Node[]
  text: string
}
/** Strict: anything that is not well-formed throws. */
export const parseXml = (xml: string): Node => {
  const root: Node = { name: '', children: [], text: '' }
  const stack = [root]
  const parser = new SaxesParser()
  parser.on('error', (error: never) => {
    throw error as Error
  })
  parser.on('opentag', (tag: never) => {
    const node: Node = { name: (tag as { name: string }).name, children: [], text: '' }
    stack.at(-1)!.children.push(node)
    stack.push(node)
  })
  parser.on('closetag', () => void stack.pop())
  parser.on('text', (text: never) => void (stack.at(-1)!.text += text as string))
  parser.write(xml).close()
  if (root.children.length !== 1) throw new Error('no single root')
  return root.children[0]!
}
const lists: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  service_request_updates: 'request_update',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
  photos: 'photo',
}
/** XML as the JSON of the Spark convention, all values as text: written here anew, from the specification. */
export const asJson = (node: Node): unknown => {
  if (lists[node.name] !== undefined) {
    if (node.children.some((child) => child.name !== lists[node.name])) throw new Error(`a stranger in ${node.name}`)
    return node.children.map(asJson)
  }
  if (node.children.length > 0) return Object.fromEntries(node.children.map((child) => [child.name, asJson(child)]))
  return node.text === '' ? null : node.text
}
/** JSON with every value as text, so that both formats can be compared. */
export const asText = (value: unknown): unknown => {
  if (value === null || typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(asText)
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asText(part)]))
  return String(value)
}
export interface Said {
  readonly status: number
  readonly type: string
  readonly text: string
  // oxlint-disable-next-line no-explicit-any -- an answer is looked into by tests only
  readonly json: any
}
export const open311 = (app: TestApp) => {
  const ask = async (url: string, headers: Record<string, string> = {}): Promise<Said> => {
    const answer = await app.server.inject({ method: 'GET', url: `/open311/v2/${url}`, headers })
    const type = String(answer.headers['content-type'])
    return {
      status: answer.statusCode,
      type,
      text: answer.body,
      json: type.startsWith('application/json') ? JSON.parse(answer.body) : null,
    }
  }
  const post = async (
    resource: string,
    fields: Record<string, string> | [string, string][],
    headers: Record<string, string> = {},
  ): Promise<Said> => {
    const answer = await app.server.inject({
      method: 'POST',
      url: `/open311/v2/${resource}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', ...headers },
      payload: new URLSearchParams(fields).toString(),
    })
    const type = String(answer.headers['content-type'])
    return {
      status: answer.statusCode,
      type,
      text: answer.body,
      json: type.startsWith('application/json') ? JSON.parse(answer.body) : null,
    }
  }
  return { ask, post }
}
/** An administrator, two services, a key for the whole district, and estates with homes enough to be named. */
export const openInterface = async (app: TestApp) => {
  const { district } = app
  const admin = await app.makeStaff('系统管理员', 'administrator', district.organisations.office, district.id)
  const setService = async (categoryId: string, body: object) => {
    const answer = await app.call(admin.cookie, `PUT /api/open311/services/${categoryId}`, { body })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return answer.body
  }
  await setService(district.categories.light, {
    code: 'LIGHT',
    description: '路灯不亮 <夜里> & 灯杆损坏',
    keywords: '路灯, 灯',
    isOpen: true,
    attributes: [
      { code: 'POLE', variable: true, datatype: 'string', required: true, description: '灯杆编号' },
      {
        code: 'COLOUR',
        variable: true,
        datatype: 'multivaluelist',
        required: false,
        description: '颜色',
        datatypeDescription: '可多选',
        choices: [
          { key: 'w', name: '白' },
          { key: 'y', name: '黄' },
        ],
      },
      { code: 'HEIGHT', variable: true, datatype: 'number', required: false, description: '高度（米）' },
      { code: 'SINCE', variable: true, datatype: 'datetime', required: false, description: '何时起' },
      {
        code: 'SIDE',
        variable: true,
        datatype: 'singlevaluelist',
        required: false,
        description: '哪一边',
        choices: [{ key: 'n', name: '北' }],
      },
      { code: 'HINT', variable: false, datatype: 'text', required: false, description: '请不要触碰灯杆' },
    ],
  })
  await setService(district.categories.leak, { code: 'LEAK', description: '漏水渗水', isOpen: true })
  const issue = async (body: object = {}) => {
    const answer = await app.call(admin.cookie, 'POST /api/open311/keys', {
      body: { name: '市民热线', scopeId: district.id, mayReport: true, mayUpdate: true, ...body },
    })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return answer.body as { id: string; key: string }
  }
  for (let i = 0; i < 20; i++) await app.addPlace('home', `7${i}`, district.unit2)
  await app.sql('update places set lon = 119.70, lat = 30.20 where id = $1', [district.estate1])
  await app.sql('update places set lon = 119.701, lat = 30.201 where id = $1', [district.building1])
  await app.sql("update places set search = array_to_tsvector('{幸福,福里,里小,小区}'::text[]) where id = $1", [
    district.estate1,
  ])
  return { admin, issue, setService, ...(await issue()) }
}
