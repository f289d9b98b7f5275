// Words of voting through others: mandates, and co-owners who name one of them.
import { words } from '../../words.ts'

export const w = words({
  title: ['请人代投', 'Let somebody vote for me'],
  says: [
    '投不了票，可以请信得过的人代投。一人最多替 {n} 户投。截止前随时可以撤销。',
    'If you cannot vote, somebody you trust may. One person may vote for {n}. Take it back any time before closing.',
  ],
  give: ['请人代投', 'Let somebody vote for me'],
  hint: ['填对方的手机号。对方要登录过平台。', 'Their phone number; they must have signed in before.'],
  items: ['只请他投这些（不选就是全部）', 'Only these items (none chosen: all)'],
  to: ['已委托 {name}', '{name} votes for me'],
  revoke: ['撤销委托', 'Take it back'],
  revoked: ['已撤销', 'taken back'],
  revokeAsk: [
    '撤销后，对方不能再替您投。已经投的票还算，您自己再投就以您的为准。',
    'They can vote no more for you. A ballot they cast stands until you vote yourself.',
  ],
  keep: ['不撤销', 'Keep it'],
  phone: ['手机号', 'Phone number'],
  phoneWrong: ['请填11位手机号', 'Eleven figures'],
  send: ['提交', 'Send'],
  sent: ['已提交', 'Sent'],
  differs: [
    '这套房的共有人投得不一样。请一起推选一人。不推选，算弃权。',
    'The co-owners of this part have voted differently. Name one of you, or it is an abstention.',
  ],
  designated: ['共有人推选 {name} 投票，以他的票为准。', '{name} was named by all and speaks for all.'],
  whom: ['推选谁', 'Whom do you name'],
  me: ['{name}（我）', '{name} (me)'],
  name: ['推选', 'Name'],
  waiting: ['已选。等其他共有人也选同一个人。', 'Noted. The other co-owners must name the same person.'],
})
