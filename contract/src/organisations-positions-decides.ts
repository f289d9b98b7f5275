// What the default positions may do with committees, trial services and consultations (mission B9, B10, B11). No zod.
import type { Permission } from './permissions.ts'

const list = <const P extends readonly Permission[]>(...all: P): P => all
export const decidesOf = {
  // Who appoints a property manager holds what the manager gets: nobody gives more than their own.
  administrator: list(
    'committee.see',
    'committee.run',
    'committee.review',
    'trial.see',
    'trial.run',
    'trial.serve',
    'poll.run',
  ),
  districtOfficer: list('committee.see', 'committee.review', 'trial.see'),
  streetOfficer: list('committee.see', 'committee.run', 'committee.review', 'trial.see', 'poll.run'),
  clerk: list('committee.see', 'committee.run', 'trial.see', 'trial.run', 'poll.run'),
  propertyManager: list('trial.see', 'trial.serve'),
  ownersCommittee: list('committee.see', 'trial.see', 'poll.run'),
} as const
