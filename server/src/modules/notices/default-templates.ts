// What is sent at each event to each audience, unless the district has worded it otherwise.
import { toField } from './field-templates.ts'
import { toChannels } from './channel-templates.ts'
import { aboutDecisions } from './decision-templates.ts'
import { toDeliberators } from './deliberation-templates.ts'
import { aboutPublicNotices } from './public-notice-templates.ts'
import { aboutFunds } from './fund-templates.ts'
import { aboutCommittees } from './committee-templates.ts'
import { toMediated } from './mediation-templates.ts'
import { toPromisers } from './promise-templates.ts'
import { toReporter } from './reporter-templates.ts'
import { toCommunity, toHandler } from './staff-templates.ts'
import { to, type Audience, type DefaultTemplate } from './template-shape.ts'
import { whistleTemplates } from './whistle-templates.ts'

export type { Audience, DefaultTemplate } from './template-shape.ts'

const toPerson: readonly DefaultTemplate[] = [
  to(
    'person',
    'home.confirmed',
    ['房屋已确认', '{home} 已登记在您名下。'],
    ['Home confirmed', '{home} is now registered to you.'],
    true,
    ['home'],
  ),
  to(
    'person',
    'home.refused',
    ['房屋没有通过确认', '{home}。原因：{reason}。如有疑问，请到社区办理。'],
    ['Home not confirmed', '{home}. Reason: {reason}. Please ask at the community office.'],
    true,
    ['home', 'reason'],
  ),
  to(
    'person',
    'identity.totpReset',
    ['二次验证已重置', '{name}已重置您的二次验证。请登录后重新设置。如果不是您要求的，请马上联系管理员。'],
    [
      'Second step reset',
      '{name} has reset your second step. Sign in and set it up again. If you did not ask for it, call the administrator at once.',
    ],
    true,
    ['name'],
  ),
  to(
    'person',
    'case.followed',
    ['您关注的诉求有进展', '编号 {number}：{place}，{category}。现在：{state}。'],
    ['News of a case you follow', 'No. {number}: {place}, {category}. Now: {state}.'],
    false,
    ['number', 'place', 'category', 'state', 'handler'],
  ),
  to(
    'person',
    'test',
    ['测试消息', '{name}，您能看到这条消息，通知就是通的。'],
    ['Test message', '{name}, if you can read this, notices reach you.'],
    false,
    ['name'],
  ),
]
/** Every template there is. */
export const defaultTemplates: readonly DefaultTemplate[] = [
  ...toPromisers,
  ...toReporter,
  ...toHandler,
  ...toCommunity,
  ...toPerson,
  ...toChannels,
  ...whistleTemplates,
  ...toField,
  ...toMediated,
  ...aboutFunds,
  ...aboutCommittees,
  ...aboutDecisions,
  ...aboutPublicNotices,
  ...toDeliberators,
]

const byKey = new Map(defaultTemplates.map((template) => [`${template.event} ${template.audience}`, template]))
export const defaultTemplate = (event: string, audience: Audience): DefaultTemplate | undefined =>
  byKey.get(`${event} ${audience}`)

/** Values to show how a wording reads. */
export const exampleFields: Readonly<Record<string, string>> = {
  number: '100123',
  at: '11/25 15:00',
  where: '社区调解室',
  unit: '消防救援大队',
  asked: '清理消防通道',
  arrival: '11/25 10:00',
  result: '11/27 18:00',
  people: '罗克坚等两人',
  clock: '到场',
  rung: '街道',
  place: '幸福里小区 1号楼 2单元',
  category: '路灯照明',
  words: '楼道里水管漏水',
  handler: '安居物业',
  state: '办理中',
  said: '已更换水管',
  reason: '需要等配件',
  due: '11/25 18:00',
  until: '11/30 09:00',
  rating: '5',
  home: '幸福里小区 1号楼 2单元 101',
  route: '幸福里日巡',
  aim: '消防通道联合检查',
  day: '11月25日',
  checked: '3',
  points: '8',
  task: '请带两名队员。',
  area: '柳园社区',
  count: '24',
  name: '王秀英',
  what: '三天内换好门禁',
  level: '街道督办',
  who: '安居物业',
  estate: '幸福里小区',
  order: 'RX20261120001',
  kind: '业主委员会',
  to: '2027年2月28日',
  days: '15',
  fund: '小区公共收益',
  title: '更换楼道灯',
  amount: '1280.00',
  opensFrom: '12月1日',
  closes: '12月15日',
  passed: '2',
  failed: '1',
  doors: '1号楼 2单元 101',
  scheme: '党群议事日',
  notice: '请带上您的意见。',
}
