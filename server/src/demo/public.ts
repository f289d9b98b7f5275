// What the demo district makes public: words and photos released by its clerk, a few cases withheld; services and a key.
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { decidePublication } from '../modules/board/moderate.ts'
import { cases, categories } from '../modules/cases/tables.ts'
import { files } from '../modules/files/tables.ts'
import { issueKey } from '../modules/open311/manage-keys.ts'
import { setService } from '../modules/open311/manage-services.ts'
import { redactPhoto } from '../modules/redaction/redact-photo.ts'
import { releasePhoto } from '../modules/redaction/release-photo.ts'
import type { Cx } from '../platform/cx.ts'
import type { Storage } from '../platform/storage.ts'
import { actorBy, cxAt, type Stage } from './stage.ts'

const [SUMMARIES, WITHHELD] = [30, 2]
/** What a clerk would say of it in public, by the category's name. */
const said: Readonly<Record<string, string>> = {
  楼道灯和路灯: '灯已换新，夜里照明恢复。',
  电梯故障: '电梯已检修，恢复运行。',
  屋面外墙漏水: '漏水点已修好，墙面已处理。',
  下水管道堵塞: '管道已疏通，地面已冲洗。',
  垃圾清运: '积存垃圾已清走，清运改为每天两次。',
  楼道堆物: '杂物已清走，楼道恢复通畅。',
  停车和消防通道: '占道车辆已挪走，补画了标线。',
  噪音扰民: '已上门劝导，约定了安静时段。',
  电动车充电: '飞线已拆除，增设了充电桩。',
}
const summaryFor = (category: string, state: string): string =>
  state === 'closed' || state === 'confirmed'
    ? (said[category] ?? `${category}的问题已经办好，现场核验过。`)
    : `${category}的问题正在办理，有进展会更新。`

const photosOf = async (stage: Stage, caseId: string): Promise<string[]> => {
  const rows = await stage.db
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.thingKind, 'case'), eq(files.thingId, caseId), eq(files.kind, 'photo')))
    .orderBy(files.createdAt, files.id)
    .limit(2)
  return rows.map((row) => row.id)
}
/** Every third photo had something to hide. */
const releaseOne = async (cx: Cx, storage: Storage, caseId: string, photoId: string, turn: number): Promise<void> => {
  if (turn % 3 !== 0) return void (await releasePhoto(cx, caseId, photoId, { nothingToHide: true }))
  const { redactions } = await redactPhoto(cx, storage, caseId, photoId, [
    { x: 360, y: 300, width: 180, height: 90 },
    { x: 620, y: 140, width: 110, height: 130 },
  ])
  await releasePhoto(cx, caseId, photoId, { redactionId: redactions[0]!.id })
}
const releaseWords = async (stage: Stage, storage: Storage, now: Date): Promise<number> => {
  const clerk = await actorBy(stage, 'clerk')
  const cx = cxAt(stage, clerk, now)
  const rows = await stage.db
    .select({ id: cases.id, state: cases.state, kind: cases.kind, category: categories.name, photos: cases.photos })
    .from(cases)
    .innerJoin(categories, eq(categories.id, cases.categoryId))
    .where(
      and(
        eq(cases.communityId, clerk.held[0]!.scopeId),
        inArray(cases.state, ['closed', 'confirmed', 'inProgress', 'dispatched']),
        sql`${cases.mergedIntoId} is null and ${cases.openness} = 'plain' and ${cases.estateId} is not null`,
      ),
    )
    .orderBy(sql`cardinality(${cases.photos}) > 0 desc`, desc(cases.createdAt), cases.id)
    .limit(SUMMARIES + WITHHELD)
  let released = 0
  for (const [turn, row] of rows.entries()) {
    if (turn >= SUMMARIES) {
      await decidePublication(cx, row.id, { openness: 'withheld', reason: '涉及家庭隐私，反映人要求不公开' })
      continue
    }
    await decidePublication(cx, row.id, { openness: 'summary', summary: summaryFor(row.category, row.state) })
    const [photo] = await photosOf(stage, row.id)
    if (photo !== undefined && turn < 12) {
      await releaseOne(cx, storage, row.id, photo, turn)
      released += 1
    }
  }
  return released
}
/** All leaf categories are services; the key is made and told to nobody, an administrator issues another. */
const openInterface = async (stage: Stage, now: Date): Promise<void> => {
  const admin = cxAt(stage, await actorBy(stage, 'admin'), now)
  const rows = await stage.db
    .select()
    .from(categories)
    .where(and(eq(categories.districtId, stage.districtId), sql`${categories.parentId} is not null`))
    .orderBy(categories.sort, categories.name)
  for (const [index, row] of rows.entries())
    await setService(admin, row.id, {
      code: `S${String(index + 1).padStart(3, '0')}`,
      description: row.name,
      keywords: row.keywords.slice(0, 6).join(','),
      isOpen: true,
      attributes:
        row.name === '楼道灯和路灯'
          ? [
              {
                code: 'POLE',
                variable: true,
                datatype: 'string',
                required: false,
                description: '灯杆编号',
                datatypeDescription: '写在灯杆上的数字',
                choices: [],
              },
            ]
          : [],
    })
  await issueKey(admin, { name: '市民热线（演示）', scopeId: stage.districtId, mayReport: true, mayUpdate: true })
}
/** Gives how many photos are public. */
export const playPublic = async (stage: Stage, storage: Storage, now: Date): Promise<number> => {
  await openInterface(stage, now)
  return releaseWords(stage, storage, now)
}
