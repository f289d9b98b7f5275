// The minutes of a meeting as an official document. Loaded when one is asked for: the library behind it is large.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { decisionWays, resolutionResults } from '../../../../contract/src/deliberation-life.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Download } from '../../platform/module.ts'
import { refuse } from '../../platform/refuse.ts'
import { plain } from './calendar-file.ts'
import { showMeeting, type MeetingView } from './meeting-view.ts'
import { headOf, longTime, officerWords } from './minutes-head.ts'

/** Twentieths of a point. */
const LABEL = 1500
const VALUE = 7340
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
const rule = { style: BorderStyle.SINGLE, size: 4, color: '444444' }
const cell = (lines: readonly string[], width: number, isLabel: boolean): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 70, bottom: 70, left: 110, right: 110 },
    verticalAlign: VerticalAlign.CENTER,
    children: lines.map(
      (text) =>
        new Paragraph({
          spacing: { line: 340 },
          alignment: isLabel ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [new TextRun({ text, size: 24, font: SONG, bold: isLabel })],
        }),
    ),
  })
/** A row is not torn over two pages. */
const head = (of: MeetingView): Table =>
  new Table({
    width: { size: LABEL + VALUE, type: WidthType.DXA },
    columnWidths: [LABEL, VALUE],
    borders: { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule },
    rows: headOf(of).map(
      ([label, lines]) =>
        new TableRow({
          cantSplit: lines.length < 12,
          children: [cell([label], LABEL, true), cell(lines, VALUE, false)],
        }),
    ),
  })
const chapter = (text: string): Paragraph =>
  new Paragraph({
    keepNext: true,
    spacing: { before: 240, after: 60, line: 400 },
    children: [new TextRun({ text, size: 26, bold: true, font: SONG })],
  })
const small = (text: string): Paragraph =>
  new Paragraph({ spacing: { before: 60 }, children: [new TextRun({ text, size: 16, font: SONG, color: '444444' })] })
const pageNumber = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            size: 18,
            font: SONG,
            children: ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'],
          }),
        ],
      }),
    ],
  })
/** The record of a doorstep is published by who wrote it; other minutes are signed first. */
const signedWords = ({ held, state }: MeetingView): string => {
  if (held.signer !== null) return `签发人：${officerWords(held.signer)}`
  return state === 'published' ? `公布人：${officerWords(held.recorder)}` : '签发人：还没有签发'
}
const paragraphsOf = (of: MeetingView): (Paragraph | Table)[] => [
  title(`${of.place.name}${of.schemeName}会议纪要`),
  head(of),
  chapter('一、议程'),
  ...of.agendaItems.map((one, n) => line(`${n + 1}. ${one.title}${one.words === null ? '' : `：${one.words}`}`)),
  chapter('二、讨论情况'),
  ...(of.summary ?? '').split('\n').map((text) => line(text)),
  ...of.speeches.map((one) => line(`${one.who === '' ? '发言' : one.who}：${one.words}`)),
  chapter('三、议定事项'),
  ...(of.decided.length === 0 ? [line('这次会议没有作出决议。')] : decisionLines(of)),
  chapter('四、签发'),
  line(signedWords(of)),
  ...(of.held.atTheDoor && of.signatures === 0 ? [] : [line(`到会的人已签字：${of.signatures} 人`)]),
  line(`公布时间：${of.publishedAt === null ? '未公布' : longTime(of.publishedAt)}`),
  ...(of.hash === null ? [] : [small(`全文指纹：${of.hash}`)]),
]
/** Drafts are for those who run it; published ones for every reader. @throws lifecycle.wrong-state */
export const minutesFile = async (cx: Cx, id: string): Promise<Download> => {
  const of = await showMeeting(cx, id)
  if (!of.may.includes('print')) throw refuse('lifecycle.wrong-state', { because: of.state })
  const page = { margin: { top: 1440, bottom: 1440, left: 1587, right: 1474 } }
  const document = new Document({
    sections: [{ properties: { page }, footers: { default: pageNumber() }, children: paragraphsOf(of) }],
  })
  return {
    name: `${plain(of.title)}-纪要.docx`,
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: await Packer.toBuffer(document),
  }
}
