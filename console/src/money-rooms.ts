// The rooms of money: books, spending, shared costs.
import { Wallet } from 'lucide-react'
import type { RoomGroup } from './room.ts'

export const moneyRooms: RoomGroup = {
  zh: '资金',
  en: 'Money',
  rooms: [
    {
      path: '/funds',
      zh: '资金',
      en: 'Funds',
      icon: Wallet,
      permissions: ['fund.see'],
      load: () => import('./modules/funds/funds-page.tsx'),
    },
    {
      path: '/funds/$id',
      zh: '资金详情',
      en: 'Fund',
      icon: Wallet,
      permissions: ['fund.see'],
      hidden: true,
      load: () => import('./modules/funds/fund-page.tsx'),
    },
    {
      path: '/funds/$id/statement',
      zh: '对账单',
      en: 'Statement',
      icon: Wallet,
      permissions: ['fund.see'],
      hidden: true,
      load: () => import('./modules/funds/statement-page.tsx'),
    },
    {
      path: '/funds/$id/accounts/$thingId',
      zh: '账户明细',
      en: 'Account',
      icon: Wallet,
      permissions: ['fund.see'],
      hidden: true,
      load: () => import('./modules/funds/account-page.tsx'),
    },
    {
      path: '/funds/applications/$id',
      zh: '用款申请',
      en: 'Application',
      icon: Wallet,
      permissions: ['fund.see'],
      hidden: true,
      load: () => import('./modules/funds/application-page.tsx'),
    },
    {
      path: '/funds/plans/$id',
      zh: '费用分摊',
      en: 'Shared cost',
      icon: Wallet,
      permissions: ['fund.see'],
      hidden: true,
      load: () => import('./modules/funds/plan-page.tsx'),
    },
  ],
}
