// Fields of the journal of people and places: accounts, homes, organisations, appointments, imports, door codes, mediation.
import { dutyLists } from './dutylists-kinds.ts'
import { field, together, type Rooms } from './journal-fields-shape.ts'
import { entryAudiences, entryKinds, mediationStates } from './mediation-life.ts'
import { organisationKinds } from './organisations-kinds.ts'
import { permissions } from './permissions.ts'
import { placeKinds } from './places-tree.ts'

export const peopleFields = {
  // Accounts
  login: field('登录名', 'Sign-in name'),
  hasPhone: field('留了电话', 'Has a phone number'),
  phoneChanged: field('改了电话', 'Phone number changed'),
  passwordChanged: field('改了密码', 'Password changed'),
  language: field('语言', 'Language', {
    'zh-CN': { zh: '中文', en: 'Chinese' },
    en: { zh: '英文', en: 'English' },
  }),
  largeType: field('大字版', 'Large type'),
  quiet: field('免打扰时段', 'Quiet hours'),
  smsAllowed: field('可以发短信', 'Text messages allowed'),
  version: field('说明版本', 'Version of the notice'),
  given: field('已同意', 'Given'),
  staffOnly: field('只看工作人员', 'Staff only'),
  searched: field('用了搜索', 'Searched'),
  session: field('登录', 'Session'),
  device: field('设备', 'Device', 'device'),
  isNew: field('首次登录', 'First sign-in'),
  showPhoto: field('公开照片', 'Photo shown'),
  showPhone: field('公开电话', 'Phone shown'),
  // Places and homes
  gridId: field('网格', 'Grid'),
  floor: field('楼层', 'Floor'),
  lon: field('经度', 'Longitude'),
  lat: field('纬度', 'Latitude'),
  boundary: field('范围', 'Outline', 'outline'),
  relation: field('关系', 'Relation', {
    owner: { zh: '业主', en: 'owner' },
    occupant: { zh: '住户', en: 'occupant' },
  }),
  // Organisations, positions and appointments
  shortName: field('简称', 'Short name'),
  phone: field('办公电话', 'Office phone'),
  serves: field('服务地点', 'Serves'),
  position: field('岗位', 'Position'),
  positionId: field('岗位', 'Position'),
  scope: field('管辖范围', 'Area'),
  scopeId: field('管辖范围', 'Area'),
  organisationKinds: field('可设在哪类组织', 'In bodies of kinds', organisationKinds),
  scopeKinds: field('可管哪类地点', 'For places of kinds', placeKinds),
  permissions: field('权限', 'Permissions', permissions),
  // Imports and door codes
  which: field('写入哪些行', 'Rows written', {
    all: { zh: '全部', en: 'all' },
    good: { zh: '没有错误的', en: 'those without errors' },
  }),
  good: field('正确', 'Good'),
  bad: field('有错', 'With errors'),
  codes: field('码数', 'Codes'),
  replacedBy: field('换成', 'Replaced by'),
  added: field('新增', 'Added'),
  // Duty lists
  list: field('清单', 'List', dutyLists),
  categoryIds: field('类别', 'Categories'),
  placeIds: field('地点', 'Places'),
  contact: field('找谁', 'Whom to ask'),
  legalBasis: field('法律依据', 'Legal basis'),
  // Mediation
  consent: field('是否同意调解', 'Consent', {
    asked: { zh: '待答复', en: 'asked' },
    given: { zh: '同意', en: 'given' },
    refused: { zh: '不同意', en: 'refused' },
  }),
  parties: field('当事人数', 'Parties'),
  clause: field('协议第几条', 'Clause'),
  // Calendar and message templates
  own: field('本区安排', 'Set by the district'),
  working: field('上班', 'Working day'),
  periods: field('上班时段', 'Hours'),
  en: field('英文', 'English'),
  sms: field('同时发短信', 'Also a text message'),
}
const doorKinds = {
  ...placeKinds,
  station: { zh: '驿站', en: 'station' },
  facility: { zh: '设施', en: 'facility' },
  box: { zh: '意见箱', en: 'opinion box' },
}
export const peopleRooms = {
  identity: { name: field('姓名', 'Name') },
  home: {
    state: field('认领状态', 'State of the claim', {
      claimed: { zh: '待确认', en: 'claimed' },
      confirmed: { zh: '已确认', en: 'confirmed' },
      refused: { zh: '未通过', en: 'refused' },
      ended: { zh: '已结束', en: 'ended' },
    }),
  },
  place: { kind: field('种类', 'Kind', placeKinds) },
  organisation: { kind: field('种类', 'Kind', organisationKinds) },
  doorcode: { kind: field('种类', 'Kind', doorKinds), issued: field('发放数', 'Issued') },
  import: {
    kind: field('表格种类', 'Kind of sheet', {
      places: { zh: '地点', en: 'places' },
      residents: { zh: '居民', en: 'residents' },
      organisations: { zh: '组织', en: 'organisations' },
      staff: { zh: '工作人员', en: 'staff' },
    }),
    state: field('状态', 'State', {
      previewed: { zh: '已预览', en: 'previewed' },
      committed: { zh: '已写入', en: 'written' },
    }),
  },
  mediation: {
    state: field(
      '状态',
      'State',
      together(mediationStates, {
        open: { zh: '待履行', en: 'to be kept' },
        saidKept: { zh: '一方说已做到', en: 'said to be kept' },
        kept: { zh: '已确认做到', en: 'confirmed as kept' },
      }),
    ),
    kind: field('种类', 'Kind', entryKinds),
    audience: field('谁能看', 'Readers', entryAudiences),
    as: field('身份', 'As', {
      mediator: { zh: '调解员', en: 'mediator' },
      party: { zh: '当事人', en: 'party' },
    }),
  },
  template: { body: field('正文', 'Body') },
} satisfies Rooms
