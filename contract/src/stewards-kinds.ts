// Who looks after a building, in the order in which a resident would ask (mission E3). No zod.

export const stewardKinds = {
  gridWorker: { zh: '网格员', en: 'grid worker', positions: ['gridWorker', 'gridLead'] },
  steward: { zh: '红管家', en: 'steward', positions: ['steward', 'buildingLead'] },
  unitLead: { zh: '单元长', en: 'unit lead', positions: ['unitLead'] },
  propertyManager: { zh: '物业经理', en: 'property manager', positions: ['propertyManager'] },
  partyContact: {
    zh: '党建联系人',
    en: 'party contact',
    positions: ['partyAdviser', 'partTimeMember', 'communitySecretary'],
  },
  clerk: { zh: '社区工作者', en: 'community clerk', positions: ['communityClerk'] },
} as const
export type StewardKind = keyof typeof stewardKinds
/** What a building must not be without. */
export const neededKinds = ['gridWorker', 'steward', 'unitLead', 'propertyManager'] as const
export type NeededKind = (typeof neededKinds)[number]
