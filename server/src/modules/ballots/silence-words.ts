// What silence means in a decision, in the words that stand on notices, papers and certificates.
import { silenceGround, type VoteRuleSet } from '../../../../rules/src/vote-rule-sets.ts'

export const countsSilence = (rules: VoteRuleSet): boolean => rules.silence === 'with-majority'
/** The estate's article, with the name of its rules where only the number was given. */
export const silenceArticle = ({ silenceCitation = '' }: VoteRuleSet): string =>
  silenceCitation.includes('规则') ? silenceCitation : `议事规则${silenceCitation}`
/** The article of the rules of procedure and on what it rests; null where silence is no vote. */
export const silenceView = (rules: VoteRuleSet) =>
  countsSilence(rules) ? { citation: silenceArticle(rules), ground: silenceGround } : null
/** For owners, before they vote. */
export const silenceSaid = (rules: VoteRuleSet): string =>
  countsSilence(rules)
    ? `按本小区${silenceArticle(rules)}，收到表决票没有投的，跟多数一样算；选举里只算参加。弃权算参加，不算同意。`
    : '不投票不算同意。弃权算参加，不算同意。'
