// Counts an owners' decision again from its published bundle: node recount/recount.ts bundle.zip. No database, no network;
// the whole of the arithmetic is in rules/. Ends with 0 when everything agrees, with 1 when anything does not.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import {
  countDecision,
  judgeCity,
  rollFrom,
  type CityFigures,
  type CountedItem,
  type DecisionResult,
  type PublishedBallot,
  type PublishedDelivery,
  type PublishedPart,
} from '../rules/src/decision-count.ts'
import { canonicalJson, verifyChain, type ChainEntry } from '../rules/src/hash-chain.ts'
import type { VoteRuleSet } from '../rules/src/vote-rule-sets.ts'

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
/** The texts of a zip by name: stored or deflated, read from its directory. */
const readZip = (bytes: Buffer): Map<string, string> => {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0) throw new Error('这不是一个 zip 文件 / not a zip file')
  const files = new Map<string, string>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packed, nameLength] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
    ]
    const [extra, comment, from] = [
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const start = from + 30 + bytes.readUInt16LE(from + 26) + bytes.readUInt16LE(from + 28)
    const body = bytes.subarray(start, start + packed)
    files.set(name, (method === 0 ? body : inflateRawSync(body)).toString('utf8'))
    at += 46 + nameLength + extra + comment
  }
  return files
}
interface DecisionFile {
  readonly id: string
  readonly title: string
  readonly seats: number | null
  readonly rules: VoteRuleSet
  readonly citySystem: { readonly items: readonly CityFigures[] } | null
  readonly chainLength: number
  readonly chainHead: string
  readonly items: readonly CountedItem[]
  readonly result: DecisionResult
}
/** Hashes as they were published. */
interface Published {
  readonly rollHash: string
  readonly deliveriesHash?: string
}
interface CertificateFile extends Omit<DecisionFile, 'id'> {
  readonly decision: string
  readonly rollHash: string
  readonly deliveriesHash?: string
}
export interface Recount {
  readonly faults: readonly string[]
  readonly lines: readonly string[]
}
const same = (a: unknown, b: unknown): boolean =>
  canonicalJson(JSON.parse(JSON.stringify(a))) === canonicalJson(JSON.parse(JSON.stringify(b)))

type Check = (isRight: boolean, fault: string) => void
/** The published list of owners whom the ballot provably reached: read only where the rules give silence a meaning. */
const deliveriesIn = (
  text: (name: string) => string,
  { id, rules }: DecisionFile,
  deliveriesHash: string | undefined,
  owners: ReadonlyMap<string, unknown>,
  check: Check,
): readonly PublishedDelivery[] => {
  if (rules.silence !== 'with-majority') return []
  const list = text('deliveries.json')
  check(sha256(list) === deliveriesHash, '送达名单和公布的指纹不一样 / the deliveries do not have their published hash')
  const { decision, deliveries } = JSON.parse(list) as { decision: string; deliveries: PublishedDelivery[] }
  check(decision === id, '送达名单是别的表决的 / the deliveries are of another decision')
  check(
    deliveries.every((one) => owners.has(one.owner)) &&
      new Set(deliveries.map((one) => one.owner)).size === deliveries.length,
    '送达名单里有重复的，或名册以外的 / deliveries twice, or to owners who are not on the roll',
  )
  check(
    deliveries.every(
      (one) => one.how === 'app' || (one.proofs.length > 0 && one.proofs.every((proof) => proof !== '')),
    ),
    '有的送达没有凭证 / a delivery without proof',
  )
  return deliveries
}
/** The count without the silent, where they counted. */
const withoutSilent = ({ silence }: DecisionResult['items'][number]): string[] =>
  silence === undefined
    ? []
    : [
        `   沉默 ${silence.owners} 位、${(silence.area / 100).toFixed(2)} 平方米，计作 ${silence.as}；只算投票的 / of votes alone：${silence.without.isPassed ? 'passes' : 'fails'}，参加 ${silence.without.owners.participating} 位，同意 ${silence.without.owners.for} 位`,
      ]
/** The certificate against what was counted again and what lies beside it. */
const checkCertificate = (
  certificate: CertificateFile,
  decision: DecisionFile,
  published: Published,
  result: DecisionResult,
  check: Check,
): void => {
  const itemsOf = (items: readonly CountedItem[]) =>
    items.map(({ id, matter, isCandidate }) => ({ id, matter, isCandidate }))
  check(same(result, certificate.result), '重新计票的结果和证书不一样 / the recount differs from the certificate')
  check(certificate.rollHash === published.rollHash, '证书里的名册指纹不一样 / the certificate names another roll')
  check(
    certificate.deliveriesHash === published.deliveriesHash,
    '证书里的送达名单指纹不一样 / the certificate names other deliveries',
  )
  check(certificate.chainHead === decision.chainHead, '证书里的票箱指纹不一样 / the certificate names another chain')
  check(same(certificate.rules, decision.rules), '证书里的规则不一样 / the certificate names other rules')
  check(certificate.decision === decision.id, '证书是别的表决的 / the certificate is of another decision')
  check(
    same(itemsOf(certificate.items), itemsOf(decision.items)),
    '证书里的事项不一样 / the certificate names other items',
  )
}
/** Verifies roll, chain and certificate of a bundle and counts it again. */
export const recount = (bytes: Buffer): Recount => {
  const files = readZip(bytes)
  const text = (name: string): string => {
    const found = files.get(name)
    if (found === undefined) throw new Error(`证据包里没有 ${name} / missing in the bundle`)
    return found
  }
  const faults: string[] = []
  const check = (isRight: boolean, fault: string) => void (isRight || faults.push(fault))
  const decision = JSON.parse(text('decision.json')) as DecisionFile
  const rollText = text('roll.json')
  const published = JSON.parse(text('notices.json')) as Published
  const { rollHash } = published
  check(sha256(rollText) === rollHash, '名册和公布的指纹不一样 / the roll does not have its published hash')
  const entries = JSON.parse(text('ballots.json')) as ChainEntry[]
  const verdict = verifyChain(entries, sha256, decision.chainHead)
  check(
    verdict.intact && verdict.length === decision.chainLength,
    verdict.intact
      ? '票的条数不对 / wrong number of ballots'
      : `第${verdict.brokenAt + 1}条票被改过 / the chain breaks at ballot ${verdict.brokenAt + 1}`,
  )
  const ballots = entries.map((entry) => JSON.parse(entry.canonical) as PublishedBallot)
  check(
    ballots.every((one, i) => one.decision === decision.id && one.seq === i + 1),
    '有不属于这次表决的票 / foreign ballots',
  )
  const roll = rollFrom((JSON.parse(rollText) as { parts: PublishedPart[] }).parts)
  const deliveries = deliveriesIn(text, decision, published.deliveriesHash, roll.owners, check)
  const result =
    decision.citySystem === null
      ? countDecision(roll, ballots, decision.items, decision.rules, decision.seats, deliveries)
      : judgeCity(roll, decision.citySystem.items, decision.items, decision.rules)
  check(same(result, decision.result), '重新计票的结果和公布的不一样 / the recount differs from the published result')
  if (files.has('certificate.json')) {
    const certificate = JSON.parse(text('certificate.json')) as CertificateFile
    checkCertificate(certificate, decision, published, result, check)
  }
  const lines = [
    `${decision.title}：${roll.owners.size} 位业主，${(roll.area / 100).toFixed(2)} 平方米，${entries.length} 张票`,
    ...result.items.flatMap((one, i) => [
      `${i + 1}. ${one.outcome}：参加 ${one.owners.participating}/${one.owners.total} 位、${(one.area.participating / 100).toFixed(2)}/${(one.area.total / 100).toFixed(2)} 平方米；同意 ${one.owners.for} 位、${(one.area.for / 100).toFixed(2)} 平方米`,
      ...withoutSilent(one),
    ]),
    ...(files.has('certificate.json')
      ? [`证书指纹 ${sha256(text('certificate.json'))}`]
      : ['还没有证书 / not certified yet']),
  ]
  return { faults, lines }
}
const main = (path: string | undefined): number => {
  if (path === undefined) {
    console.error('用法：npm run recount -- 证据包.zip / usage: npm run recount -- bundle.zip')
    return 1
  }
  let counted: Recount
  try {
    counted = recount(readFileSync(path))
  } catch (error) {
    console.error(`打不开或不完整 / cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  }
  const { faults, lines } = counted
  for (const line of lines) console.log(line)
  for (const fault of faults) console.error(`不对：${fault}`)
  console.log(faults.length === 0 ? '全部一致 / everything agrees' : '有不一致 / something does not agree')
  return faults.length === 0 ? 0 : 1
}
if (import.meta.main) process.exitCode = main(process.argv[2])
