// The rules in force in the district today, before anything is formed.
import type { committeesApi } from '../../../../contract/src/committees.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { Cx } from '../../platform/cx.ts'
import { committeeRulesInForce } from './lists.ts'
import { ruleValues } from './rule-values.ts'
import { requirementViews } from './view.ts'

export const rulesNow = async (cx: Cx): Promise<OutOf<(typeof committeesApi)['GET /api/committees/rules']>> => {
  const rules = await committeeRulesInForce(cx)
  return {
    requirements: requirementViews(rules, true),
    ownersCommittee: ruleValues(rules, 'ownersCommittee'),
    managementCommittee: ruleValues(rules, 'managementCommittee'),
  }
}
