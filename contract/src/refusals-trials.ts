// Refusals about trial services and consultations.
import { say } from './refusal.ts'

export const trialsRefusals = {
  'trial.not-found': say(
    404,
    '没有找到这次试用。',
    '只有小区的人、这家公司和社区能看。',
    'No such trial.',
    'Only the estate, the company and the community see it.',
  ),
  'trial.place': say(422, '这里不能试用。', '请选择一个小区。', 'Not here.', 'Choose an estate.'),
  'trial.company': say(
    422,
    '没有这家物业公司。',
    '请先登记物业公司。',
    'No such property company.',
    'Register it first.',
  ),
  'trial.running': say(
    409,
    '这个小区已经有一次试用。',
    '请先结束那一次。',
    'A trial is under way here.',
    'End that one first.',
  ),
  'trial.dates': say(422, '日期不对。', '请按提示改。', 'The dates are wrong.', 'See the field.'),
  'trial.not-yet': say(409, '试用还没有到时间。', '请等到那一天。', 'Not yet.', 'Wait for the day.'),
  'trial.home': say(
    403,
    '这套房不是您家的，或不在这个小区。',
    '请选择您家的房屋。',
    'Not your home, or not of this estate.',
    'Choose your own home.',
  ),
  'trial.not-serving': say(
    409,
    '现在不在试用期里。',
    '试用期内每周可以打一次分。',
    'The trial is not running.',
    'Marks are given while it runs.',
  ),
  'trial.not-certified': say(
    409,
    '表决还没有证书，不能登记合同。',
    '民法典第278条第1款第4项：选聘物业由业主共同决定。',
    'The decision is not certified.',
    'Hiring is decided by the owners (Civil Code art. 278).',
  ),
  'trial.passed': say(
    409,
    '表决还在进行，或者已经通过。',
    '请先看表决的结果。',
    'The decision is open, or it passed.',
    'Look at its result.',
  ),
  'trial.fee': say(
    422,
    '收费高于业主表决的标准。',
    '收费不能高于表决通过的数。',
    'The fee is above what was voted.',
    'It cannot exceed the decision.',
  ),
}
export const pollsRefusals = {
  'poll.not-found': say(
    404,
    '没有找到这次征询。',
    '只有这里的人能看。',
    'No such consultation.',
    'Only people of the place see it.',
  ),
  'poll.day': say(422, '截止日期不对。', '不能早于今天，最长一年。', 'The day is wrong.', 'From today, within a year.'),
  'poll.options': say(
    422,
    '选项没有填全，或不属于这次征询。',
    '每个问题都要选，单选的只选一个。',
    'Options are missing or foreign.',
    'Answer every question; one option where one is asked.',
  ),
  'poll.not-asked': say(
    403,
    '这次征询没有问您。',
    '只问范围内的住户，或只问业主。',
    'You are not asked.',
    'It asks those who live there, or owners only.',
  ),
  'poll.over': say(409, '征询已经结束，或还没有开始。', '请看截止日期。', 'It is not open.', 'See its last day.'),
  'poll.has-topic': say(409, '已经转成议题了。', '请打开那个议题。', 'It is a topic already.', 'Open that topic.'),
  'poll.other-place': say(
    422,
    '那次表决不在这个范围。',
    '请选择同一个小区的表决。',
    'That decision is of another place.',
    'Choose one of the same estate.',
  ),
}
