// What the journal calls the actions of mediations, of stewards’ cards and of duty lists.
import { mediationSteps } from './mediation-life.ts'
import { action, stepActions, under } from './journal-actions-shape.ts'

export const peopleActions = {
  ...stepActions('mediation', mediationSteps, under('调解', 'mediation')),
  'mediation.open': action('开始了一件调解', 'opened a mediation'),
  'mediation.read': action('查看了调解记录', 'read a mediation record'),
  'mediation.mediator': action('指定了调解员', 'named a mediator'),
  'mediation.consent': action('答复了是否调解', 'answered whether to mediate'),
  'mediation.write': action('写入了调解记录', 'wrote into a mediation record'),
  'mediation.session': action('约定了调解会', 'called a mediation session'),
  'mediation.sessionRecorded': action('记录了调解会', 'recorded a mediation session'),
  'mediation.signingCode': action('要了签字验证码', 'asked for a signing code'),
  'mediation.sign': action('签了调解协议', 'signed a settlement'),
  'mediation.kept': action('说明协议一条已做到', 'said a clause was kept'),
  'mediation.confirmed': action('答复协议一条是否做到', 'answered whether a clause was kept'),
  'steward.card': action('设置了自己的名片', 'set the own name card'),
  'dutylist.add': action('新增了一项职责', 'added a duty'),
  'dutylist.change': action('修改了一项职责', 'changed a duty'),
  'dutylist.remove': action('撤下了一项职责', 'took a duty off the list'),
  'dutylist.import': action('导入了三张清单', 'imported duty lists'),
  'dutylist.export': action('导出了三张清单', 'exported duty lists'),
}
