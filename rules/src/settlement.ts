// The clauses of a settlement: money in integer fen, its words in Chinese capitals, and the text that is signed.

/** @throws RangeError where it is not a positive whole number of fen */
const checkFen = (fen: number): void => {
  if (!Number.isSafeInteger(fen) || fen <= 0) throw new RangeError(`not an amount in fen: ${fen}`)
}
/** 1234567 fen → ¥12,345.67 */
export const yuan = (fen: number): string => {
  const [whole, rest] = [Math.trunc(fen / 100), fen % 100]
  return `¥${String(whole).replace(/\B(?=(\d{3})+$)/g, ',')}.${String(rest).padStart(2, '0')}`
}
const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万亿']
/** Four digits in capitals, e.g. 1005 → 壹仟零伍. */
const groupInCapitals = (value: number): string => {
  let text = ''
  let zero = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.trunc(value / 10 ** place) % 10
    if (digit === 0) zero = zero || text !== ''
    else {
      text += `${zero ? '零' : ''}${digits[digit]}${places[place]}`
      zero = false
    }
  }
  return text
}
/** Money as agreements write it so that no digit can be added: 壹仟贰佰叁拾元伍角, ending in 整 where it is round. */
export const capitalMoney = (fen: number): string => {
  checkFen(fen)
  let whole = Math.trunc(fen / 100)
  let text = ''
  for (let group = 0; whole > 0; group++, whole = Math.trunc(whole / 10_000)) {
    const value = whole % 10_000
    if (value === 0) {
      if (text !== '' && !text.startsWith('零')) text = `零${text}`
    } else {
      // A gap between this group and what follows is read as one zero.
      const higher = Math.trunc(whole / 10_000) > 0
      text = `${groupInCapitals(value)}${groups[group]}${text}`
      if (higher && value < 1000) text = `零${text}`
    }
  }
  const jiao = Math.trunc(fen / 10) % 10
  const rest = fen % 10
  const yuanPart = text === '' ? '' : `${text}元`
  if (jiao === 0 && rest === 0) return `${yuanPart}整`
  const between = jiao === 0 ? (text === '' ? '' : '零') : `${digits[jiao]}角`
  return `${yuanPart}${between}${rest === 0 ? '整' : `${digits[rest]}分`}`
}
/** Shares a sum over instalments: exactly the sum together, no two more than one fen apart, the larger first. */
export const instalments = (fen: number, times: number): number[] => {
  checkFen(fen)
  if (!Number.isSafeInteger(times) || times < 1 || times > fen)
    throw new RangeError(`not so many instalments: ${times}`)
  const [base, more] = [Math.trunc(fen / times), fen % times]
  return Array.from({ length: times }, (_, index) => base + (index < more ? 1 : 0))
}

export interface SettlementClause {
  readonly kind: 'compensation' | 'repair' | 'other'
  /** Places of the parties in their order. */
  readonly from: number
  /** Null: owed to all others. */
  readonly to: number | null
  readonly amountFen: number | null
  readonly what: string
  /** YYYY-MM-DD */
  readonly dueOn: string
}
export interface ClauseFault {
  readonly clause: number
  readonly field: 'fromId' | 'toId' | 'amountFen' | 'dueOn'
  readonly message: string
}
/** What is wrong with the clauses; `today` and the days are of Asia/Shanghai. */
export const clauseFaults = (
  clauses: readonly SettlementClause[],
  parties: number,
  today: string,
): readonly ClauseFault[] =>
  clauses.flatMap((one, clause) => {
    const faults: ClauseFault[] = []
    const is = (field: ClauseFault['field'], message: string) => faults.push({ clause, field, message })
    const known = (place: number) => Number.isInteger(place) && place >= 0 && place < parties
    if (!known(one.from)) is('fromId', '请选择由谁来做')
    if (one.to !== null && !known(one.to)) is('toId', '请选择对方')
    if (one.to !== null && one.to === one.from) is('toId', '不能是同一方')
    if (one.kind === 'compensation') {
      if (one.amountFen === null || !Number.isSafeInteger(one.amountFen) || one.amountFen <= 0)
        is('amountFen', '请填写赔偿金额')
      if (one.to === null) is('toId', '请选择赔给谁')
    } else if (one.amountFen !== null) is('amountFen', '只有赔偿才写金额')
    if (one.dueOn < today) is('dueOn', '日期已经过去')
    return faults
  })
/** What each party pays (negative) or receives in fen; together always nothing. */
export const balances = (clauses: readonly SettlementClause[], parties: number): number[] => {
  const sums = Array.from({ length: parties }, () => 0)
  for (const { kind, from, to, amountFen } of clauses) {
    if (kind !== 'compensation' || to === null || amountFen === null) continue
    sums[from]! -= amountFen
    sums[to]! += amountFen
  }
  return sums
}
const day = (iso: string) => {
  const [year, month, date] = iso.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
export interface SettlementText {
  readonly number: string
  readonly subject: string
  /** e.g. 甲方（楼上业主）, in the order of the parties; no names: those stand with the signatures. */
  readonly parties: readonly string[]
  readonly facts: string
  readonly clauses: readonly SettlementClause[]
}
/** The agreement word for word; the same input gives the same text. */
export const settlementText = ({ number, subject, parties, facts, clauses }: SettlementText): string => {
  const say = (clause: SettlementClause) => {
    const to = clause.to === null ? '其他各方' : parties[clause.to]!
    return clause.kind === 'compensation'
      ? `${parties[clause.from]}于${day(clause.dueOn)}前赔偿${to}人民币${capitalMoney(clause.amountFen!)}（${yuan(clause.amountFen!)}）。${clause.what}`
      : `${parties[clause.from]}于${day(clause.dueOn)}前${clause.kind === 'repair' ? '负责维修' : '做到'}：${clause.what}（对${to}）`
  }
  return [
    `调解协议书　第${number}号`,
    `事由：${subject}`,
    `当事人：${parties.join('、')}`,
    `查明的事实：${facts}`,
    '经调解，各方自愿达成如下协议：',
    ...clauses.map((clause, index) => `${index + 1}. ${say(clause)}`),
    '各方已看清全文，自愿签字。签字后各方都应履行。',
    '各方可以在签字生效之日起三十日内，共同向人民法院申请司法确认。',
  ].join('\n')
}
