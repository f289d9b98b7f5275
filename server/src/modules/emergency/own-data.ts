// What a person finds of emergencies in their own data: calls to them with their answers, and tasks at homes.
import type { OwnRows } from '../../platform/own-data.ts'
import { emergencyCalls, emergencyTasks } from './tables.ts'

export const ownData: readonly OwnRows[] = [
  {
    name: 'emergencyCalls',
    table: emergencyCalls,
    person: emergencyCalls.personId,
    tell: {
      post: emergencyCalls.post,
      answer: emergencyCalls.answer,
      words: emergencyCalls.words,
      answeredAt: emergencyCalls.answeredAt,
    },
  },
  {
    name: 'emergencyTasks',
    table: emergencyTasks,
    person: emergencyTasks.assigneeId,
    tell: { at: emergencyTasks.createdAt, kind: emergencyTasks.kind, state: emergencyTasks.state },
  },
]
