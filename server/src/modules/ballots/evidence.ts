// The evidence of a decision: everything needed to count it again, without a name or a door.
import { eq } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import type { Download } from '../../platform/module.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { publicNotices } from '../publicnotices/tables.ts'
import { chainOf } from './chain.ts'
import { reconciliation } from './papers.ts'
import { findDecision, itemsOf, publishedTextsOf, type DecisionRow, type ItemRow } from './policy.ts'
import { scansOf } from './scans.ts'
import { writeZip } from './write-zip.ts'

const README = `这是一次业主共同决定的证据包，不含姓名和门牌。
decision.json     事项、规则
roll.json         锁定的名册：部位编号、业主编号、面积（0.01平方米）
ballots.json      每一张票，按收到的先后；每一条带前一条的指纹
notices.json      公告和张贴照片的指纹
deliveries.json   表决票送达了哪些业主编号、凭证的指纹（议事规则规定沉默随多数时才有）
certificate.json  证书（出证后才有）
任何人都可以重新计票：npm run recount -- 这个文件.zip

Evidence of an owners' decision, without names or doors. Count it again: npm run recount -- <this file>.zip
`
const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`
const decisionFile = (row: DecisionRow, items: readonly ItemRow[], papers: object) => ({
  id: row.id,
  number: String(row.number),
  title: row.title,
  words: row.words,
  place: row.placeName,
  state: row.state,
  seats: row.seats,
  rules: row.rules,
  citySystem: row.citySystem ? { reference: row.cityReference, items: row.cityResult } : null,
  chainLength: row.chainLength,
  chainHead: row.chainHead,
  items: items.map(({ id: itemId, matter, title, words, cost, candidateName }) => ({
    id: itemId,
    matter,
    title,
    words,
    cost,
    isCandidate: candidateName !== null,
  })),
  papers,
  result: row.result,
})
/** After closing only: how anybody voted is nobody's business before. @throws decision.not-closed */
export const bundleOf = async (cx: Cx, sealing: Sealing, id: string): Promise<Download> => {
  const row = await findDecision(cx, id)
  const { roll, deliveries } = await publishedTextsOf(cx, id)
  if (roll === null || row.result === null) throw refuse('decision.not-closed')
  const chain = await chainOf(cx, id)
  const [notice] =
    row.noticeId === null ? [] : await cx.db.select().from(publicNotices).where(eq(publicNotices.id, row.noticeId))
  const items = await itemsOf(cx, id)
  const bytes = writeZip([
    { name: 'README.txt', text: README },
    { name: 'decision.json', text: json(decisionFile(row, items, await reconciliation(cx, id))) },
    // Byte for byte what was hashed.
    { name: 'roll.json', text: roll },
    {
      name: 'ballots.json',
      text: json(chain.map((one) => ({ prevHash: one.prevHash, hash: one.hash, canonical: sealing.open(one.sealed) }))),
    },
    {
      name: 'notices.json',
      text: json({
        rollHash: row.rollHash,
        ...(row.deliveriesHash === null ? {} : { deliveriesHash: row.deliveriesHash }),
        rollFrozenAt: row.rollFrozenAt?.toISOString() ?? null,
        notice:
          notice === undefined
            ? null
            : {
                number: String(notice.number),
                postedOn: notice.postedOn,
                endsOn: notice.endsOn,
                recordedAt: notice.createdAt.toISOString(),
                words: notice.words,
                photos: await scansOf(cx, notice.photos),
              },
      }),
    },
    ...(deliveries === null ? [] : [{ name: 'deliveries.json', text: deliveries }]),
    ...(row.certificate === null ? [] : [{ name: 'certificate.json', text: row.certificate }]),
  ])
  return {
    name: `${row.title} 证据包.zip`.replace(/[\\/:*?[\]"<>|]/g, ' '),
    mime: 'application/zip',
    bytes,
    cache: 'no-store',
  }
}
