// Refusals about whistles and the ladder.
import { say } from './refusal.ts'

export const whistlesRefusals = {
  'whistle.not-found': say(404, '没有找到这次吹哨。', '请刷新列表。', 'No such whistle.', 'Reload the list.'),
  'whistle.case-over': say(
    409,
    '这件诉求已经了结，不能再吹哨。',
    '如需再办，请先重新办理。',
    'The case is over; no whistle can be blown.',
    'Reopen it first.',
  ),
  'whistle.called-already': say(
    409,
    '这个单位已经被叫到，还没有完成。',
    '请去掉这个单位再吹哨。',
    'This unit is called already and not done.',
    'Leave it out.',
  ),
  'whistle.cannot-answer': say(
    422,
    '这个单位没有人能应答这个地点的吹哨。',
    '请选择列表中的单位。',
    'Nobody there can answer for this place.',
    'Choose a unit from the list.',
  ),
  'whistle.one-lead': say(
    422,
    '请指定一个牵头单位。',
    '牵头单位须在被叫的单位之中。',
    'Name one lead unit.',
    'It must be among the units called.',
  ),
  'whistle.wrong-door': say(
    422,
    '这个门牌码不在诉求的地点。',
    '请扫现场的门牌码，或拍一张现场照片。',
    'This door code belongs elsewhere.',
    'Scan the code on site, or take a photo there.',
  ),
  'whistle.not-decider': say(
    403,
    '吹哨的人和同级不能裁定这次拒绝。',
    '请由上一级裁定。',
    'The caller’s own level cannot decide.',
    'The next level up decides.',
  ),
  'whistle.rating-closed': say(
    409,
    '单位的结果验收后才能评分。',
    '请稍后再来。',
    'A unit is rated after its result is accepted.',
    'Come back later.',
  ),
} as const
export const ladderRefusals = {
  'ladder.at-top': say(
    409,
    '已经在最高一级，不能再上报。',
    '请在本级办理。',
    'It is at the top already.',
    'It is handled here.',
  ),
  'ladder.not-below': say(
    422,
    '只能交给更低的一级。',
    '请选择下面的一级。',
    'It can only be handed down.',
    'Choose a lower level.',
  ),
  'ladder.not-yours': say(
    403,
    '这件诉求现在不在您这一级。',
    '请联系现在负责的一级。',
    'The case is not at your level now.',
    'Ask the level that holds it.',
  ),
  'ladder.over': say(
    409,
    '这件诉求已经了结，不再升级。',
    '不需要再操作。',
    'The case is over.',
    'Nothing more is needed.',
  ),
} as const
