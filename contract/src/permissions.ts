// Every permission there is, with the words an administrator reads. Positions carry lists of these.
export const permissions = {
  'person.see': { zh: '查看人员（默认脱敏）', en: 'see people, masked' },
  'person.edit': { zh: '登记和修改人员', en: 'register and edit people' },
  'person.reveal': { zh: '查看完整电话（记入日志）', en: 'reveal a phone number, journalled' },
  'place.see': { zh: '查看地点树', en: 'see the tree of places' },
  'place.edit': { zh: '维护地点和房屋', en: 'edit places and homes' },
  'home.confirm': { zh: '确认住户认领房屋', en: 'confirm home claims' },
  'organisation.see': { zh: '查看组织和任职', en: 'see organisations and appointments' },
  'organisation.edit': { zh: '维护组织', en: 'edit organisations' },
  'appointment.edit': { zh: '任命和免去', en: 'appoint and end appointments' },
  'position.edit': { zh: '设置岗位权限', en: 'edit positions and their permissions' },
  'doorcode.see': { zh: '查看门牌码', en: 'see door codes' },
  'doorcode.issue': { zh: '发放、打印和作废门牌码', en: 'issue, print and revoke door codes' },
  'import.run': { zh: '用表格导入', en: 'import spreadsheets' },
  'case.see': { zh: '查看辖区诉求', en: 'see cases of one’s area' },
  'case.file': { zh: '代居民登记诉求', en: 'file a case for a resident' },
  'case.accept': { zh: '受理、退回不属于的诉求', en: 'accept or reject cases' },
  'case.dispatch': { zh: '派单和转办', en: 'dispatch and transfer cases' },
  'case.handle': { zh: '接单、办理、申请办结', en: 'take up, handle, request closure' },
  'case.verify': { zh: '核验办结、决定重办', en: 'verify closure, decide on reopening' },
  'case.export': { zh: '导出诉求', en: 'export cases' },
  'case.configure': { zh: '设置类别、派单规则、时限', en: 'set categories, dispatch rules, deadlines' },
  'calendar.edit': { zh: '维护工作日历', en: 'edit the working calendar' },
  'template.edit': { zh: '维护通知模板', en: 'edit message templates' },
  'journal.see': { zh: '查看日志', en: 'see the journal' },
} as const
export type Permission = keyof typeof permissions
export const permissionNames = Object.keys(permissions) as Permission[]
