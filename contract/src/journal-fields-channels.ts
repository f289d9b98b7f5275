// Fields of the journal of channels: opinion boxes, complaint meetings, door knocks, boards of estates, clues, hotline, Open311.
import { clueKinds, hotlineScopes, knockNeeds, knockStates, postStates } from './channels-kinds.ts'
import { field, type Rooms } from './journal-fields-shape.ts'

export const channelFields = {
  slips: field('纸条数', 'Slips'),
  entered: field('已录入', 'Entered'),
  of: field('共', 'Of'),
  matters: field('诉求数', 'Matters'),
  heldOn: field('召开日期', 'Held on'),
  chair: field('主持人', 'Chair'),
  homes: field('户数', 'Homes'),
  doors: field('门数', 'Doors'),
  notVisited: field('没走到的', 'Not visited'),
  revisit: field('要再去', 'To be visited again'),
  needs: field('需求', 'Needs', knockNeeds),
  premoderated: field('先审后发', 'Reviewed before shown'),
  // Hotline and Open311
  did: field('处理', 'What was done', {
    created: { zh: '新增', en: 'created' },
    updated: { zh: '更新', en: 'updated' },
    nothing: { zh: '没有变化', en: 'nothing' },
  }),
  orders: field('工单', 'Orders'),
  fileName: field('文件名', 'File'),
  scopes: field('能做什么', 'May do', hotlineScopes),
  perMinute: field('每分钟次数', 'Calls a minute'),
  mayReport: field('可以上报', 'May report'),
  mayUpdate: field('可以更新', 'May update'),
  peerId: field('对接系统', 'Other endpoint'),
  updateId: field('更新记录', 'Update'),
  status: field('对方状态', 'Status there', {
    open: { zh: '办理中', en: 'open' },
    closed: { zh: '已办结', en: 'closed' },
  }),
  url: field('网址', 'Address'),
  imports: field('接收对方诉求', 'Takes in cases'),
  forwards: field('转给对方', 'Passes cases on'),
  services: field('服务数', 'Services'),
  attributes: field('补充问题数', 'Further questions'),
  description: field('说明', 'Description'),
  isOpen: field('对外开放', 'Open to others'),
}
export const channelRooms = {
  board: { state: field('留言状态', 'State of the post', postStates) },
  knock: {
    state: field('走访结果', 'At the door', knockStates),
    place: field('范围', 'Area'),
    until: field('走访截止', 'Until'),
  },
  clue: { kind: field('线索种类', 'Kind', clueKinds) },
  hotline: { key: field('接口密钥', 'Key') },
} satisfies Rooms
