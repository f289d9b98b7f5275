// Committees of estates: who may stand, how bodies are composed, how long they sit (mission B10, B11). Rules are data.
const DAY_MS = 86_400_000

export interface Requirement {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly citation: string
  /** `known`: the register answers. `asked`: whoever reviews answers. */
  readonly by: 'known' | 'asked'
  /** Only where the estate's covenant says so. */
  readonly ifCovenant?: true
}
export type Side = 'street' | 'community' | 'owners' | 'developer' | 'company' | 'social'
export interface Composition {
  readonly least: number
  readonly most: number
  readonly isOdd: boolean
  /** Owners' representatives, as a share of all: at least. */
  readonly owners: { readonly numerator: number; readonly denominator: number }
  readonly sides: readonly Side[]
  /** The side that leads. */
  readonly leads: readonly Side[]
  readonly citation: string
}
export interface CommitteeRules {
  readonly id: string
  readonly place: string
  readonly from: string
  readonly requirements: readonly Requirement[]
  readonly seats: { readonly least: number; readonly most: number; readonly citation: string }
  readonly group: Composition
  readonly management: Composition
  readonly ownersYears: number
  readonly managementYears: number
  /** Days the list of candidates hangs at least. */
  readonly listDays: number
  /** Months before its end in which a term is said to end soon. */
  readonly warnMonths: number
  /** What the numbers rest on; absent in sets kept before it was written down. */
  readonly citations?: {
    readonly terms: string
    readonly management: string
    readonly list: string
    readonly warning: string
  }
}
const guide = (article: number) => `业主大会和业主委员会指导规则第${article}条`
/** National defaults, with the composition of management committees as cities that know them prescribe it. */
export const nationalCommitteeRules: CommitteeRules = {
  id: 'cn-2009',
  place: 'CN',
  from: '2010-01-01',
  requirements: [
    { code: 'isOwner', zh: '是本小区业主', en: 'is an owner here', citation: guide(31), by: 'known' },
    {
      code: 'fullCapacity',
      zh: '有完全民事行为能力',
      en: 'has full legal capacity',
      citation: guide(31),
      by: 'asked',
    },
    { code: 'lawAbiding', zh: '遵纪守法，公正廉洁', en: 'abides by law, is honest', citation: guide(31), by: 'asked' },
    { code: 'hasTime', zh: '有能力也有时间', en: 'is able and has the time', citation: guide(31), by: 'asked' },
    {
      code: 'noArrears',
      zh: '没有欠交物业费和维修资金',
      en: 'owes no fee or fund',
      citation: `${guide(31)}；本小区管理规约`,
      by: 'asked',
      ifCovenant: true,
    },
    {
      code: 'notOfCompany',
      zh: '不在本小区物业公司任职',
      en: 'does not work for the company here',
      citation: `${guide(31)}（公正）`,
      by: 'known',
    },
  ],
  seats: { least: 5, most: 11, citation: guide(31) },
  group: {
    least: 5,
    most: 15,
    isOdd: true,
    owners: { numerator: 1, denominator: 2 },
    sides: ['community', 'owners'],
    leads: ['street', 'community'],
    citation: guide(10),
  },
  management: {
    least: 7,
    most: 31,
    isOdd: true,
    owners: { numerator: 1, denominator: 2 },
    sides: ['community', 'owners', 'company'],
    leads: ['street', 'community'],
    citation: '北京市物业管理条例第53条（供参照，以本地规定为准）',
  },
  ownersYears: 5,
  managementYears: 3,
  listDays: 7,
  warnMonths: 3,
  citations: {
    terms: guide(32),
    management: '全国没有统一规定，默认值',
    list: '全国没有统一规定，默认值',
    warning: guide(47),
  },
}
/** Where management committees have rules of their own they hold as such, not as a model. */
const beijingCommitteeRules: CommitteeRules = {
  ...nationalCommitteeRules,
  id: 'cn-11-2020',
  place: '110000',
  from: '2020-05-01',
  management: { ...nationalCommitteeRules.management, citation: '北京市物业管理条例第53条' },
}
/** All versions that are shipped, by place and first day. */
export const committeeRuleSets: readonly CommitteeRules[] = [nationalCommitteeRules, beijingCommitteeRules]
/** What a candidate of an estate must fulfil. */
export const requirementsFor = (rules: CommitteeRules, needsNoArrears: boolean): Requirement[] =>
  rules.requirements.filter((one) => one.ifCovenant !== true || needsNoArrears)
/** The codes that are not met, in the order of the rules; a candidate may be accepted only when there are none. */
export const unmet = (requirements: readonly Requirement[], met: readonly string[]): string[] =>
  requirements.map((one) => one.code).filter((code) => !met.includes(code))

export interface Breach {
  readonly code: 'size' | 'odd' | 'owners' | 'side' | 'lead'
  readonly zh: string
  readonly en: string
  readonly citation: string
}
export interface Sitting {
  readonly side: Side
  readonly leads: boolean
}
/** Who sits, in words. */
export const sideWords: Readonly<Record<Side, { readonly zh: string; readonly en: string }>> = {
  street: { zh: '街道', en: 'the street' },
  community: { zh: '社区', en: 'the community' },
  owners: { zh: '业主', en: 'the owners' },
  developer: { zh: '建设单位', en: 'the developer' },
  company: { zh: '物业企业', en: 'the property company' },
  social: { zh: '社会组织', en: 'a social organisation' },
}
/** What is against the prescribed composition; nothing where it is lawful. */
export const checkComposition = (rule: Composition, sitting: readonly Sitting[]): Breach[] => {
  const { citation } = rule
  const breaches: Breach[] = []
  const all = sitting.length
  const owners = sitting.filter((one) => one.side === 'owners').length
  if (all < rule.least || all > rule.most)
    breaches.push({
      code: 'size',
      zh: `要${rule.least}到${rule.most}人，现在${all}人`,
      en: `${rule.least} to ${rule.most} persons, not ${all}`,
      citation,
    })
  if (rule.isOdd && all % 2 === 0)
    breaches.push({ code: 'odd', zh: `人数要是单数，现在${all}人`, en: `an odd number, not ${all}`, citation })
  if (owners * rule.owners.denominator < all * rule.owners.numerator)
    breaches.push({
      code: 'owners',
      zh: `业主代表不少于一半，现在${owners}人`,
      en: `owners make at least half, not ${owners} of ${all}`,
      citation,
    })
  for (const side of rule.sides)
    if (!sitting.some((one) => one.side === side))
      breaches.push({
        code: 'side',
        zh: `缺少${sideWords[side].zh}的人`,
        en: `nobody from ${sideWords[side].en}`,
        citation,
      })
  const leading = sitting.filter((one) => one.leads)
  if (leading.length !== 1 || !rule.leads.includes(leading[0]!.side))
    breaches.push({
      code: 'lead',
      zh: `要有一人牵头，由${rule.leads.map((side) => sideWords[side].zh).join('或')}的人担任`,
      en: `one person leads, of ${rule.leads.map((side) => sideWords[side].en).join(' or ')}`,
      citation,
    })
  return breaches
}
const moved = (day: string, years: number, months: number): string => {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number]
  const month = m - 1 + months
  const last = new Date(Date.UTC(y + years, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(y + years, month, Math.min(d, last))).toISOString().slice(0, 10)
}
/** A term is lawful: it ends after it begins and is not longer than its years; the last day belongs to it. */
export const isTerm = (from: string, to: string, years: number): boolean =>
  to > from && to <= new Date(Date.parse(`${moved(from, years, 0)}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10)
/** The first day on which a term is said to end soon. */
export const warnsFrom = (to: string, months: number): string => moved(to, 0, -months)
/** How many of those elected may take their seats: an odd number within the seats, enough for a committee; else null. */
export const mayBeSeated = (elected: number, rules: CommitteeRules): boolean =>
  elected >= rules.seats.least && elected <= rules.seats.most && elected % 2 === 1
/** A share in tenths of a per cent, cut; 0 of nothing. */
export const permille = (part: number, total: number): number => (total === 0 ? 0 : Math.floor((part * 1000) / total))
