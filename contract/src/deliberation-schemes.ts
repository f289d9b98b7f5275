// The meeting schemes and must-deliberate matters every district begins with; a district changes them as data. No zod.
import type { OrganisationKind } from './organisations-kinds.ts'
import type { PlaceKind } from './places-tree.ts'

export interface SchemeSeat {
  readonly key: string
  /** As on the notice, e.g. 业委会. */
  readonly say: string
  /** Who sits here: holders of these positions, or of any position in organisations of these kinds. */
  readonly positions: readonly string[]
  readonly kinds: readonly OrganisationKind[]
  /** The written duty list of this party. */
  readonly duties: readonly string[]
  readonly votes: boolean
}
export type SchemeRhythm =
  | { readonly every: 'month'; readonly day: number }
  | { readonly every: 'week'; readonly weekday: number; readonly weeks: number; readonly from: string }
  | { readonly every: 'monthWeekday'; readonly nth: 1 | 2 | 3 | 4 | 5; readonly weekday: number }
  | { readonly every: 'quarter'; readonly day: number }
export interface Scheme {
  readonly code: string
  readonly name: string
  readonly about: string
  /** Kinds of places it meets for. */
  readonly placeKinds: readonly PlaceKind[]
  readonly seats: readonly SchemeSeat[]
  /** Present of those with a vote, in hundredths; 0: none needed. */
  readonly quorumPercent: number
  /** Votes for, of those cast, in hundredths: more than this. 100: all. */
  readonly passPercent: number
  /** Of the votes cast, or of all who have one. */
  readonly passOf: 'cast' | 'all'
  readonly stages: readonly string[]
  readonly rhythm: SchemeRhythm | null
  readonly onDayOff: 'hold' | 'next' | 'previous'
  /** Minutes since midnight. */
  readonly startsAt: number
  /** Days between notice and meeting, at least. */
  readonly noticeDays: number
  /** A petition with so many names must be taken up. */
  readonly petitionNames: number
  /** An overdue item goes one level up after so many days. */
  readonly escalateDays: number
  /** Who reads the published minutes. */
  readonly readers: 'members' | 'residents'
  /** Held at the door: neighbours around are told, minutes are published at once. */
  readonly atTheDoor: boolean
  readonly noticeWords: string
  /** What the calendar brings up by itself: in its month it becomes a topic. */
  readonly yearly?: readonly { readonly month: number; readonly title: string; readonly words: string }[]
  readonly active: boolean
}
const seat = (
  key: string,
  say: string,
  positions: readonly string[],
  kinds: readonly OrganisationKind[],
  duties: readonly string[] = [],
  votes = true,
): SchemeSeat => ({ key, say, positions, kinds, duties, votes })
const grid = seat('grid', '网格员', ['gridWorker', 'gridLead'], [], ['收集民意', '排查隐患'])
const owners = seat('owners', '业委会', [], ['ownersCommittee'], ['协调业主', '监督物业企业'])
const property = seat('property', '物业企业', ['propertyManager'], [], ['优化服务', '参与共治'])
const council = seat(
  'council',
  '居民议事会',
  ['buildingLead', 'unitLead', 'steward'],
  ['residentsCouncil'],
  ['议事协商', '调解纠纷'],
)
const partner = seat('partner', '共建单位', [], ['partnerUnit'], ['联动共建', '助力发展'])
const branch = seat('branch', '党支部书记', ['communitySecretary'], [], ['统筹管理', '督促各方履职'])
const department = seat('department', '职能部门', ['departmentOfficer', 'enforcementOfficer'], [], ['依职责办理'])
const street = seat('street', '街道', ['streetOfficer'], [], ['协调部门', '督促落实'])
const common = {
  seats: [] as readonly SchemeSeat[],
  quorumPercent: 50,
  passPercent: 50,
  passOf: 'cast',
  stages: [] as readonly string[],
  rhythm: null,
  onDayOff: 'next',
  startsAt: 19 * 60,
  noticeDays: 3,
  petitionNames: 10,
  escalateDays: 7,
  readers: 'residents',
  atTheDoor: false,
  noticeWords: '请按时参加，议程见下。',
  active: true,
} as const

export const defaultSchemes: readonly Scheme[] = [
  {
    ...common,
    code: 'doorstep',
    name: '红马扎',
    about: '在楼头、院里搬马扎就议，一部手机几分钟记好。',
    placeKinds: ['unit', 'building', 'estate', 'grid', 'community'],
    seats: [grid, seat('lead', '楼栋长和单元长', ['buildingLead', 'unitLead', 'steward'], [])],
    quorumPercent: 0,
    noticeDays: 0,
    atTheDoor: true,
    noticeWords: '搬个马扎来坐坐，有话当面说。',
  },
  {
    ...common,
    code: 'five-party',
    name: '五方办',
    about: '党支部牵头，居民议事会、业委会、物业、网格员、共建单位一起议。',
    placeKinds: ['estate'],
    seats: [branch, council, owners, property, grid, partner],
    rhythm: { every: 'month', day: 10 },
    noticeDays: 3,
    yearly: [
      { month: 5, title: '汛前排水检查', words: '雨季前看一遍排水口、地库和屋面。' },
      { month: 10, title: '供暖准备', words: '供暖前试水，商量怎么通知到每一户。' },
      { month: 12, title: '公共收益怎么用', words: '看一年的公共收益，商量明年怎么用。' },
    ],
  },
  {
    ...common,
    code: 'four-meetings',
    name: '四会一课',
    about: '吐槽会收集，议事会化解，共建会请部门，问效会反馈，赋能课总结。',
    placeKinds: ['estate', 'grid', 'community'],
    seats: [branch, grid, owners, property, council, department],
    stages: ['吐槽会', '议事会', '共建会', '问效会', '赋能课'],
    rhythm: { every: 'monthWeekday', nth: 1, weekday: 3 },
  },
  {
    ...common,
    code: 'joint',
    name: '联席会（一期一会）',
    about: '多部门共议大事、实事、难事。',
    placeKinds: ['community', 'street'],
    seats: [branch, street, department, property, partner],
    rhythm: { every: 'month', day: 20 },
    startsAt: 14 * 60 + 30,
    readers: 'members',
  },
  {
    ...common,
    code: 'six-party',
    name: '六方联动',
    about: '社区、业委会、物业、网格、职能部门、共建单位联动。',
    placeKinds: ['community', 'estate'],
    seats: [branch, owners, property, grid, department, partner],
    rhythm: { every: 'quarter', day: 15 },
    startsAt: 14 * 60 + 30,
  },
  {
    ...common,
    code: 'owners-committee',
    name: '业委会会议',
    about: '业委会委员过半数出席，经全体委员过半数同意。',
    placeKinds: ['estate'],
    seats: [owners, seat('community', '社区居委会', ['communitySecretary', 'communityClerk'], [], ['指导监督'], false)],
    passOf: 'all',
    noticeDays: 7,
  },
  {
    ...common,
    code: 'management-committee',
    name: '物管会会议',
    about: '没有业委会的小区，由物业管理委员会议事。',
    placeKinds: ['estate'],
    seats: [
      seat('management', '物管会', [], ['managementCommittee'], ['组织业主共同决定事项']),
      seat('community', '社区居委会', ['communitySecretary', 'communityClerk'], [], ['牵头组织']),
    ],
    noticeDays: 7,
  },
  {
    ...common,
    code: 'owners-assembly',
    name: '业主大会',
    about: '议题在这里商量，表决按业主共同决定的规则另行进行。',
    placeKinds: ['estate'],
    seats: [owners, property, seat('community', '社区居委会', ['communitySecretary', 'communityClerk'], [], [], false)],
    quorumPercent: 0,
    noticeDays: 15,
    petitionNames: 20,
  },
]
export interface Matter {
  readonly code: string
  readonly name: string
  readonly about: string
  /** Only above this amount; null: whatever the amount. */
  readonly fromFen: number | null
  /** The deliberation is not older than so many days. */
  readonly withinDays: number
  readonly active: boolean
}
export const defaultMatters: readonly Matter[] = [
  {
    code: 'commonSpending',
    name: '动用公共收益',
    about: '从公共收益里支出',
    fromFen: 100_000,
    withinDays: 365,
    active: true,
  },
  {
    code: 'partyFund',
    name: '动用服务群众经费',
    about: '党组织服务群众经费和便民公益金的支出',
    fromFen: 500_000,
    withinDays: 365,
    active: true,
  },
  {
    code: 'hiring',
    name: '选聘单位或人员',
    about: '选聘物业、施工单位、聘用人员',
    fromFen: null,
    withinDays: 365,
    active: true,
  },
  {
    code: 'commonParts',
    name: '改变共有部分',
    about: '改建、占用共有部分',
    fromFen: null,
    withinDays: 365,
    active: true,
  },
  {
    code: 'costSharing',
    name: '居民分摊费用',
    about: '要居民共同出钱的事',
    fromFen: null,
    withinDays: 365,
    active: true,
  },
  {
    code: 'handOver',
    name: '交办议事的诉求',
    about: '交给议事会的诉求，要有议事结果才能带回',
    fromFen: null,
    withinDays: 365,
    active: true,
  },
]
