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
export const open311Refusals = {
  'open311.not-found': say(404, '没有找到这一项。', '请刷新页面。', 'No such thing.', 'Reload the page.'),
  'open311.code-taken': say(
    409,
    '这个服务代码已经用了。',
    '请换一个代码。',
    'This service code is taken.',
    'Choose another.',
  ),
  'open311.choices': say(
    422,
    '选择类的字段要有选项，代码不能重复。',
    '请补上选项，或改代码。',
    'A list needs choices, and codes must differ.',
    'Add choices or change a code.',
  ),
  'open311.no-service': say(
    409,
    '对方没有对应的服务。',
    '请先设置类别对应的服务代码。',
    'The other side has no service for this category.',
    'Map the category to a service first.',
  ),
  'open311.forwarded-already': say(
    409,
    '已经转给或来自这个系统。',
    '不用再转。',
    'It went to or came from this endpoint already.',
    'Nothing to do.',
  ),
  'open311.peer-off': say(
    409,
    '这个对接没有启用。',
    '请先启用。',
    'This endpoint is switched off.',
    'Switch it on first.',
  ),
  'open311.peer-silent': say(
    422,
    '对方系统没有应答，或答复看不懂。',
    '请核对地址和密钥，稍后再试。',
    'The endpoint did not answer, or not understandably.',
    'Check address and key, try later.',
  ),
  // What callers of the protocol are told; the protocol words it.
  'open311.bad-request': say(400, '请求有误。', '请按说明改正。', 'The request is wrong.', 'See the description.'),
  'open311.forbidden': say(403, '密钥缺失或无效。', '请检查密钥。', 'API key missing or invalid.', 'Check the key.'),
  'open311.unknown': say(404, '没有找到。', '请核对代码或编号。', 'Not found.', 'Check the code or id.'),
} as const
