// What the journal calls the actions of deliberation.
import { actionItemLife, meetingLife } from './deliberation-life.ts'
import { action, stepActions } from './journal-actions-shape.ts'

export const deliberationActions = {
  ...stepActions('deliberation', meetingLife.steps),
  ...stepActions('actionItem', actionItemLife.steps),
  'deliberation.scheme': action('修改了议事办法', 'changed a meeting scheme'),
  'deliberation.matter': action('修改了必议事项', 'changed a must-deliberate matter'),
  'deliberation.call': action('召开了会议', 'called a meeting'),
  'deliberation.doorstep': action('记录了马扎会', 'recorded a doorstep meeting'),
  'deliberation.answer': action('答复了会议通知', 'answered a notice'),
  'deliberation.checkIn': action('扫码签到', 'checked in at a meeting'),
  'deliberation.attendance': action('记录了到会的人', 'noted who came'),
  'deliberation.speech': action('记下了发言', 'noted what was said'),
  'deliberation.decide': action('作出了决议', 'recorded a decision'),
  'deliberation.carryOn': action('把议程转到以后', 'carried an item on'),
  'deliberation.write': action('写了纪要草稿', 'wrote minutes'),
  'deliberation.correct': action('对纪要提了更正意见', 'asked for a correction'),
  'deliberation.answerCorrection': action('答复了更正意见', 'answered a correction'),
  'deliberation.acknowledge': action('签了会议纪要', 'signed minutes as present'),
  'resolution.sendTo': action('把决议交给了业主表决', 'named the owners’ decision of a resolution'),
  'resolution.addItem': action('加了一件要办的事', 'added an action item'),
  'topic.propose': action('提出了议题', 'proposed a topic'),
  'topic.name': action('在联名提议上签了名', 'signed a petition'),
  'topic.select': action('列入了议题', 'selected a topic'),
  'topic.drop': action('没有列入议题', 'did not take a topic up'),
  'topic.withdraw': action('撤回了议题', 'withdrew a topic'),
  'dutyReport.publish': action('公布了述职报告', 'published a yearly report'),
  'dutyReport.rate': action('给述职报告打了分', 'rated a yearly report'),
}
