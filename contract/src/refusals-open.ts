// Refusals about what is public: the board, links, released photos; and the open interface.
import { say } from './refusal.ts'

export const redactionRefusals = {
  'photo.not-found': say(
    404,
    '这件诉求没有这张照片。',
    '请刷新页面。',
    'No such photo in this case.',
    'Reload the page.',
  ),
  'photo.outside': say(
    422,
    '遮盖的范围超出照片。',
    '请重新画框。',
    'An area lies outside the photo.',
    'Draw it again.',
  ),
  'photo.not-released': say(409, '这张照片没有公开。', '请刷新页面。', 'This photo is not public.', 'Reload the page.'),
} as const
export const boardRefusals = {
  'board.off': say(
    404,
    '这个社区没有开通公开栏。',
    '请选择别的社区。',
    'This community has no public board.',
    'Choose another.',
  ),
  'board.not-public': say(
    404,
    '这件诉求不公开，或不存在。',
    '反映人请登录后查看。',
    'This case is not public, or there is none.',
    'Its reporter can sign in and see it.',
  ),
  'board.link-ended': say(
    404,
    '这个链接已失效。',
    '请向分享的人要新的链接。',
    'This link is no longer valid.',
    'Ask for a new one.',
  ),
  'board.district-only': say(
    403,
    '由区县决定是否开通公开栏。',
    '请联系区县管理员。',
    'The district decides on public boards.',
    'Ask the district’s administrator.',
  ),
  'board.too-many-links': say(
    409,
    '这件诉求的有效链接太多。',
    '请先停用不用的链接。',
    'This case has too many links in force.',
    'End those not needed.',
  ),
} as const
