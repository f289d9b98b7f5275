// Fields of the journal of work outside: patrols, joint operations, emergencies.
import { callAnswers, taskKinds, taskStates } from './emergency-kinds.ts'
import { field, type Rooms } from './journal-fields-shape.ts'
import { operationStates } from './operations-life.ts'
import { proofs, visitStates } from './patrols-life.ts'

export const outsideFields = {
  // Patrols
  route: field('巡查路线', 'Route'),
  windows: field('巡查时段', 'Windows'),
  points: field('点位数', 'Points'),
  point: field('点位', 'Point'),
  proof: field('怎样验证', 'Proof', proofs),
  proved: field('已验证', 'Proved'),
  findings: field('发现问题数', 'Findings'),
  checked: field('已查点位数', 'Points checked'),
  units: field('单位数', 'Units'),
  by: field('按什么统计', 'By', {
    route: { zh: '路线', en: 'route' },
    grid: { zh: '网格', en: 'grid' },
  }),
  // Operations
  leadId: field('牵头单位', 'Lead'),
  results: field('结果', 'Results'),
  value: field('数量', 'Number'),
  // Emergencies
  called: field('召集人数', 'Called'),
  organisations: field('单位数', 'Bodies'),
  persons: field('点名人数', 'Persons'),
  eta: field('多久到', 'Arrives'),
  closed: field('关闭任务数', 'Tasks closed'),
  handedOn: field('移交任务数', 'Tasks handed on'),
  handedTo: field('移交给', 'Handed to'),
  assigned: field('分派户数', 'Assigned'),
  respondMinutes: field('响应时限（分钟）', 'To respond (minutes)'),
  resolveMinutes: field('办结时限（分钟）', 'To resolve (minutes)'),
}
export const outsideRooms = {
  patrol: {
    state: field('巡查状态', 'State of the patrol', visitStates),
    aim: field('巡查目的', 'Aim'),
    items: field('检查内容', 'Items'),
    late: field('晚了', 'Late'),
  },
  operation: { state: field('行动状态', 'State', operationStates), number: field('诉求编号', 'Number of the case') },
  emergency: {
    state: field('任务状态', 'State of the task', taskStates),
    kind: field('任务种类', 'Kind of task', taskKinds),
    answer: field('答复', 'Answer', callAnswers),
    open: field('只看没办的', 'Open only'),
  },
} satisfies Rooms
