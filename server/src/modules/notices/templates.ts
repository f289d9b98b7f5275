// The district's wordings: one per event and audience, the default where none was stored.
import { eq } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { noticesApi } from '../../../../contract/src/notices.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { defaultTemplates, exampleFields, type DefaultTemplate } from './default-templates.ts'
import { messageTemplates } from './tables.ts'
import { fillIn, unknownFields } from './template-words.ts'

type TemplateView = OutOf<(typeof noticesApi)['GET /api/notices/templates']>[number]
type Wording = { readonly title: string; readonly body: string }

/** The same id in every life of the row, so that a default can be edited before it is stored. */
const templateId = (districtId: string, template: DefaultTemplate): string => {
  const hex = createHash('sha256').update(`${districtId} ${template.event} ${template.audience}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
const rowOf = (districtId: string, template: DefaultTemplate) => ({
  id: templateId(districtId, template),
  districtId,
  event: template.event,
  audience: template.audience,
  ...template.zh,
  sms: template.sms,
})
const viewOf = (template: DefaultTemplate, row: Wording & { id: string; sms: boolean }): TemplateView => ({
  id: row.id,
  event: template.event,
  audience: template.audience,
  title: row.title,
  body: row.body,
  sms: row.sms,
  fields: [...template.fields],
})
/** All templates, in the order of the defaults. */
export const listTemplates = async (cx: Cx): Promise<TemplateView[]> => {
  const rows = await cx.db.select().from(messageTemplates).where(eq(messageTemplates.districtId, cx.districtId))
  const byKey = new Map(rows.map((row) => [`${row.event} ${row.audience}`, row]))
  return defaultTemplates.map((template) =>
    viewOf(template, byKey.get(`${template.event} ${template.audience}`) ?? rowOf(cx.districtId, template)),
  )
}
const findTemplate = async (cx: Cx, id: string) => {
  const all = await listTemplates(cx)
  const view = all.find((one) => one.id === id)
  const template =
    view === undefined
      ? undefined
      : defaultTemplates.find((one) => one.event === view.event && one.audience === view.audience)
  if (view === undefined || template === undefined) throw refuse('template.not-found')
  return { view, template }
}
const checkFields = (template: DefaultTemplate, wording: Wording) => {
  const fields = (['title', 'body'] as const).flatMap((path) =>
    unknownFields(wording[path], template.fields).map((name) => ({ path, message: `{${name}}` })),
  )
  if (fields.length > 0) throw refuse('template.unknown-field', { fields })
}
/** @throws template.not-found, template.unknown-field */
export const editTemplate = async (cx: Cx, id: string, input: Wording & { sms: boolean }): Promise<TemplateView> => {
  const { view, template } = await findTemplate(cx, id)
  checkFields(template, input)
  const { title, body, sms } = input
  await cx.db
    .insert(messageTemplates)
    .values({ ...rowOf(cx.districtId, template), id, title, body, sms })
    .onConflictDoUpdate({
      target: [messageTemplates.districtId, messageTemplates.event, messageTemplates.audience],
      set: { title, body, sms },
    })
  await cx.journal({
    action: 'template.edit',
    sentence: `改了通知模板 ${template.event}`,
    thing: { kind: 'template', id },
    before: { title: view.title, body: view.body, sms: view.sms },
    after: { title, body, sms },
  })
  return viewOf(template, { id, title, body, sms })
}
/** @throws template.not-found, template.unknown-field */
export const previewTemplate = async (
  cx: Cx,
  id: string,
  wording: Wording,
): Promise<{ title: string; body: string }> => {
  const { template } = await findTemplate(cx, id)
  checkFields(template, wording)
  return { title: fillIn(wording.title, exampleFields), body: fillIn(wording.body, exampleFields) }
}
