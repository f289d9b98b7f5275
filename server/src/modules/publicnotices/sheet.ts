// A public notice as a sheet for the door: the place, the title, the words, from when to when, a number and a code.
import type { Cx } from '../../platform/cx.ts'
import type { Download } from '../../platform/module.ts'
import { paperDownload, type PaperLine } from '../doorcodes/index.ts'
import { heldAt } from '../../platform/access.ts'
import { checkDraftDay, clockOf } from './clock.ts'
import { findDraft } from './drafts.ts'
import { findNotice } from './policy.ts'

interface Sheet {
  readonly id: string
  readonly number: number
  readonly placeName: string
  readonly title: string
  readonly words: string
  readonly postedOn: string
  readonly endsOn: string
  readonly postedBy: string
}
const dateWords = (day: string) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
const linesOf = (cx: Cx, sheet: Sheet): PaperLine[] => [
  { text: `${sheet.placeName} · 公示`, style: 'over' },
  { text: sheet.title, style: 'title' },
  { text: '', style: 'small' },
  ...sheet.words.split('\n').map((text): PaperLine => ({ text, style: 'body' })),
  { text: '', style: 'body' },
  { text: `公示时间：${dateWords(sheet.postedOn)}张贴，到${dateWords(sheet.endsOn)}结束。`, style: 'body' },
  { text: '张贴当天不算。最后一天是休息日的，顺延到下一个工作日。', style: 'small' },
  { text: '', style: 'body' },
  { text: sheet.postedBy, style: 'sign' },
  { text: dateWords(sheet.postedOn), style: 'sign' },
  { text: '', style: 'body' },
  { text: '扫码看原文、提意见、看答复。', style: 'body' },
  { text: '没有手机的，请到社区说。', style: 'body', qr: `${cx.origin.site}/public-notices/${sheet.id}` },
]
const paperOf = (cx: Cx, sheet: Sheet): Download =>
  paperDownload(`${sheet.title} 公示`, `公示 ${sheet.number}`, [linesOf(cx, sheet)])
export const noticeSheet = async (cx: Cx, id: string): Promise<Download> => paperOf(cx, await findNotice(cx, id))
/** As it would read if it were put up on this day. @throws publicNotice.day */
export const draftSheet = async (cx: Cx, id: string, postedOn: string): Promise<Download> => {
  const draft = await findDraft(cx, id)
  checkDraftDay(cx, postedOn)
  const { endsOn } = await clockOf(cx, postedOn, draft.days)
  const postedBy = heldAt(cx.actor, 'publicNotice.post', draft)!.organisationName
  return paperOf(cx, { ...draft, postedOn, endsOn, postedBy })
}
