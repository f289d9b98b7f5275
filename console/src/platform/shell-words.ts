// Words of the shell.
import { dictionary } from './words.ts'

export const shellWords = dictionary({
  product: { zh: '邻里', en: 'Linli' },
  console: { zh: '工作台', en: 'Console' },
  pageFailed: { zh: '这一页没有打开，请再试一次。', en: 'This page could not be opened. Please try again.' },
  skip: { zh: '跳到正文', en: 'Skip to content' },
  navigation: { zh: '主导航', en: 'Main navigation' },
  openNavigation: { zh: '打开导航', en: 'Open navigation' },
  closeNavigation: { zh: '收起导航', en: 'Close navigation' },
  messages: { zh: '消息', en: 'Messages' },
  unread: { zh: (n: number) => `${n} 条未读`, en: (n: number) => `${n} unread` },
  account: { zh: '我的账号', en: 'My account' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  noEntry: { zh: '您没有进入这里的权限', en: 'This room is not open to you' },
  noEntryHint: { zh: '需要时，请联系管理员给您任职。', en: 'If you need it, ask an administrator for an appointment.' },
  notFound: { zh: '没有这个页面', en: 'No such page' },
  notFoundHint: { zh: '地址可能写错了，或页面已移走。', en: 'The address may be wrong, or the page has moved.' },
  toToday: { zh: '回到今日', en: 'Back to today' },
  noStaff: { zh: '您目前没有工作岗位', en: 'You hold no appointment at present' },
  noStaffHint: {
    zh: '工作台给工作人员使用。居民请到居民端。',
    en: 'The console is for staff. Residents use the resident app.',
  },
  toResident: { zh: '去居民端', en: 'To the resident app' },
})
