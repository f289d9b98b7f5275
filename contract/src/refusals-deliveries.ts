// Refusals about silence in owners' decisions, and the proof that a ballot reached its owner.
import { say } from './refusal.ts'

export const deliveriesRefusals = {
  'decision.silence-article': say(
    422,
    '没有写明议事规则的条文。',
    '沉默随多数，要有议事规则的规定。请写“第几条”。',
    'The article of the rules of procedure is missing.',
    'Silence counts only where they say so: name the article.',
  ),
  'decision.silence-city': say(
    422,
    '以市里的系统为准时，这里不能另算沉默。',
    '请去掉其中一项。',
    'Silence cannot be counted here where the city’s own system binds.',
    'Take one of the two back.',
  ),
  'decision.silence-off': say(
    409,
    '这次表决里，不投票不算票。',
    '不用登记送达。',
    'In this decision silence is no vote.',
    'No delivery is recorded.',
  ),
  'decision.owner-unknown': say(
    422,
    '名册里没有这位业主，或没有这栋楼。',
    '请从名单里选。',
    'The roll has no such owner or building.',
    'Choose from the list.',
  ),
  'decision.delivered-already': say(
    409,
    '已经登记过送达。',
    '请刷新名单再看。',
    'The delivery is on record already.',
    'Reload the list.',
  ),
  'decision.delivery-day': say(
    422,
    '送达日期不对。',
    '不能早于公告，也不能晚于今天。',
    'The day of delivery is wrong.',
    'Not before the notice, not after today.',
  ),
  'decision.delivery-gone': say(
    404,
    '没有这条送达记录，或已经撤回。',
    '请刷新名单。',
    'No such delivery, or it was taken back.',
    'Reload the list.',
  ),
}
