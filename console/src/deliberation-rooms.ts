// The rooms of deciding together: meetings, topics, resolutions.
import { Armchair } from 'lucide-react'
import type { RoomGroup } from './room.ts'

export const deliberationRooms: RoomGroup = {
  zh: '议事',
  en: 'Deliberation',
  rooms: [
    {
      path: '/deliberation',
      zh: '议事',
      en: 'Deliberation',
      icon: Armchair,
      permissions: ['deliberation.run'],
      load: () => import('./modules/deliberation/deliberation-page.tsx'),
    },
    {
      path: '/deliberation/$id',
      zh: '会议详情',
      en: 'Meeting',
      icon: Armchair,
      permissions: [],
      hidden: true,
      load: () => import('./modules/deliberation/meeting-page.tsx'),
    },
  ],
}
