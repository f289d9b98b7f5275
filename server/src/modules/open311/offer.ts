// What is offered: discovery, the list of services, the definition of one.
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { caseKinds } from '../../../../contract/src/cases-kinds.ts'
import { categories } from '../cases/tables.ts'
import { placeById } from '../places/index.ts'
import type { Document } from './document.ts'
import { fault } from './faults.ts'
import { open311Attributes, open311Services } from './tables.ts'

export type ServiceRow = typeof open311Services.$inferSelect
export type AttributeRow = typeof open311Attributes.$inferSelect
export interface Offered {
  readonly service: ServiceRow
  readonly category: typeof categories.$inferSelect
}
/** Services that are open, of categories that are in use. */
export const offeredServices = (cx: Cx<null>): Promise<Offered[]> =>
  cx.db
    .select({ service: open311Services, category: categories })
    .from(open311Services)
    .innerJoin(categories, eq(categories.id, open311Services.categoryId))
    .where(
      and(eq(open311Services.districtId, cx.districtId), eq(open311Services.isOpen, true), eq(categories.active, true)),
    )
    .orderBy(asc(open311Services.sort), asc(open311Services.code))
export const attributesOf = (cx: Cx<null>, serviceIds: readonly string[]): Promise<AttributeRow[]> =>
  serviceIds.length === 0
    ? Promise.resolve([])
    : cx.db
        .select()
        .from(open311Attributes)
        .where(inArray(open311Attributes.serviceId, [...serviceIds]))
        .orderBy(asc(open311Attributes.sort))
/** @throws 400 when none is named, 404 when there is none */
export const findService = async (cx: Cx<null>, code: string | null): Promise<Offered> => {
  if (code === null || code.trim() === '') throw fault(400, 'service_code was not provided')
  const found = (await offeredServices(cx)).find((one) => one.service.code === code.trim())
  if (found === undefined) throw fault(404, `service_code ${code.slice(0, 60)} was not found`)
  return found
}
/** `site`: how callers reach us. */
export const discovery = async (cx: Cx<null>, site: string): Promise<Document> => {
  const district = await placeById(cx.db, cx.districtId)
  return {
    root: 'discovery',
    value: {
      changeset: '2026-11-21T00:00:00Z',
      contact: `${district?.name ?? ''} ${site}`.trim(),
      key_service: `Keys are issued by the district's administrator (${site}/console/).`,
      endpoints: [
        {
          specification: 'http://wiki.open311.org/GeoReport_v2',
          url: `${site}/open311/v2`,
          changeset: '2026-11-21T00:00:00Z',
          type: 'production',
          formats: ['text/xml', 'application/json'],
        },
      ],
    },
  }
}
export const serviceList = async (cx: Cx<null>): Promise<Document> => {
  const offered = await offeredServices(cx)
  const attributes = await attributesOf(
    cx,
    offered.map((one) => one.service.id),
  )
  const withMore = new Set(attributes.map((one) => one.serviceId))
  return {
    root: 'services',
    value: offered.map(({ service, category }) => ({
      service_code: service.code,
      service_name: category.name,
      description: service.description,
      metadata: withMore.has(service.id),
      type: 'realtime',
      keywords: service.keywords,
      group: caseKinds[category.kind].zh,
    })),
  }
}
export const serviceDefinition = async (cx: Cx<null>, code: string): Promise<Document> => {
  const { service } = await findService(cx, code)
  const attributes = await attributesOf(cx, [service.id])
  return {
    root: 'service_definition',
    value: {
      service_code: service.code,
      attributes: attributes.map((one, place) => ({
        variable: one.variable,
        code: one.code,
        datatype: one.datatype,
        required: one.required,
        datatype_description: one.datatypeDescription,
        order: place + 1,
        description: one.description,
        ...(one.choices.length === 0
          ? {}
          : { values: one.choices.map((choice) => ({ key: choice.key, name: choice.name })) }),
      })),
    },
  }
}
