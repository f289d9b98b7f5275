// What the journal calls the actions of committees, trial services and consultations.
import { committeeSteps } from './committees-life.ts'
import { pollSteps } from './polls-life.ts'
import { trialSteps } from './trials-life.ts'
import { action, stepActions, under } from './journal-actions-shape.ts'

export const committeeActions = {
  ...stepActions('committee', committeeSteps, under('业委会组建', 'committee')),
  ...stepActions('trial', trialSteps, under('先尝后买', 'trial service')),
  'trial.plan': action('准备了先尝后买', 'planned a trial service'),
  'trial.log': action('记录了试用期做的事', 'recorded what was done in a trial'),
  'trial.mark': action('给试用打了分', 'marked a trial service'),
  ...stepActions('poll', pollSteps, under('意见征询', 'consultation')),
  'poll.draft': action('起草了意见征询', 'drafted a consultation'),
  'poll.answer': action('答了意见征询', 'answered a consultation'),
  'poll.topic': action('把意见征询转成了议题', 'made a topic of a consultation'),
  'poll.link': action('把意见征询连到了表决', 'linked a consultation to a decision'),
  'committee.begin': action('成立了业委会筹备组', 'set up a preparation group'),
  'committee.setUp': action('成立或登记了委员会', 'set up or recorded a committee'),
  'committee.exempt': action('记录了小区要不要组建', 'recorded whether an estate must have a committee'),
  'committee.propose': action('推荐了委员候选人', 'proposed a candidate'),
  'committee.candidacyWithdrawn': action('退出了委员候选人', 'withdrew a candidacy'),
  'committee.review': action('审查了委员候选人', 'reviewed a candidate'),
  'committee.object': action('对候选人名单提出了异议', 'objected to a list of candidates'),
  'committee.answer': action('答复了异议', 'answered an objection'),
  'committee.leave': action('记录了委员离任', 'recorded that a member left'),
  'committee.tie': action('认定并任命了委员', 'tied members to people and appointed them'),
  'committee.moveUp': action('候补委员递补', 'a reserve member moved up'),
  'committee.export': action('导出了小区组建情况', 'exported estates and their committees'),
}
