// Refusals about the three rates and reports.
import { say } from './refusal.ts'

export const ratesRefusals = {
  'rates.bad-period': say(
    400,
    '起止日期不对。',
    '开始不能晚于结束，最长两年。',
    'The period is not one.',
    'It must begin before it ends and span two years at most.',
  ),
  'rates.bad-scope': say(
    400,
    '这一级没有三率。',
    '请选择区县、街道或社区。',
    'There are no rates at this level.',
    'Choose the district, a street or a community.',
  ),
  'rates.month-not-over': say(
    409,
    '这个月还没有结束。',
    '请在月末之后发布。',
    'The month is not over.',
    'Publish it after its last day.',
  ),
  'rates.month-published': say(
    409,
    '这个月已经发布过了。',
    '发布后不再更改，差异会另外显示。',
    'The month is published already.',
    'It stays as published; differences are shown beside it.',
  ),
  'rates.not-published': say(
    404,
    '这个月还没有发布。',
    '请查看实时数字。',
    'The month is not published.',
    'See the live figures.',
  ),
  'rates.uncounted': say(
    409,
    '还有变动没有计入。',
    '请等一分钟再发布。',
    'Some changes are not counted yet.',
    'Wait a minute and publish again.',
  ),
  'rates.exclusion-not-found': say(
    404,
    '没有找到这份申请。',
    '请刷新列表。',
    'No such application.',
    'Reload the list.',
  ),
  'rates.exclusion-there': say(
    409,
    '这件诉求已经有剔除申请。',
    '请先等审核结果。',
    'There is an application about this case already.',
    'Wait for the decision.',
  ),
  'rates.exclusion-decided': say(
    409,
    '这份申请已经审核过了。',
    '请刷新后再看。',
    'This application is decided.',
    'Reload the page.',
  ),
  'rates.own-application': say(
    403,
    '不能审核自己的申请。',
    '请由其他审核人处理。',
    'Nobody reviews their own application.',
    'Another reviewer must decide.',
  ),
} as const
