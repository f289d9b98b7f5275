// What the default positions may do with funds (mission B12). No zod.
import type { Permission } from './permissions.ts'

const list = <const P extends readonly Permission[]>(...all: P): P => all
export const fundsOf = {
  administrator: list('fund.see', 'fund.keep', 'fund.apply', 'fund.approve', 'fund.pay', 'fund.open'),
  officer: list('fund.see', 'fund.approve', 'fund.open'),
  clerk: list('fund.see', 'fund.keep', 'fund.apply', 'fund.pay'),
  propertyManager: list('fund.see', 'fund.apply'),
  ownersCommittee: list('fund.see', 'fund.apply', 'fund.approve'),
} as const
