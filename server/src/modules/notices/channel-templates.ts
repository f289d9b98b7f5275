// What people are told about boards, clues and the hotline.
import { to, type DefaultTemplate } from './template-shape.ts'

const post = ['estate', 'words'] as const
const clue = ['number', 'place', 'words'] as const
export const toChannels: readonly DefaultTemplate[] = [
  to(
    'person',
    'board.hidden',
    ['您的留言已隐藏', '{estate}留言板：“{words}”。原因：{reason}。'],
    ['Your post was hidden', 'Board of {estate}: “{words}”. Reason: {reason}.'],
    false,
    [...post, 'reason'],
  ),
  to(
    'person',
    'board.case',
    ['您的留言已登记为诉求', '编号 {number}：“{words}”。可以在“办事”里看进度。'],
    ['Your post became a case', 'No. {number}: “{words}”. Follow it under Cases.'],
    false,
    [...post, 'number'],
  ),
  to(
    'community',
    'board.waiting',
    ['留言等待审核', '{estate}留言板：“{words}”。'],
    ['A post waits for review', 'Board of {estate}: “{words}”.'],
    false,
    post,
  ),
  to(
    'community',
    'board.reported',
    ['留言被举报', '{estate}留言板：“{words}”。请尽快查看。'],
    ['A post was reported', 'Board of {estate}: “{words}”. Please look soon.'],
    false,
    post,
  ),
  to(
    'person',
    'clue.takenUp',
    ['谢谢您的线索', '编号 {number}：{place}，“{words}”。已经有人去办。'],
    ['Thank you for your clue', 'No. {number}: {place}, “{words}”. Somebody is on it.'],
    false,
    clue,
  ),
  to(
    'person',
    'clue.solved',
    ['您报的问题解决了', '编号 {number}：{place}，“{words}”。谢谢您留心。'],
    ['What you reported is solved', 'No. {number}: {place}, “{words}”. Thank you for looking out.'],
    false,
    clue,
  ),
  to(
    'community',
    'hotline.dueSoon',
    ['热线工单快到回复期限', '工单 {order}，诉求 {number}，期限 {due}。'],
    ['A hotline reply is due soon', 'Order {order}, case {number}, due {due}.'],
    false,
    ['order', 'number', 'due'],
  ),
  to(
    'community',
    'hotline.missed',
    ['热线工单超过回复期限', '工单 {order}，诉求 {number}，期限 {due}。请尽快回传。'],
    ['A hotline reply is late', 'Order {order}, case {number}, was due {due}. Please return it.'],
    false,
    ['order', 'number', 'due'],
  ),
]
