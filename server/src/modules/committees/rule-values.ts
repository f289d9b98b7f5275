// The values of a rule set as sentences, each with what it rests on: for whoever forms a committee and whoever lives under it.
import type { z } from 'zod'
import type { composition, committeeKind } from '../../../../contract/src/committees-shapes.ts'
import { sideWords, type CommitteeRules, type Composition } from '../../../../rules/src/committee-rules.ts'

type Value = z.output<typeof composition>
const value = (zh: string, en: string, citation = ''): Value => ({ words: { zh, en }, citation })

const sizeOf = ({ least, most, isOdd }: Pick<Composition, 'least' | 'most' | 'isOdd'>) => ({
  zh: `${least}到${most}人${isOdd ? '，人数为单数' : ''}`,
  en: `${least} to ${most} persons${isOdd ? ', an odd number' : ''}`,
})
const shareOf = ({ numerator, denominator }: Composition['owners']) =>
  numerator === 1 && denominator === 2
    ? { zh: '一半', en: 'half' }
    : { zh: `${denominator}分之${numerator}`, en: `${numerator}/${denominator}` }
const composed = (zh: string, en: string, rule: Composition): Value[] => {
  const { owners, sides, leads, citation } = rule
  const size = sizeOf(rule)
  const share = shareOf(owners)
  const named = (all: Composition['sides'], side: 'zh' | 'en', joint: string) =>
    all.map((one) => sideWords[one][side]).join(joint)
  return [
    value(`${zh}${size.zh}`, `${en}: ${size.en}`, citation),
    value(`${zh}里业主代表不少于${share.zh}`, `owners make ${share.en} or more of it`, citation),
    value(`要有${named(sides, 'zh', '、')}的人`, `with persons of ${named(sides, 'en', ', ')}`, citation),
    value(`由${named(leads, 'zh', '或')}的人牵头`, `led by ${named(leads, 'en', ' or ')}`, citation),
  ]
}
/** Sets kept before the ground of their numbers was written down have none to show. */
export const ruleValues = (rules: CommitteeRules, kind: z.output<typeof committeeKind>): Value[] => {
  const { citations: rest, warnMonths } = rules
  const years = (most: number, citation: string | undefined) =>
    value(`每届不超过${most}年`, `a term of at most ${most} years`, citation)
  const warning = value(
    `任期满前${warnMonths}个月提醒换届`,
    `said to end ${warnMonths} months before the term ends`,
    rest?.warning,
  )
  if (kind === 'managementCommittee')
    return [
      ...composed('物管会', 'management committee', rules.management),
      years(rules.managementYears, rest?.management),
      warning,
    ]
  const seats = sizeOf({ ...rules.seats, isOdd: true })
  return [
    ...composed('筹备组', 'preparation group', rules.group),
    value(`业委会${seats.zh}`, `owners’ committee: ${seats.en}`, rules.seats.citation),
    years(rules.ownersYears, rest?.terms),
    value(
      `候选人名单公示不少于${rules.listDays}天`,
      `the list of candidates hangs ${rules.listDays} days or more`,
      rest?.list,
    ),
    warning,
  ]
}
