// The minutes of a meeting as an official document. Loaded when one is asked for: the library behind it is large.
import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import { decisionWays, resolutionResults } from '../../../../contract/src/deliberation-life.ts'
import { localTime } from '../../platform/list-sheet.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Download } from '../../platform/module.ts'
import { refuse } from '../../platform/refuse.ts'
import { plain } from './calendar-file.ts'
import { showMeeting, type MeetingView } from './meeting-view.ts'

const SONG = { ascii: 'Times New Roman', eastAsia: '宋体', hAnsi: 'Times New Roman', cs: 'Times New Roman' }
const line = (text: string, isStrong = false): Paragraph =>
  new Paragraph({
    spacing: { line: 400 },
    indent: { firstLine: 480 },
    children: [new TextRun({ text, size: 24, font: SONG, bold: isStrong })],
  })
const title = (text: string): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    alignment: AlignmentType.CENTER,
    spacing: { after: 240 },
    children: [new TextRun({ text, size: 36, bold: true, font: SONG, color: '000000' })],
  })
const yuan = (fen: number): string => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}元`
const decisionLines = (of: MeetingView): Paragraph[] =>
  of.decided.flatMap((one, n) => [
    line(`（${n + 1}）${one.title}（决议 ${one.number}，${resolutionResults[one.result].zh}）`, true),
    line(one.words),
    line(
      one.way === 'hands'
        ? `表决方式：${decisionWays.hands.zh}。同意${one.votesFor}，反对${one.votesAgainst}，弃权${one.votesAbstain}。`
        : `表决方式：${decisionWays[one.way].zh}。`,
    ),
    ...one.items.map((item) =>
      line(
        `· ${item.what}。责任：${item.owner ?? '还没有人负责'}。${item.dueOn === null ? '' : `期限：${item.dueOn}。`}${item.budgetFen === null ? '' : `预算：${yuan(item.budgetFen)}。`}`,
      ),
    ),
  ])
/** One line for each seat. */
const presentBySeat = (of: MeetingView): Paragraph[] => {
  const seats = new Map<string, string[]>()
  for (const one of of.people) if (one.cameAt !== null) seats.set(one.seat, [...(seats.get(one.seat) ?? []), one.name])
  return [...seats].map(([seat, names]) => line(`　　${seat}：${names.join('、')}`))
}
const paragraphsOf = (of: MeetingView): Paragraph[] => [
  title(`${of.place.name}${of.schemeName}会议纪要`),
  line(`编号：${of.number}`),
  line(`议题：${of.title}`),
  line(`时间：${localTime(of.startsAt).slice(0, 16)}`),
  line(`地点：${of.place.name} ${of.where}`),
  line(`到会：${of.present}人`),
  ...presentBySeat(of),
  line('一、议程', true),
  ...of.agendaItems.map((one, n) => line(`${n + 1}. ${one.title}${one.words === null ? '' : `：${one.words}`}`)),
  line('二、讨论情况', true),
  ...(of.summary ?? '').split('\n').map((text) => line(text)),
  ...of.speeches.map((one) => line(`${one.who === '' ? '发言' : one.who}：${one.words}`)),
  line('三、议定事项', true),
  ...decisionLines(of),
  line(
    `签字：${of.signatures}人。公布：${of.publishedAt === null ? '未公布' : localTime(of.publishedAt).slice(0, 16)}`,
  ),
  line(`全文指纹：${of.hash ?? ''}`),
]
/** Drafts are for those who run it; published ones for every reader. @throws lifecycle.wrong-state */
export const minutesFile = async (cx: Cx, id: string): Promise<Download> => {
  const of = await showMeeting(cx, id)
  if (!of.may.includes('print')) throw refuse('lifecycle.wrong-state', { because: of.state })
  const page = { margin: { top: 1440, bottom: 1440, left: 1587, right: 1474 } }
  const document = new Document({ sections: [{ properties: { page }, children: paragraphsOf(of) }] })
  return {
    name: `${plain(of.title)}-纪要.docx`,
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: await Packer.toBuffer(document),
  }
}
