// The rooms of the console: groups of the navigation, their pages, and who may enter. Pages are fetched when opened.
import {
  BellRing,
  BookOpenText,
  FileSpreadsheet,
  Globe,
  FilePlus2,
  Flame,
  Gavel,
  HeartHandshake,
  House,
  Inbox,
  ListTree,
  Map,
  Megaphone,
  QrCode,
  Sun,
} from 'lucide-react'
import type { Permission } from '../../contract/src/permissions.ts'
import { organisationRooms } from './organisation-rooms.ts'
import { moneyRooms } from './money-rooms.ts'
import { settingsRooms } from './settings-rooms.ts'
import { deliberationRooms } from './deliberation-rooms.ts'
import { decisionRooms } from './decision-rooms.ts'
import { fieldRooms } from './field-rooms.ts'
import { figureRooms } from './figure-rooms.ts'
import type { Room, RoomGroup } from './room.ts'

const anyCase: readonly Permission[] = ['case.see', 'case.handle', 'case.accept', 'case.dispatch', 'case.verify']

export const roomGroups: readonly RoomGroup[] = [
  {
    zh: '今日',
    en: 'Today',
    rooms: [
      {
        path: '/',
        zh: '今日',
        en: 'Today',
        icon: Sun,
        permissions: [],
        load: () => import('./modules/today/today-page.tsx'),
      },
    ],
  },
  {
    zh: '诉求',
    en: 'Cases',
    rooms: [
      {
        path: '/cases',
        zh: '诉求办理',
        en: 'Work queue',
        icon: Inbox,
        permissions: anyCase,
        load: () => import('./modules/cases/queue-page.tsx'),
      },
      {
        path: '/cases/new',
        zh: '代为登记',
        en: 'File for someone',
        icon: FilePlus2,
        permissions: ['case.file'],
        load: () => import('./modules/cases/file-page.tsx'),
      },
      {
        path: '/cases/$id',
        zh: '诉求详情',
        en: 'Case',
        icon: Inbox,
        permissions: [],
        hidden: true,
        load: () => import('./modules/cases/case-page.tsx'),
      },
      {
        path: '/map',
        zh: '地图',
        en: 'Map',
        icon: Map,
        permissions: ['case.see'],
        load: () => import('./modules/cases/map-page.tsx'),
      },
      {
        path: '/whistles',
        zh: '吹哨报到',
        en: 'Whistles',
        icon: BellRing,
        permissions: ['whistle.call', 'whistle.answer', 'whistle.decide'],
        load: () => import('./modules/whistles/whistles-page.tsx'),
      },
      {
        path: '/whistles/$id',
        zh: '吹哨详情',
        en: 'Whistle',
        icon: BellRing,
        permissions: ['whistle.call', 'whistle.answer', 'whistle.decide'],
        hidden: true,
        load: () => import('./modules/whistles/part-page.tsx'),
      },
      {
        path: '/supervision',
        zh: '督办与承诺',
        en: 'Supervision',
        icon: Gavel,
        permissions: anyCase,
        load: () => import('./modules/supervision/supervision-page.tsx'),
      },
      {
        path: '/mediations',
        zh: '矛盾调解',
        en: 'Mediation',
        icon: HeartHandshake,
        permissions: ['mediation.handle'],
        load: () => import('./modules/mediation/mediations-page.tsx'),
      },
      {
        path: '/mediations/$id',
        zh: '调解记录',
        en: 'Mediation record',
        icon: HeartHandshake,
        permissions: ['mediation.handle'],
        hidden: true,
        load: () => import('./modules/mediation/mediation-page.tsx'),
      },
      {
        path: '/channels',
        zh: '渠道',
        en: 'Channels',
        icon: Megaphone,
        permissions: ['channel.work', 'board.moderate', 'hotline.exchange'],
        load: () => import('./modules/channels/channels-page.tsx'),
      },
      {
        path: '/channels/meetings/$id',
        zh: '吐槽会',
        en: 'Complaint meeting',
        icon: Megaphone,
        permissions: ['channel.work'],
        hidden: true,
        load: () => import('./modules/channels/meeting-page.tsx'),
      },
      {
        path: '/public-board',
        zh: '社区公开栏',
        en: 'Public board',
        icon: Globe,
        permissions: ['board.moderate'],
        load: () => import('./modules/board/board-page.tsx'),
      },
      {
        path: '/hot-spots',
        zh: '热点问题',
        en: 'Hot spots',
        icon: Flame,
        permissions: ['hotspot.see'],
        load: () => import('./modules/likeness/hot-spots-page.tsx'),
      },
    ],
  },
  deliberationRooms,
  decisionRooms,
  fieldRooms,
  figureRooms,
  {
    zh: '物业',
    en: 'Homes',
    rooms: [
      {
        path: '/places',
        zh: '地点和房屋',
        en: 'Places and homes',
        icon: ListTree,
        permissions: ['place.see'],
        load: () => import('./modules/places/places-page.tsx'),
      },
      {
        path: '/home-claims',
        zh: '住户认领',
        en: 'Home claims',
        icon: House,
        permissions: ['home.confirm'],
        load: () => import('./modules/people/home-claims-page.tsx'),
      },
      {
        path: '/doorcodes',
        zh: '门牌码',
        en: 'Door codes',
        icon: QrCode,
        permissions: ['doorcode.see'],
        load: () => import('./modules/doorcodes/doorcodes-page.tsx'),
      },
    ],
  },
  moneyRooms,
  organisationRooms,
  {
    zh: '数据',
    en: 'Data',
    isRare: true,
    rooms: [
      {
        path: '/imports',
        zh: '表格导入',
        en: 'Imports',
        icon: FileSpreadsheet,
        permissions: ['import.run'],
        load: () => import('./modules/imports/imports-page.tsx'),
      },
      {
        path: '/journal',
        zh: '操作日志',
        en: 'Journal',
        icon: BookOpenText,
        permissions: ['journal.see'],
        load: () => import('./modules/journal/journal-page.tsx'),
      },
    ],
  },
  settingsRooms,
]
export const rooms: readonly Room[] = roomGroups.flatMap((group) => group.rooms)
export const mayEnter = (room: Room, held: readonly Permission[]): boolean =>
  room.permissions.length === 0 || room.permissions.some((permission) => held.includes(permission))
