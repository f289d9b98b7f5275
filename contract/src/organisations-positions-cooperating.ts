// Default positions of those who work with the community without running it: part-timers, advisers, units, mediators. No zod.
import type { DefaultPosition } from './organisations-position.ts'

export const cooperatingPositions: readonly DefaultPosition[] = [
  {
    code: 'partTimeMember',
    zh: '兼职委员',
    en: 'part-time committee member',
    organisationKinds: ['partyBody', 'communityCommittee'],
    scopeKinds: ['community', 'grid'],
    permissions: ['place.see', 'organisation.see'],
  },
  {
    code: 'qualitySupervisor',
    zh: '物业服务品质监督员',
    en: 'service quality supervisor',
    organisationKinds: ['propertyCompany', 'communityCommittee'],
    scopeKinds: ['estate', 'grid'],
    permissions: ['place.see', 'case.file', 'patrol.walk'],
  },
  {
    code: 'partyAdviser',
    zh: '党建指导员',
    en: 'party adviser',
    organisationKinds: ['propertyCompany', 'partyBody'],
    scopeKinds: ['estate', 'community', 'district'],
    permissions: ['place.see'],
  },
  {
    code: 'unitContact',
    zh: '单位联络员',
    en: 'unit contact',
    organisationKinds: ['partnerUnit', 'team', 'socialOrganisation', 'station', 'merchant'],
    scopeKinds: ['district', 'street', 'community'],
    permissions: ['place.see', 'case.handle', 'whistle.answer', 'patrol.walk'],
  },
  {
    code: 'enforcementOfficer',
    zh: '执法包片人员',
    en: 'enforcement officer of an area',
    organisationKinds: ['department'],
    scopeKinds: ['district', 'street', 'community', 'grid'],
    permissions: ['place.see', 'case.handle', 'whistle.answer', 'patrol.walk'],
  },
  {
    code: 'mediator',
    zh: '调解员',
    en: 'mediator',
    organisationKinds: ['communityCommittee', 'streetOffice', 'socialOrganisation', 'residentsCouncil'],
    scopeKinds: ['district', 'street', 'community'],
    permissions: ['place.see', 'mediation.handle'],
  },
]
