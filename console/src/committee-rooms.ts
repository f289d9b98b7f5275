// The rooms of committees of estates, trial services and consultations: part of the group of votes.
import { MessagesSquare, Store, UsersRound } from 'lucide-react'
import type { Room } from './room.ts'

export const committeeRooms: readonly Room[] = [
  {
    path: '/committees',
    zh: '业委会和物管会',
    en: 'Committees',
    icon: UsersRound,
    permissions: ['committee.see'],
    load: () => import('./modules/committees/committees-page.tsx'),
  },
  {
    path: '/committees/$id',
    zh: '一个委员会',
    en: 'One committee',
    icon: UsersRound,
    permissions: ['committee.see'],
    hidden: true,
    load: () => import('./modules/committees/committee-page.tsx'),
  },
  {
    path: '/trials',
    zh: '先尝后买',
    en: 'Trial services',
    icon: Store,
    permissions: ['trial.see'],
    load: () => import('./modules/trials/trials-page.tsx'),
  },
  {
    path: '/trials/$id',
    zh: '一次试用',
    en: 'One trial',
    icon: Store,
    permissions: ['trial.see'],
    hidden: true,
    load: () => import('./modules/trials/trial-page.tsx'),
  },
  {
    path: '/polls',
    zh: '意见征询',
    en: 'Consultations',
    icon: MessagesSquare,
    permissions: ['poll.run'],
    load: () => import('./modules/polls/polls-page.tsx'),
  },
  {
    path: '/polls/$id',
    zh: '一次征询',
    en: 'One consultation',
    icon: MessagesSquare,
    permissions: ['poll.run'],
    hidden: true,
    load: () => import('./modules/polls/poll-page.tsx'),
  },
]
