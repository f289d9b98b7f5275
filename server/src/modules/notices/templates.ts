// The district's wordings: one per event and audience, in both languages, the default where none was stored.
import { eq } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { noticesApi } from '../../../../contract/src/notices.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { defaultTemplates, exampleFields, type DefaultTemplate } from './default-templates.ts'
import { messageTemplates } from './tables.ts'
import { fillIn, unknownFields } from './template-words.ts'
import { wordingInForce, type Wording } from './wording-in-force.ts'

type TemplateView = OutOf<(typeof noticesApi)['GET /api/notices/templates']>[number]
type TemplateRow = typeof messageTemplates.$inferSelect
/** Without English it stays as it is. */
type Edit = Wording & { readonly en?: Wording | undefined }

/** The same id in every life of the row, so that a default can be edited before it is stored. */
const templateId = (districtId: string, template: DefaultTemplate): string => {
  const hex = createHash('sha256').update(`${districtId} ${template.event} ${template.audience}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
const viewOf = (cx: Cx, template: DefaultTemplate, row: TemplateRow | undefined): TemplateView => ({
  id: row?.id ?? templateId(cx.districtId, template),
  event: template.event,
  audience: template.audience,
  ...wordingInForce(template, row),
  delivered: { zh: template.zh, en: template.en },
  fields: [...template.fields],
})
/** All templates, in the order of the defaults. */
export const listTemplates = async (cx: Cx): Promise<TemplateView[]> => {
  const rows = await cx.db.select().from(messageTemplates).where(eq(messageTemplates.districtId, cx.districtId))
  const byKey = new Map(rows.map((row) => [`${row.event} ${row.audience}`, row]))
  return defaultTemplates.map((template) => viewOf(cx, template, byKey.get(`${template.event} ${template.audience}`)))
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
const checkFields = (template: DefaultTemplate, wording: Wording & { readonly en: Wording }) => {
  const said = [
    ['title', wording.title],
    ['body', wording.body],
    ['en.title', wording.en.title],
    ['en.body', wording.en.body],
  ] as const
  const fields = said.flatMap(([path, text]) =>
    unknownFields(text, template.fields).map((name) => ({ path, message: `{${name}}` })),
  )
  if (fields.length > 0) throw refuse('template.unknown-field', { fields })
}
const isSame = (one: Wording, other: Wording): boolean => one.title === other.title && one.body === other.body

/** English as delivered is not kept: it follows what is delivered later. @throws template.not-found, template.unknown-field */
export const editTemplate = async (cx: Cx, id: string, input: Edit & { sms: boolean }): Promise<TemplateView> => {
  const { view, template } = await findTemplate(cx, id)
  const { title, body, sms, en = view.en } = input
  checkFields(template, { title, body, en })
  const own = isSame(en, template.en) ? null : en
  const kept = { title, body, sms, titleEn: own?.title ?? null, bodyEn: own?.body ?? null }
  const { districtId } = cx
  const { event, audience } = template
  await cx.db
    .insert(messageTemplates)
    .values({ id, districtId, event, audience, ...kept })
    .onConflictDoUpdate({
      target: [messageTemplates.districtId, messageTemplates.event, messageTemplates.audience],
      set: kept,
    })
  await cx.journal({
    action: 'template.edit',
    sentence: `改了通知模板 ${event}`,
    thing: { kind: 'template', id },
    before: { title: view.title, body: view.body, en: view.en, sms: view.sms },
    after: { title, body, en, sms },
  })
  return { ...view, title, body, en, sms }
}
const filled = ({ title, body }: Wording): Wording => ({
  title: fillIn(title, exampleFields),
  body: fillIn(body, exampleFields),
})
/** @throws template.not-found, template.unknown-field */
export const previewTemplate = async (cx: Cx, id: string, input: Edit): Promise<Wording & { en: Wording }> => {
  const { view, template } = await findTemplate(cx, id)
  const { en = view.en } = input
  checkFields(template, { ...input, en })
  return { ...filled(input), en: filled(en) }
}
