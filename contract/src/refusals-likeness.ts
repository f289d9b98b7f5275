// Refusals about hot spots and triage.
import { say } from './refusal.ts'

export const likenessRefusals = {
  'hotspot.not-found': say(
    404,
    '没有找到这个热点。',
    '它可能已经平息，请刷新列表。',
    'No such hot spot.',
    'It may have calmed down; reload the list.',
  ),
  'hotspot.decided': say(
    409,
    '这个热点已经处理过了。',
    '请刷新后再看。',
    'This hot spot has been decided.',
    'Reload the page.',
  ),
  'triage.no-model': say(
    409,
    '还没有可用的模型。',
    '请先在智能分类里训练。',
    'There is no model yet.',
    'Train one under triage first.',
  ),
  'triage.too-few': say(
    409,
    '办过的诉求太少，还不能训练。',
    '至少要有三十件、两个类别。',
    'Too few past cases to learn from.',
    'At least thirty cases of two categories are needed.',
  ),
} as const
