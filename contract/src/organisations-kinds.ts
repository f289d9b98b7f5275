// The kinds of organisations. No zod.

export const organisationKinds = {
  districtOffice: { zh: '区县机关', en: 'district office' },
  streetOffice: { zh: '街道办事处', en: 'street office' },
  communityCommittee: { zh: '社区居委会', en: 'community committee' },
  partyBody: { zh: '党组织', en: 'party body' },
  propertyCompany: { zh: '物业企业', en: 'property company' },
  ownersCommittee: { zh: '业委会', en: 'owners’ committee' },
  managementCommittee: { zh: '物管会', en: 'management committee' },
  residentsCouncil: { zh: '居民议事会', en: 'residents’ council' },
  department: { zh: '职能部门', en: 'department' },
  partnerUnit: { zh: '共建单位', en: 'partner unit' },
  socialOrganisation: { zh: '社会组织', en: 'social organisation' },
  merchant: { zh: '商户', en: 'merchant' },
  station: { zh: '驿站', en: 'station' },
  team: { zh: '服务队', en: 'team' },
} as const
export type OrganisationKind = keyof typeof organisationKinds
/** Kinds to which a case can be dispatched. */
export const handlingKinds = [
  'propertyCompany',
  'communityCommittee',
  'streetOffice',
  'department',
  'districtOffice',
  'team',
] as const satisfies readonly OrganisationKind[]
