// The three duty lists of departments 三张清单 (mission E6). No zod.

export const dutyLists = {
  broughtIn: { zh: '进社区职责清单', en: 'duties brought into communities' },
  handedDown: { zh: '政务服务下放清单', en: 'services handed down' },
  enforcement: { zh: '执法职责专项清单', en: 'enforcement duties' },
} as const
export type DutyList = keyof typeof dutyLists
/** Lists by which a case finds its department, the stronger claim first. */
export const routingLists = ['enforcement', 'handedDown', 'broughtIn'] as const satisfies readonly DutyList[]
/** The short name as a dispatch says it. */
export const dutyListShort: Readonly<Record<DutyList, string>> = {
  broughtIn: '进社区职责清单',
  handedDown: '下放清单',
  enforcement: '执法清单',
}
