// Wordings about committees of estates, trial services and consultations (mission B9, B10, B11).
import { to, type DefaultTemplate } from './template-shape.ts'

export const aboutCommittees: readonly DefaultTemplate[] = [
  to(
    'person',
    'committee.proposed',
    ['有人推荐您当业委会委员', '{place}：有人推荐您为候选人。不愿意可以退出。'],
    ['You were proposed for the committee', '{place}: you were proposed as a candidate. You may withdraw.'],
    false,
    ['place'],
  ),
  to(
    'person',
    'committee.reviewed',
    ['候选人资格审查有结果', '{place}：审查{result}。{words}'],
    ['Your candidacy was reviewed', '{place}: {result}. {words}'],
    false,
    ['place', 'result', 'words'],
  ),
  to(
    'person',
    'committee.endsSoon',
    ['任期快满了', '{place}{kind}任期到{to}。请在三个月内组织换届。'],
    ['A term ends soon', '{place}: the term of its committee ends on {to}. Please prepare the next.'],
    false,
    ['place', 'kind', 'to'],
  ),
]
