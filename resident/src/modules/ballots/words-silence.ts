// Words of silence where the rules of procedure of an estate give it a meaning.
import { words } from '../../words.ts'

export const w = words({
  title: ['表决票送到了吗', 'Has the ballot reached you'],
  received: ['我已收到表决票', 'I have received the ballot'],
  means: [
    '确认收到以后不投票，会跟多数一样算。想按自己的意思算，请投票。',
    'If you confirm and do not vote, you count with the majority. To be counted as you wish, vote.',
  ],
  meansSeat: ['选举里不投票，只算参加，选不出任何人。', 'In an election silence takes part and elects nobody.'],
  noDuty: [
    '不确认也可以。没有送达凭证的，不投票就不算。',
    'You need not. Without proof of delivery, silence is no vote.',
  ],
  delivered: [
    '表决票 {day} 已送达。不投票，会跟多数一样算。',
    'The ballot reached you on {day}. If you do not vote, you count with the majority.',
  ],
  rule: ['依据：本小区{article}；{ground}', 'By the rules of procedure: {article}; {ground}'],
  silence: [
    '收到表决票不投的，跟多数一样算。弃权算参加，不算同意。',
    'Whoever got the ballot and stays silent counts with the majority. An abstention is no consent.',
  ],
  silent: [
    '其中 {n} 位收到表决票没有投，算作“{as}”。',
    '{n} of them got the ballot and stayed silent; they count as “{as}”.',
  ],
  without: ['只算投了票的业主：{verdict}', 'Votes alone: {verdict}'],
  sent: ['已记下', 'Noted'],
})
