// Which categories are services of the open interface, and what callers must say with a request.
import { and, asc, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { OutOf, ParsedBody } from '../../../../contract/src/endpoint.ts'
import { isList } from '../../../../contract/src/open311-kinds.ts'
import type { open311Api } from '../../../../contract/src/open311.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { orDuplicate } from '../../platform/unique.ts'
import { categories } from '../cases/tables.ts'
import { open311Attributes, open311Services } from './tables.ts'

type ServiceView = OutOf<(typeof open311Api)['PUT /api/open311/services/:id']>
type NewService = ParsedBody<(typeof open311Api)['PUT /api/open311/services/:id']>

/** Every category in use, whether it is a service or not. */
export const listServices = async (cx: Cx): Promise<ServiceView[]> => {
  const rows = await cx.db
    .select({ category: categories, service: open311Services })
    .from(categories)
    .leftJoin(open311Services, eq(open311Services.categoryId, categories.id))
    .where(and(eq(categories.districtId, cx.districtId), eq(categories.active, true)))
    .orderBy(asc(categories.sort), asc(categories.name))
  const attributes = await cx.db
    .select({ attribute: open311Attributes })
    .from(open311Attributes)
    .innerJoin(open311Services, eq(open311Services.id, open311Attributes.serviceId))
    .where(eq(open311Services.districtId, cx.districtId))
    .orderBy(asc(open311Attributes.sort))
  return rows.map(({ category, service }) => ({
    category: { id: category.id, name: category.name },
    code: service?.code ?? null,
    description: service?.description ?? '',
    keywords: service?.keywords ?? category.keywords.join(','),
    isOpen: service?.isOpen ?? false,
    attributes: attributes
      .filter(({ attribute }) => attribute.serviceId === service?.id)
      .map(({ attribute }) => ({
        code: attribute.code,
        variable: attribute.variable,
        datatype: attribute.datatype,
        required: attribute.required,
        description: attribute.description,
        datatypeDescription: attribute.datatypeDescription,
        choices: attribute.choices.map((choice) => ({ ...choice })),
      })),
  }))
}
const check = (input: NewService): void => {
  const codes = input.attributes.map((one) => one.code)
  const isAmiss = input.attributes.some(
    (one) =>
      (isList(one.datatype) && one.choices.length === 0) ||
      new Set(one.choices.map((choice) => choice.key)).size !== one.choices.length,
  )
  if (isAmiss || new Set(codes).size !== codes.length) throw refuse('open311.choices')
}
/** @throws category.not-found, open311.choices, open311.code-taken */
export const setService = async (cx: Cx, categoryId: string, input: NewService): Promise<ServiceView> => {
  const [category] = await cx.db
    .select()
    .from(categories)
    .where(and(eq(categories.id, categoryId), eq(categories.districtId, cx.districtId), eq(categories.active, true)))
    .for('update')
  if (category === undefined) throw refuse('category.not-found')
  check(input)
  const values = {
    code: input.code,
    description: input.description,
    keywords: input.keywords,
    isOpen: input.isOpen,
    sort: category.sort,
  }
  const [service] = await orDuplicate(
    cx.db
      .insert(open311Services)
      .values({ id: uuidv7(), districtId: cx.districtId, categoryId, ...values })
      .onConflictDoUpdate({ target: open311Services.categoryId, set: values })
      .returning({ id: open311Services.id }),
    'open311_services_district_id_code_key',
    'open311.code-taken',
  )
  await cx.db.delete(open311Attributes).where(eq(open311Attributes.serviceId, service!.id))
  if (input.attributes.length > 0)
    await cx.db.insert(open311Attributes).values(
      input.attributes.map((one, sort) => ({
        id: uuidv7(),
        serviceId: service!.id,
        sort,
        ...one,
        // Only a list has choices.
        choices: isList(one.datatype) ? one.choices : [],
      })),
    )
  await cx.journal({
    action: 'open311.service',
    sentence: `设置了接口服务：${category.name}`,
    thing: { kind: 'category', id: categoryId },
    after: { ...values, attributes: input.attributes.length },
  })
  return (await listServices(cx)).find((one) => one.category.id === categoryId)!
}
