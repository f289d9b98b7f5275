// The rooms of figures: the three rates and the reports.
import { ChartPie, Newspaper } from 'lucide-react'
import type { RoomGroup } from './room.ts'

export const figureRooms: RoomGroup = {
  zh: '成效',
  en: 'Results',
  rooms: [
    {
      path: '/rates',
      zh: '三率',
      en: 'Three rates',
      icon: ChartPie,
      permissions: ['rates.see'],
      load: () => import('./modules/rates/rates-page.tsx'),
    },
    {
      path: '/reports',
      zh: '报告',
      en: 'Reports',
      icon: Newspaper,
      permissions: ['rates.see'],
      load: () => import('./modules/reports/reports-page.tsx'),
    },
  ],
}
