// Wordings about mediations: that something happened, never what it is about (mission A12).
import { to, type DefaultTemplate } from './template-shape.ts'

const write = (
  event: string,
  zh: readonly [string, string],
  en: readonly [string, string],
  sms = false,
  more: readonly string[] = [],
): DefaultTemplate => to('person', event, zh, en, sms, ['number', ...more])
export const toMediated: readonly DefaultTemplate[] = [
  write(
    'mediation.invited',
    ['请您参加调解', '有一件事请您参加调解，编号 {number}。内容保密，参不参加由您定。请打开查看。'],
    ['You are asked to mediation', 'No. {number}. It is confidential and voluntary. Please open it.'],
    true,
  ),
  write(
    'mediation.news',
    ['调解有新进展', '编号 {number}。内容保密，请打开查看。'],
    ['News in a mediation', 'No. {number}. It is confidential; please open it.'],
  ),
  write(
    'mediation.session',
    ['调解会时间', '编号 {number}，{at}，在{where}。请按时参加。'],
    ['A mediation session', 'No. {number}, {at}, at {where}. Please come in time.'],
    true,
    ['at', 'where'],
  ),
  write(
    'mediation.toSign',
    ['请看协议并签字', '编号 {number}。请看清全文，同意再签。'],
    ['Please read and sign', 'No. {number}. Read all of it; sign if you agree.'],
    true,
  ),
  write(
    'mediation.signed',
    ['协议已签好', '编号 {number}，各方都已签字。请按时做到。'],
    ['The settlement is signed', 'No. {number}: everybody signed. Please keep it in time.'],
    true,
  ),
  write(
    'mediation.toConfirm',
    ['请确认对方做到了没有', '编号 {number}。对方说协议中的一条已经做到。'],
    ['Please confirm', 'No. {number}: the other side says a clause was kept.'],
  ),
  write(
    'mediation.promiseDue',
    ['协议快到期', '编号 {number}，协议中有一条要在 {day} 前做到。'],
    ['A clause is due', 'No. {number}: a clause is due on {day}.'],
    true,
    ['day'],
  ),
  write(
    'mediation.promiseLate',
    ['协议已过期', '编号 {number}，协议中有一条原定 {day} 前做到，还没有确认。'],
    ['A clause is late', 'No. {number}: a clause was due on {day} and is not confirmed.'],
    false,
    ['day'],
  ),
  write(
    'mediation.ended',
    ['调解已结束', '编号 {number}。请打开查看结果。'],
    ['A mediation has ended', 'No. {number}. Open it to see the outcome.'],
  ),
]
