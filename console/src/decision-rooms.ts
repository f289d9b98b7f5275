// The rooms of owners' decisions.
import { Vote } from 'lucide-react'
import type { RoomGroup } from './rooms.ts'

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
  ],
}
