// Refusals of the platform: http, access, life-cycles, files, calendar, notices.
import { say } from './refusal.ts'

export const httpRefusals = {
  'http.bad-input': say(
    400,
    '填写的内容有误。',
    '请按提示改正后再提交。',
    'Something was filled in wrongly.',
    'Correct the fields named and send again.',
  ),
  'http.not-found': say(
    404,
    '没有找到。',
    '请检查地址，或返回首页。',
    'Not found.',
    'Check the address or go back to the start.',
  ),
  'http.too-large': say(
    413,
    '内容太大。',
    '请减小文件或分几次提交。',
    'Too large.',
    'Make it smaller or send it in parts.',
  ),
  'http.unsupported-type': say(
    415,
    '不支持这种文件或格式。',
    '请换成说明中列出的格式。',
    'This format is not supported.',
    'Use one of the formats listed.',
  ),
  'http.too-many': say(429, '操作太频繁。', '请稍等一会儿再试。', 'Too many requests.', 'Wait a moment and try again.'),
  'http.key-reused': say(
    422,
    '同一个提交编号用在了不同内容上。',
    '请刷新页面后重新提交。',
    'The idempotency key was used for other content.',
    'Reload and send again.',
  ),
  'http.cross-site': say(
    403,
    '请求来自别的网站，已拦下。',
    '请从本站页面操作。',
    'The request came from another site.',
    'Act from this site’s own pages.',
  ),
  'http.busy': say(
    503,
    '系统正忙。',
    '请稍后再试，您填的内容不会丢。',
    'The system is busy.',
    'Try again shortly; nothing you typed is lost.',
  ),
} as const
export const accessRefusals = {
  'access.not-allowed': say(
    403,
    '您的岗位没有这项权限。',
    '如确需办理，请联系管理员。',
    'Your positions do not allow this.',
    'Ask an administrator if you need it.',
  ),
  'access.out-of-scope': say(
    403,
    '这不在您的辖区内。',
    '请联系负责该地点的同事。',
    'This is outside your area.',
    'Ask a colleague responsible for that place.',
  ),
} as const
export const lifecycleRefusals = {
  'lifecycle.wrong-state': say(
    409,
    '现在的状态不能这样做，可能别人刚处理过。',
    '请刷新后再看。',
    'This step is not possible in the present state; somebody may just have acted.',
    'Reload and look again.',
  ),
  'lifecycle.needs': say(
    422,
    '还缺必填内容。',
    '请补全后再提交。',
    'Something required is missing.',
    'Complete it and send again.',
  ),
} as const
export const filesRefusals = {
  'file.not-found': say(404, '没有找到这个文件。', '请刷新页面。', 'No such file.', 'Reload the page.'),
  'file.not-image': say(
    415,
    '这不是可以显示的照片。',
    '请用 JPG、PNG 或 WebP 照片；苹果 HEIC 请在相机设置选“兼容性最佳”。',
    'This is not a photo we can show.',
    'Use JPG, PNG or WebP; for HEIC choose “Most Compatible” in the camera settings.',
  ),
  'file.not-audio': say(
    415,
    '这不是可以播放的录音。',
    '请重新录音，最长六十秒。',
    'This is not a recording we can play.',
    'Record again, sixty seconds at most.',
  ),
  'file.too-long': say(
    422,
    '录音超过六十秒。',
    '请说短一些，重新录一段。',
    'The recording is longer than sixty seconds.',
    'Please record a shorter one.',
  ),
  'file.too-large': say(
    413,
    '文件太大。',
    '照片不超过十兆，录音不超过两兆。',
    'The file is too large.',
    'Photos up to 10 MB, recordings up to 2 MB.',
  ),
} as const
export const calendarRefusals = {
  'calendar.periods': say(
    422,
    '工作时段重叠或颠倒。',
    '请按先后顺序填写，不要重叠。',
    'The working periods overlap or run backwards.',
    'Put them in order without overlap.',
  ),
} as const
export const noticesRefusals = {
  'notices.no-codes': say(
    409,
    '这里还没有开通短信，发不出验证码。',
    '工作人员请用账号和密码登录；居民请联系社区。',
    'Phone messages are not set up here: no code can be sent.',
    'Staff sign in by account and password; residents ask the community office.',
  ),
  'template.not-found': say(404, '没有找到这个通知模板。', '请刷新列表。', 'No such template.', 'Reload the list.'),
  'template.unknown-field': say(
    422,
    '模板里有不认识的字段。',
    '请只用列出的字段。',
    'The template names an unknown field.',
    'Use only the fields listed.',
  ),
} as const
