// The rooms of what the district sets.
import {
  CalendarDays,
  ChartNoAxesColumnIncreasing,
  MessageSquareText,
  Network,
  Route,
  Sparkles,
  Tags,
  Timer,
} from 'lucide-react'
import type { RoomGroup } from './room.ts'

export const settingsRooms: RoomGroup = {
  zh: '设置',
  en: 'Settings',
  isRare: true,
  rooms: [
    {
      path: '/settings/categories',
      zh: '诉求类别',
      en: 'Categories',
      icon: Tags,
      permissions: ['case.configure'],
      load: () => import('./modules/settings/categories-page.tsx'),
    },
    {
      path: '/settings/rules',
      zh: '派单规则',
      en: 'Dispatch rules',
      icon: Route,
      permissions: ['case.dispatch', 'case.configure'],
      load: () => import('./modules/settings/rules-page.tsx'),
    },
    {
      path: '/settings/triage',
      zh: '智能分类',
      en: 'Triage',
      icon: Sparkles,
      permissions: ['triage.configure'],
      load: () => import('./modules/triage/triage-page.tsx'),
    },
    {
      path: '/settings/deadlines',
      zh: '办理时限',
      en: 'Deadlines',
      icon: Timer,
      permissions: ['case.configure'],
      load: () => import('./modules/settings/deadlines-page.tsx'),
    },
    {
      path: '/settings/ladder',
      zh: '吹哨和升级',
      en: 'Whistles and ladder',
      icon: ChartNoAxesColumnIncreasing,
      permissions: ['case.configure'],
      load: () => import('./modules/escalation/ladder-page.tsx'),
    },
    {
      path: '/settings/calendar',
      zh: '工作日历',
      en: 'Calendar',
      icon: CalendarDays,
      permissions: ['calendar.edit'],
      load: () => import('./modules/settings/calendar-page.tsx'),
    },
    {
      path: '/settings/templates',
      zh: '通知模板',
      en: 'Templates',
      icon: MessageSquareText,
      permissions: ['template.edit'],
      load: () => import('./modules/settings/templates-page.tsx'),
    },
    {
      path: '/settings/open311',
      zh: '开放接口',
      en: 'Open interface',
      icon: Network,
      permissions: ['open311.manage'],
      load: () => import('./modules/open311/open311-page.tsx'),
    },
  ],
}
