// What every action of the journal is called, in both languages. The entry itself keeps its sentence in Chinese.
import { caseSteps } from './cases-life.ts'

interface Words {
  readonly zh: string
  readonly en: string
}
const action = (zh: string, en: string): Words => ({ zh, en })

/** Actions by their code; the steps of a case are named by its life-cycle. */
export const journalActions: Readonly<Record<string, Words>> = {
  'identity.sign-in': action('登录了', 'signed in'),
  'identity.sign-out': action('退出了登录', 'signed out'),
  'identity.session-ended': action('结束了一个登录', 'ended a session'),
  'identity.settings': action('改了自己的设置', 'changed own settings'),
  'identity.consent': action('同意或撤回了个人信息说明', 'gave or withdrew consent to the privacy notice'),
  'identity.export': action('下载了自己的全部信息', 'downloaded all own data'),
  'identity.erasure': action('注销了账号，个人信息已删除', 'closed the account; personal data were erased'),
  'identity.password': action('设置了自己的密码', 'set an own password'),
  'identity.totp-set': action('启用了动态验证码', 'turned on one-time codes'),
  'identity.totp-removed': action('停用了动态验证码', 'turned off one-time codes'),
  'identity.register': action('登记了人员', 'registered a person'),
  'identity.edit': action('改了人员信息', 'changed a person'),
  'identity.reveal': action('查看了完整电话', 'revealed a phone number'),
  'identity.export-people': action('导出了人员表', 'exported people'),
  'home.claim': action('认领了房屋', 'claimed a home'),
  'home.confirm': action('确认了房屋认领', 'confirmed a home claim'),
  'home.refuse': action('没有通过房屋认领', 'refused a home claim'),
  'home.record': action('登记了业主或住户', 'recorded an owner or occupant'),
  'home.end': action('结束了业主或住户身份', 'ended an ownership or occupancy'),
  'home.export': action('导出了房屋表', 'exported homes'),
  'home.export-people': action('导出了业主和住户表', 'exported owners and occupants'),
  'home.export-claims': action('导出了待确认的房屋认领', 'exported waiting home claims'),
  'place.add': action('新增了地点', 'added a place'),
  'place.change': action('修改了地点', 'changed a place'),
  'place.export': action('导出了地点表', 'exported places'),
  'organisation.add': action('新增了组织', 'added an organisation'),
  'organisation.change': action('修改了组织', 'changed an organisation'),
  'organisation.export': action('导出了组织表', 'exported organisations'),
  'appointment.add': action('任命了人员', 'appointed a person'),
  'appointment.end': action('免去了任职', 'ended an appointment'),
  'appointment.remove': action('删除了任职', 'removed an appointment'),
  'appointment.export': action('导出了任职表', 'exported appointments'),
  'position.add': action('新增了岗位', 'added a position'),
  'position.change': action('修改了岗位', 'changed a position'),
  'doorcode.issue': action('发放了门牌码', 'issued door codes'),
  'doorcode.revoke': action('作废了门牌码', 'revoked a door code'),
  'doorcode.reissue': action('换发了门牌码', 're-issued a door code'),
  'doorcode.print': action('打印了门牌码', 'printed door codes'),
  'doorcode.export': action('导出了门牌码清单', 'exported door codes'),
  'import.upload': action('上传了表格', 'uploaded a spreadsheet'),
  'import.commit': action('写入了表格', 'wrote an import'),
  'import.export': action('导出了导入记录', 'exported the list of imports'),
  'import.export-rows': action('导出了核对结果', 'exported the checked rows of an import'),
  'case.report': action('反映或登记了诉求', 'reported or filed a case'),
  'case.split': action('把诉求拆成了几件', 'split a case into parts'),
  'case.mergedRating': action('评价了并办的诉求', 'rated a merged case'),
  'case.note': action('补充了说明', 'added a note'),
  'case.recategorise': action('更正了类型或类别', 'corrected kind or category'),
  'case.reveal': action('查看了反映人电话', 'revealed a reporter’s phone'),
  'case.missed': action('超过了时限', 'missed a deadline'),
  'case.export': action('导出了诉求清单', 'exported cases'),
  'case.deadlines': action('修改了办理时限', 'changed deadlines'),
  'category.add': action('新增了类别', 'added a category'),
  'category.change': action('修改了类别', 'changed a category'),
  'rule.add': action('新增了派单规则', 'added a dispatch rule'),
  'rule.change': action('修改了派单规则', 'changed a dispatch rule'),
  'rule.remove': action('删除了派单规则', 'removed a dispatch rule'),
  'template.edit': action('改了通知模板', 'changed a message template'),
  'calendar.day': action('修改了工作日历', 'changed the working calendar'),
  'calendar.week': action('修改了上班时间', 'changed working hours'),
  'photo.redact': action('给照片打了码', 'covered parts of a photo'),
  'photo.release': action('公开了照片', 'made a photo public'),
  'photo.revoke': action('撤回了公开照片', 'took a photo back from the public'),
  'board.link': action('生成了诉求链接', 'made a link to a case'),
  'board.link-end': action('停用了诉求链接', 'ended a link to a case'),
  'board.switch': action('开通或关闭了公开栏', 'switched a public board on or off'),
  'board.publish': action('决定了诉求公开内容', 'decided what is public of a case'),
  'open311.key': action('发放或修改了接口密钥', 'issued or changed a key of the open interface'),
  'open311.service': action('设置了接口服务', 'set a service of the open interface'),
  'open311.peer': action('设置了对接系统', 'set an endpoint to exchange with'),
  'open311.forward': action('转给了对接系统', 'forwarded a case to another endpoint'),
  'open311.update': action('收到接口进展', 'took in an update by the open interface'),
  'journal.export': action('导出了操作日志', 'exported the journal'),
}
const steps: Readonly<Record<string, Words>> = caseSteps

/** What an action is called; null for one nobody named. */
export const journalAction = (code: string): Words | null => {
  if (Object.hasOwn(journalActions, code)) return journalActions[code]!
  const step = code.startsWith('case.') ? code.slice('case.'.length) : ''
  if (!Object.hasOwn(steps, step)) return null
  return { zh: steps[step]!.zh, en: `case: ${steps[step]!.en}` }
}
