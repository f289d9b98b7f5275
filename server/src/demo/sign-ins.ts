// How to sign in to the demo district: one person for every role. The browser journeys use the same list.

export const demoPassword = 'linli-demo-2026'

export type DemoRole =
  | 'administrator'
  | 'districtOfficer'
  | 'streetOfficer'
  | 'communitySecretary'
  | 'communityClerk'
  | 'gridLead'
  | 'gridWorker'
  | 'buildingLead'
  | 'unitLead'
  | 'steward'
  | 'propertyManager'
  | 'propertyWorker'
  | 'departmentOfficer'
  | 'ownersCommitteeMember'
  | 'resident'
  | 'otherCommunityClerk'
  | 'otherPropertyWorker'
  | 'unitContact'
  | 'fireOfficer'
  | 'policeOfficer'
  | 'enforcementOfficer'
  | 'mediator'

export interface DemoSignIn {
  readonly role: DemoRole
  /** With `demoPassword`. */
  readonly login: string
  /** With the code shown at /demo/outbox. */
  readonly phone: string
  readonly name: string
  readonly zh: string
  readonly en: string
  readonly app: 'console' | 'resident'
}
const signIn = (
  number: number,
  role: DemoRole,
  login: string,
  name: string,
  zh: string,
  en: string,
  app: DemoSignIn['app'] = 'console',
): DemoSignIn => ({ role, login, phone: `139000000${String(number).padStart(2, '0')}`, name, zh, en, app })

/** The home of the demo resident and the office of the demo staff. */
export const demoHome = {
  street: '溪东街道',
  community: '柳园社区',
  estate: '柳岸花园',
  building: '1号楼',
  unit: '1单元',
  home: '101',
  propertyCompany: '和悦物业服务有限公司',
} as const

export const demoSignIns: readonly DemoSignIn[] = [
  signIn(1, 'resident', 'resident', '林小满', '居民（柳岸花园业主）', 'resident, an owner', 'resident'),
  signIn(2, 'communityClerk', 'clerk', '陈晓禾', '社区工作者（柳园社区）', 'community clerk'),
  signIn(3, 'propertyWorker', 'worker', '吴大勇', '物业员工（和悦物业）', 'property worker'),
  signIn(4, 'communitySecretary', 'secretary', '周念慈', '社区书记（柳园社区）', 'community secretary'),
  signIn(5, 'propertyManager', 'manager', '钱向东', '物业项目经理（和悦物业）', 'property manager'),
  signIn(6, 'gridLead', 'gridlead', '孙立行', '网格长', 'grid lead'),
  signIn(7, 'gridWorker', 'gridworker', '李春苗', '网格员', 'grid worker'),
  signIn(8, 'buildingLead', 'building', '王厚德', '楼栋长', 'building lead'),
  signIn(9, 'unitLead', 'unit', '赵桂兰', '单元长', 'unit lead'),
  signIn(10, 'steward', 'steward', '马红霞', '红管家', 'steward'),
  signIn(11, 'streetOfficer', 'street', '何立群', '街道工作人员（溪东街道）', 'street officer'),
  signIn(12, 'departmentOfficer', 'department', '徐正言', '部门工作人员（综合行政执法局）', 'department officer'),
  signIn(13, 'districtOfficer', 'district', '郑怀民', '区县工作人员', 'district officer'),
  signIn(14, 'administrator', 'admin', '沈静远', '管理员', 'administrator'),
  signIn(15, 'ownersCommitteeMember', 'committee', '韩秀英', '业委会委员（柳岸花园）', 'owners’ committee member'),
  signIn(16, 'otherCommunityClerk', 'clerk2', '丁书雅', '另一社区的工作者（杏坛社区）', 'clerk of another community'),
  signIn(17, 'otherPropertyWorker', 'worker2', '谢长青', '另一物业的员工（锦泰物业）', 'worker of another company'),
  signIn(18, 'unitContact', 'partner', '白桦林', '共建单位联络员（档案馆）', 'contact of a partner unit'),
  signIn(19, 'fireOfficer', 'fire', '罗克坚', '部门工作人员（消防救援大队）', 'department officer, fire brigade'),
  signIn(20, 'policeOfficer', 'police', '江守正', '部门工作人员（公安局）', 'department officer, police'),
  signIn(
    21,
    'enforcementOfficer',
    'enforcer',
    '严明道',
    '执法包片人员（柳园社区）',
    'enforcement officer of the community',
  ),
  signIn(22, 'mediator', 'mediator', '和静宜', '调解员（柳园社区）', 'mediator'),
]
/** The person who plays a role in the demo. */
export const signInOf = (role: DemoRole): DemoSignIn => demoSignIns.find((one) => one.role === role)!
