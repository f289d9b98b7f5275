// The rooms of work in the field: patrols, joint operations, emergencies.
import { Footprints, ShieldCheck, Siren } from 'lucide-react'
import type { RoomGroup } from './room.ts'

export const fieldRooms: RoomGroup = {
  zh: '一线',
  en: 'In the field',
  rooms: [
    {
      path: '/patrols',
      zh: '巡查',
      en: 'Patrols',
      icon: Footprints,
      permissions: ['patrol.plan'],
      load: () => import('./modules/patrols/patrols-page.tsx'),
    },
    {
      path: '/operations',
      zh: '联合执法',
      en: 'Joint operations',
      icon: ShieldCheck,
      permissions: ['operation.run', 'whistle.answer'],
      load: () => import('./modules/operations/operations-page.tsx'),
    },
    {
      path: '/emergency',
      zh: '应急',
      en: 'Emergency',
      icon: Siren,
      permissions: ['emergency.work', 'emergency.command'],
      load: () => import('./modules/emergency/emergency-page.tsx'),
    },
    {
      path: '/emergency/$id',
      zh: '应急详情',
      en: 'Emergency',
      icon: Siren,
      permissions: ['emergency.work', 'emergency.command'],
      hidden: true,
      load: () => import('./modules/emergency/one-page.tsx'),
    },
  ],
}
