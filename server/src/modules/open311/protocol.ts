// GeoReport v2: which resource in which format is meant, and how the protocol says that something went wrong.
import type { Problem } from '../../../../contract/src/refusal.ts'
import type { Cx } from '../../platform/cx.ts'
import type { RawAnswer, RawRequest, RawRoutes } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { checkJurisdiction } from './callers.ts'
import { written, type Document, type Format } from './document.ts'
import { fault } from './faults.ts'
import { getRequest, getRequests } from './get-requests.ts'
import { discovery, serviceDefinition, serviceList } from './offer.ts'
import { postRequest, requestOfToken } from './post-request.ts'
import { getUpdates, postUpdate } from './updates.ts'

/** XML is the format every caller must be able to read: it is what an address without a format gets. */
const formatOf = (path: string): { resource: string; format: Format | null } => {
  const match = /^(.*)\.([a-z]{1,10})$/i.exec(path)
  if (match === null) return { resource: path, format: 'xml' }
  const named = match[2]!.toLowerCase()
  return { resource: match[1]!, format: named === 'xml' || named === 'json' ? named : null }
}
const idIn = (resource: string, collection: string): string | null => {
  if (!resource.startsWith(`${collection}/`)) return null
  const id = resource.slice(collection.length + 1)
  return id === '' || id.includes('/') ? null : id
}
const read = async (cx: Cx<null>, parts: Parts, resource: string, query: URLSearchParams): Promise<Document> => {
  const site = parts.config.publicUrl ?? cx.origin.site
  if (resource === 'discovery') return discovery(cx, site)
  await checkJurisdiction(cx, query.get('jurisdiction_id'))
  if (resource === 'services') return serviceList(cx)
  if (resource === 'requests') return getRequests(cx, query, site)
  if (resource === 'servicerequestupdates') return getUpdates(cx, query)
  const [service, request, token] = ['services', 'requests', 'tokens'].map((one) => idIn(resource, one))
  if (service) return serviceDefinition(cx, service)
  if (request) return getRequest(cx, request, query, site)
  if (token) return requestOfToken(cx, token)
  throw fault(404, 'no such resource')
}
const write = async (cx: Cx<null>, parts: Parts, resource: string, form: URLSearchParams): Promise<Document> => {
  if (resource !== 'requests' && resource !== 'servicerequestupdates') throw fault(404, 'no such resource')
  await checkJurisdiction(cx, form.get('jurisdiction_id'))
  return resource === 'requests' ? postRequest(cx, form, parts.sealing) : postUpdate(cx, form)
}
const said = (problem: Problem): string =>
  problem.code.startsWith('open311.') ? (problem.fields?.[0]?.message ?? problem.title) : problem.title

export const geoReport = (parts: Parts): RawRoutes => ({
  prefix: '/open311/v2',
  handle: async (cx, request: RawRequest): Promise<RawAnswer> => {
    const { resource, format } = formatOf(request.path)
    if (format === null) throw fault(404, 'this format is not served: use .xml or .json')
    // Arguments of a POST may stand in its address too; those of the form outweigh them.
    const form = new URLSearchParams([...request.form, ...request.query])
    return written(
      request.method === 'POST'
        ? await write(cx, parts, resource, form)
        : await read(cx, parts, resource, request.query),
      format,
    )
  },
  fail: (problem, request) =>
    written(
      { root: 'errors', value: [{ code: problem.status, description: said(problem) }] },
      formatOf(request.path).format ?? 'xml',
      problem.status,
    ),
})
