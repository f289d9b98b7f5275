// Sets of permissions that several default positions share. No zod.
import type { Permission } from './permissions.ts'

/** What everybody in office reads. */
export const see = ['place.see', 'organisation.see', 'case.see'] as const satisfies readonly Permission[]
/** What those who run a community do every day. */
export const clerk = [
  ...see,
  'person.see',
  'person.edit',
  'person.reveal',
  'place.edit',
  'home.confirm',
  'doorcode.see',
  'doorcode.issue',
  'import.run',
  'case.file',
  'case.accept',
  'case.dispatch',
  'case.handle',
  'case.verify',
  'case.export',
  'case.merge',
  'whistle.call',
  'whistle.answer',
  'channel.work',
  'board.moderate',
  'photo.redact',
  'hotline.exchange',
  'patrol.plan',
  'patrol.walk',
  'operation.run',
  'hotspot.see',
  'rates.see',
  'emergency.work',
  'deliberation.run',
  'decision.see',
  'decision.convene',
  'decision.count',
  'publicNotice.post',
] as const satisfies readonly Permission[]
