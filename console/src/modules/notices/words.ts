// Words of the inbox.
import { dictionary } from '../../platform/words.ts'

export const words = dictionary({
  title: { zh: '消息', en: 'Messages' },
  all: { zh: '全部', en: 'All' },
  unread: { zh: '未读', en: 'Unread' },
  readAll: { zh: '全部标为已读', en: 'Mark all as read' },
  isNew: { zh: '未读', en: 'New' },
  empty: { zh: '还没有消息', en: 'No messages yet' },
  emptyUnread: { zh: '没有未读消息', en: 'Nothing unread' },
  emptyHint: { zh: '派单、办结、评价都会在这里提醒您。', en: 'Dispatches, closures and ratings are told here.' },
  test: { zh: '给自己发一条试试', en: 'Send myself a test' },
})
