// The rooms of owners' decisions.
import { Pin, Vote } from 'lucide-react'
import { committeeRooms } from './committee-rooms.ts'
import type { RoomGroup } from './room.ts'

export const decisionRooms: RoomGroup = {
  zh: '表决',
  en: 'Votes',
  rooms: [
    {
      path: '/decisions',
      zh: '共同决定',
      en: 'Owners’ decisions',
      icon: Vote,
      permissions: ['decision.see'],
      load: () => import('./modules/ballots/decisions-page.tsx'),
    },
    {
      path: '/decisions/$id',
      zh: '一次表决',
      en: 'One decision',
      icon: Vote,
      permissions: ['decision.see'],
      hidden: true,
      load: () => import('./modules/ballots/decision-page.tsx'),
    },
    {
      path: '/public-notices',
      zh: '公示',
      en: 'Public notices',
      icon: Pin,
      permissions: ['publicNotice.post', 'decision.see'],
      load: () => import('./modules/publicnotices/notices-page.tsx'),
    },
    {
      path: '/public-notices/$id',
      zh: '公示详情',
      en: 'Public notice',
      icon: Pin,
      permissions: ['publicNotice.post', 'decision.see'],
      hidden: true,
      load: () => import('./modules/publicnotices/notice-page.tsx'),
    },
    ...committeeRooms,
  ],
}
