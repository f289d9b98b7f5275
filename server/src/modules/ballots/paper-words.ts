// What is printed: the paper ballot of each owner, and the certificate.
import { and, asc, eq, gte, lte, ne, sql } from 'drizzle-orm'
import { ballotChoices } from '../../../../contract/src/ballots-life.ts'
import type { ItemResult } from '../../../../rules/src/decision-count.ts'
import type { ReadAs } from '../../../../rules/src/vote-certainty.ts'
import { matters, silenceGround, thresholdOf, type Threshold } from '../../../../rules/src/vote-rule-sets.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Download } from '../../platform/module.ts'
import { refuse } from '../../platform/refuse.ts'
import { paperDownload, type PaperLine } from '../doorcodes/index.ts'
import { doorsIn } from './doors.ts'
import { findAs, findDecision, itemsOf, type DecisionRow, type ItemRow } from './policy.ts'
import { silenceArticle, silenceSaid } from './silence-words.ts'
import { decisionPapers } from './tables.ts'

const body = (text: string): PaperLine => ({ text, style: 'body' })
const moment = (at: Date | null): string =>
  at === null ? '' : at.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' })
const squareMetres = (area: number): string => `${(area / 100).toFixed(2)} 平方米`
const share = ({ numerator, denominator, isMoreThan }: Threshold): string =>
  isMoreThan && numerator === 1 && denominator === 2 ? '过半数' : `${denominator}分之${numerator}以上`

const ballotLines = (
  row: DecisionRow,
  items: readonly ItemRow[],
  paper: { readonly code: string; readonly sort: number; readonly doors: string | null },
  site: string,
): PaperLine[] => [
  { text: `${row.placeName} 业主表决票`, style: 'over' },
  { text: row.title, style: 'title' },
  { text: `票号 ${paper.code}　第 ${paper.sort} 号`, style: 'head', qr: `${site}/decisions/${row.id}` },
  body(`专有部分：${paper.doors ?? ''}`),
  body(`截止时间：${moment(row.closesAt) || '见公告'}`),
  body(''),
  ...items.flatMap((item, i): PaperLine[] => [
    { text: `${i + 1}. ${item.title}`, style: 'head' },
    ...(item.cost === '' ? [] : [body(`费用：${item.cost}`)]),
    { text: `${matters[item.matter].article}`, style: 'small', boxes: ['同意', '反对', '弃权'] },
  ]),
  body(''),
  body(`每项只勾一个。${silenceSaid(row.rules)}`),
  body('业主签名：＿＿＿＿＿＿＿＿＿＿＿＿　日期：＿＿＿＿＿＿＿＿'),
  body('代投人签名：＿＿＿＿＿＿＿＿＿＿＿（要附委托书）'),
  body(''),
  {
    text: '投完请交回社区，不要在票上写别的字。也可以用手机扫右上角的码投票；投了两次，以最后一次为准。',
    style: 'small',
  },
]
export const printPapers = async (
  cx: Cx,
  site: string,
  id: string,
  range: { readonly from: number; readonly to: number },
): Promise<Download> => {
  const row = await findAs(cx, id, 'decision.convene')
  const items = await itemsOf(cx, id)
  const papers = await cx.db
    .select({
      code: decisionPapers.code,
      sort: decisionPapers.sort,
      doors: doorsIn(id, sql`decision_papers.owner_key`, 8),
    })
    .from(decisionPapers)
    .where(
      and(
        eq(decisionPapers.decisionId, id),
        ne(decisionPapers.state, 'spoiled'),
        gte(decisionPapers.sort, range.from),
        lte(decisionPapers.sort, range.to),
      ),
    )
    .orderBy(asc(decisionPapers.sort))
    .limit(2000)
  if (papers.length === 0) throw refuse('decision.paper-code')
  await cx.journal({
    action: 'decision.print',
    sentence: `打印了${papers.length}张纸质票`,
    thing: { kind: 'decision', id },
    after: { papers: papers.length },
  })
  return paperDownload(
    `${row.title} 纸质票`,
    `业主表决 ${row.number}`,
    papers.map((paper) => ballotLines(row, items, paper, site)),
  )
}
const row = (...cells: string[]): PaperLine => ({ text: '', style: 'body', cells })
const itemLines = (decision: DecisionRow, item: ItemRow, result: ItemResult, i: number): PaperLine[] => [
  { text: `${i + 1}. ${item.title}：${result.isPassed ? '通过' : '没有通过'}`, style: 'head' },
  {
    text: `${matters[item.matter].zh}（${matters[item.matter].article}），同意要${share(thresholdOf(decision.rules, item.matter))}`,
    style: 'small',
  },
  row('', '业主', '专有部分面积'),
  row('名册', `${result.owners.total} 位`, squareMetres(result.area.total)),
  row('参加', `${result.owners.participating} 位`, squareMetres(result.area.participating)),
  row('同意', `${result.owners.for} 位`, squareMetres(result.area.for)),
  row('反对', `${result.owners.against} 位`, squareMetres(result.area.against)),
  row('弃权', `${result.owners.abstain} 位`, squareMetres(result.area.abstain)),
  ...silenceLines(decision, result),
  body(
    result.flips.length === 0
      ? '换一种合法的计票读法，结果不变。'
      : `换一种读法结果会变：${result.flips.map((flip) => [flip, ...(flip.with ?? [])].map(readingOf).join('，同时')).join('；')}`,
  ),
  ...((decision.rollFigures?.unknownParts ?? 0) === 0
    ? []
    : [body(`名册缺 ${decision.rollFigures!.unknownParts} 处面积：不论多大，结果不变。`)]),
  ...(result.seat === null ? [] : [body(`选举结果：${seatWords[result.seat]}`)]),
]
/** Both tallies: above with the silent, here what they were counted as, and the count without them. */
const silenceLines = (decision: DecisionRow, { silence }: ItemResult): PaperLine[] => {
  if (silence === undefined) return []
  const { as, owners, area, without } = silence
  return [
    body(
      `以上计入收到表决票没有投的业主：${owners} 位、${squareMetres(area)}，算作${ballotChoices[as].zh}（本小区${silenceArticle(decision.rules)}；${silenceGround}）。`,
    ),
    body(`只算投了票的：${without.isPassed ? '通过' : '没有通过'}`),
    row('参加', `${without.owners.participating} 位`, squareMetres(without.area.participating)),
    row('同意', `${without.owners.for} 位`, squareMetres(without.area.for)),
    row('反对', `${without.owners.against} 位`, squareMetres(without.area.against)),
    row('弃权', `${without.owners.abstain} 位`, squareMetres(without.area.abstain)),
  ]
}
const readingWords = {
  blankMark: '没有勾选的票',
  doubleMark: '勾两项的票',
  disagreement: '共有人意见不一的票',
  silence: '收到表决票没有投的业主',
} as const
const asWords = {
  abstain: '算弃权',
  invalid: '不算参加',
  'no-vote': '不算参加',
  'with-majority': '跟多数一样算',
} as const
const readingOf = ({ value, as }: ReadAs): string => `${readingWords[value]}${asWords[as]}`
const seatWords = { elected: '当选', reserve: '候补', notElected: '没有当选', tied: '票数相同，按规则另定' } as const
/** @throws decision.no-certificate */
export const printCertificate = async (cx: Cx, id: string): Promise<Download> => {
  const row = await findDecision(cx, id)
  if (row.result === null || row.certificateHash === null) throw refuse('decision.no-certificate')
  const items = await itemsOf(cx, id)
  const lines: PaperLine[] = [
    { text: row.placeName, style: 'over' },
    { text: '业主共同决定证书', style: 'title' },
    { text: row.title, style: 'head' },
    body(`组织者：${row.convener}`),
    body(`公告：${row.noticePostedOn ?? ''} 至 ${row.noticeEndsOn ?? ''}`),
    body(`表决：${moment(row.opensAt)} 至 ${moment(row.closesAt)}`),
    body(`参加要求：${share(row.rules.participation)}（面积和人数都要）`),
    ...(row.citySystem ? [body(`依据市里系统的结果：${row.cityReference ?? ''}`)] : []),
    body(''),
    ...items.flatMap((item, i) =>
      itemLines(
        row,
        item,
        row.result!.items.find((one) => one.itemId === item.id)!,
        i,
      ),
    ),
    body(''),
    { text: `名册指纹 ${row.rollHash ?? ''}`, style: 'small' },
    ...(row.deliveriesHash === null ? [] : [{ text: `送达名单指纹 ${row.deliveriesHash}`, style: 'small' as const }]),
    { text: `票箱指纹 ${row.chainHead}（${row.chainLength} 条）`, style: 'small' },
    { text: `证书指纹 ${row.certificateHash}`, style: 'small' },
    {
      text: `规则 ${row.rules.id}，${row.rules.participation.citation}。${row.rules.readingCitation === undefined ? '' : `空白票、重勾票和共有人不一致的读法：${row.rules.readingCitation}。`}业主认为侵害合法权益的，可以在知道之日起一年内请求法院撤销。`,
      style: 'small',
    },
    body(''),
    { text: `${row.convener}（盖章）`, style: 'sign' },
    { text: moment(row.certifiedAt), style: 'sign' },
  ]
  return paperDownload(`${row.title} 证书`, `业主表决 ${row.number}`, [lines])
}
