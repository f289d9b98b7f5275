// Wordings about promises and supervision orders (mission A6, A10).
import { to, type DefaultTemplate } from './template-shape.ts'

const order = ['number', 'place', 'level', 'said', 'due', 'who'] as const
export const toPromisers: readonly DefaultTemplate[] = [
  to(
    'person',
    'promise.dueSoon',
    ['承诺快到期', '“{what}”要在 {day} 前做到。'],
    ['A promise is due', '“{what}” is due on {day}.'],
    false,
    ['what', 'day'],
  ),
  to(
    'person',
    'promise.missed',
    ['承诺已过期', '“{what}”原定 {day} 前做到，还没有兑现。'],
    ['A promise is late', '“{what}” was due on {day} and is still open.'],
    false,
    ['what', 'day'],
  ),
  to(
    'person',
    'supervision.ordered',
    ['{level} {number}', '{place}：{said}。请在 {due} 前回复。'],
    ['Supervision {number}', '{place}: {said}. Reply before {due}.'],
    true,
    order,
  ),
  to(
    'person',
    'supervision.reply',
    ['督办已回复 {number}', '{place}，{who}：{said}。请签结或退回。'],
    ['Supervision answered {number}', '{place}, {who}: {said}. Sign it off or send it back.'],
    false,
    order,
  ),
  to(
    'person',
    'supervision.signOff',
    ['督办已签结 {number}', '{place}：{said}'],
    ['Signed off {number}', '{place}: {said}'],
    false,
    order,
  ),
  to(
    'person',
    'supervision.sendBack',
    ['督办被退回 {number}', '{place}：{said}。请在 {due} 前重新回复。'],
    ['Sent back {number}', '{place}: {said}. Reply again before {due}.'],
    true,
    order,
  ),
  to(
    'person',
    'supervision.withdraw',
    ['督办已撤销 {number}', '{place}：{said}'],
    ['Supervision withdrawn {number}', '{place}: {said}'],
    false,
    order,
  ),
  to(
    'person',
    'supervision.dueSoon',
    ['督办快到时限 {number}', '{place}：{said}。请在 {due} 前回复。'],
    ['Supervision due soon {number}', '{place}: {said}. Reply before {due}.'],
    false,
    order,
  ),
  to(
    'person',
    'supervision.missed',
    ['督办逾期 {number}', '{place}，{who}没有在 {due} 前回复。'],
    ['Supervision overdue {number}', '{place}: {who} did not reply before {due}.'],
    false,
    order,
  ),
]
