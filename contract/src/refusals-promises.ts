// Refusals about promises, plans and supervision.
import { say } from './refusal.ts'

export const promisesRefusals = {
  'promise.not-found': say(404, '没有找到这项承诺。', '请刷新列表。', 'No such promise.', 'Reload the list.'),
  'promise.ended': say(409, '这项承诺已经了结。', '请刷新后再看。', 'This promise has ended.', 'Reload and look.'),
  'promise.day': say(422, '承诺的日期已经过去。', '请选择今天或以后。', 'The day is past.', 'Choose today or later.'),
  'plan.active': say(
    409,
    '已经有一个正在执行的计划。',
    '请在原计划上加一步，或先取消它。',
    'There is a plan already.',
    'Add a step to it, or drop it first.',
  ),
  'plan.none': say(409, '没有正在执行的计划。', '请先制定计划。', 'There is no active plan.', 'Make a plan first.'),
  'plan.handed-over': say(
    409,
    '已经交给协商议事。',
    '请等结果回来。',
    'It is in deliberation already.',
    'Wait for its outcome.',
  ),
  'plan.not-handed-over': say(
    409,
    '这件诉求不在协商议事中。',
    '请刷新后再看。',
    'It is not in deliberation.',
    'Reload and look.',
  ),
}
export const supervisionRefusals = {
  'supervision.not-found': say(404, '没有找到。', '请刷新列表。', 'Not found.', 'Reload the list.'),
  'supervision.deadline': say(
    422,
    '回复时限不对。',
    '请选择以后一年内的时间。',
    'The deadline is wrong.',
    'Choose a moment within the next year.',
  ),
  'supervision.own': say(
    422,
    '不能督办自己的单位。',
    '请选择承办单位。',
    'A body cannot supervise itself.',
    'Choose the body that handles it.',
  ),
  'supervision.period': say(
    422,
    '抽查的时段不对。',
    '请选择已经结束的时段。',
    'The period is wrong.',
    'Choose one that is over.',
  ),
  'supervision.drawn': say(
    409,
    '这个时段已经抽取过。',
    '请看已有的抽查。',
    'This period has been drawn.',
    'See the round that exists.',
  ),
  'supervision.checked': say(409, '已经复查过。', '请刷新列表。', 'It has been checked.', 'Reload the list.'),
}
