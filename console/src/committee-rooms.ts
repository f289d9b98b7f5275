// The rooms of committees of estates, trial services and consultations: part of the group of votes.
import { UsersRound } from 'lucide-react'
import type { Room } from './rooms.ts'

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
]
