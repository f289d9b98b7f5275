// The rooms of organisations, people and posts.
import { Contact, ContactRound, IdCard, KeyRound, ListChecks, Users } from 'lucide-react'
import type { RoomGroup } from './room.ts'

export const organisationRooms: RoomGroup = {
  zh: '组织',
  en: 'Organisation',
  isRare: true,
  rooms: [
    {
      path: '/organisations',
      zh: '组织',
      en: 'Organisations',
      icon: Contact,
      permissions: ['organisation.see'],
      load: () => import('./modules/organisations/organisations-page.tsx'),
    },
    {
      path: '/stewards',
      zh: '谁管我',
      en: 'Who is mine',
      icon: ContactRound,
      permissions: ['organisation.see'],
      load: () => import('./modules/stewards/stewards-page.tsx'),
    },
    {
      path: '/dutylists',
      zh: '三张清单',
      en: 'Duty lists',
      icon: ListChecks,
      permissions: ['dutylist.edit', 'organisation.see'],
      load: () => import('./modules/dutylists/dutylists-page.tsx'),
    },
    {
      path: '/people',
      zh: '人员',
      en: 'People',
      icon: Users,
      permissions: ['person.see'],
      load: () => import('./modules/people/people-page.tsx'),
    },
    {
      path: '/appointments',
      zh: '任职',
      en: 'Appointments',
      icon: IdCard,
      permissions: ['organisation.see'],
      load: () => import('./modules/organisations/appointments-page.tsx'),
    },
    {
      path: '/positions',
      zh: '岗位权限',
      en: 'Positions',
      icon: KeyRound,
      permissions: ['organisation.see'],
      load: () => import('./modules/organisations/positions-page.tsx'),
    },
  ],
}
