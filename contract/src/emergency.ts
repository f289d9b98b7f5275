// Emergency mode (战时): an area with its own clocks, call-outs, tasks home by home, daily figures, a report (mission C13).
import { z } from 'zod'
import { caseKinds, type CaseKind } from './cases-kinds.ts'
import { at, day, flag, id, idParams, listOf, named, paging, words } from './common.ts'
import {
  callAnswers,
  emergencyLimits,
  taskKinds,
  taskResults,
  taskStates,
  type CallAnswer,
  type TaskKind,
  type TaskState,
} from './emergency-kinds.ts'
import { endpoints } from './endpoint.ts'
import { placeRef } from './places.ts'

const caseKind = z.enum(Object.keys(caseKinds) as [CaseKind, ...CaseKind[]])
const taskKind = z.enum(Object.keys(taskKinds) as [TaskKind, ...TaskKind[]])
const taskState = z.enum(Object.keys(taskStates) as [TaskState, ...TaskState[]])
const callAnswer = z.enum(Object.keys(callAnswers) as [CallAnswer, ...CallAnswer[]])
const count = z.number().int()

export const figures = z.object({
  tasks: z.record(taskState, count),
  byKind: z.array(z.object({ kind: taskKind, total: count, done: count, open: count })),
  requests: count,
  supplies: count,
  called: count,
  coming: count,
  cannot: count,
  cases: count,
  days: z.array(z.object({ day, done: count, visits: count, supplies: count, requests: count, coming: count })),
})
export const emergencyReport = z.object({
  words: z.string(),
  figures,
  closed: count,
  handedOn: count,
  handedTo: z.string().nullable(),
})
export type EmergencyReport = z.output<typeof emergencyReport>
const row = z.object({
  id,
  name: z.string(),
  reason: z.string(),
  place: placeRef,
  begunAt: at,
  endedAt: at.nullable(),
  openTasks: count,
})
const emergency = row.extend({
  advice: z.string().nullable(),
  begunBy: z.string().nullable(),
  endedBy: z.string().nullable(),
  figures,
  report: emergencyReport.nullable(),
  may: z.array(z.enum(['command', 'work'])),
})
const call = z.object({
  id,
  emergency: named,
  person: z.string(),
  post: z.string(),
  words: z.string(),
  calledAt: at,
  answer: callAnswer.nullable(),
  eta: at.nullable(),
  said: z.string().nullable(),
  answeredAt: at.nullable(),
})
const task = z.object({
  id,
  emergency: named,
  home: placeRef,
  building: named.nullable(),
  kind: taskKind,
  words: z.string(),
  state: taskState,
  assignee: named.nullable(),
  requested: z.boolean(),
  createdAt: at,
  result: z.string().nullable(),
  quantity: count,
  doneAt: at.nullable(),
  may: z.array(z.enum(['result', 'assign'])),
})
const deadline = z.object({
  kind: caseKind,
  respondMinutes: z.number().int().min(1).max(43_200),
  resolveMinutes: z.number().int().min(1).max(525_600),
})
const taskFilters = {
  buildingId: id.optional(),
  state: taskState.optional(),
  open: flag.optional(),
  requested: flag.optional(),
}

export const emergencyApi = endpoints({
  'GET /api/emergency': {
    say: 'Emergencies that touch my area, those in force first',
    permission: 'emergency.work',
    journal: null,
    query: z.object({ ...paging, active: flag.optional() }),
    out: listOf(row),
  },
  'GET /api/emergency/now': {
    say: 'Emergencies in force where I live or work, for the banner; with my homes there and what I asked for',
    permission: 'signed-in',
    journal: null,
    out: z.array(
      z.object({
        id,
        name: z.string(),
        reason: z.string(),
        advice: z.string().nullable(),
        area: z.string(),
        since: at,
        homes: z.array(placeRef),
        works: z.boolean(),
        myTasks: count,
        requests: z.array(
          z.object({
            id,
            home: placeRef,
            kind: taskKind,
            words: z.string(),
            state: taskState,
            at,
            result: z.string().nullable(),
          }),
        ),
      }),
    ),
  },
  'GET /api/emergency/deadlines': {
    say: 'Deadlines in an emergency, by kind',
    permission: 'emergency.work',
    journal: null,
    out: z.array(deadline),
  },
  'PUT /api/emergency/deadlines': {
    say: 'Change them; emergencies in force keep those they began with',
    permission: 'case.configure',
    journal: 'changed the emergency deadlines',
    body: z.array(deadline).min(1).max(5),
    out: z.array(deadline),
  },
  'POST /api/emergency': {
    say: 'Switch an area to emergency mode: its people are told, its cases get the emergency deadlines',
    permission: 'emergency.command',
    journal: 'began an emergency',
    body: z.object({ placeId: id, name: words(60), reason: words(300, 2), advice: words(500).optional() }),
    out: emergency,
  },
  'GET /api/emergency/:id': {
    say: 'One emergency with its figures, and its report once it is over',
    permission: 'emergency.work',
    journal: null,
    params: idParams,
    out: emergency,
  },
  'POST /api/emergency/:id/end': {
    say: 'Back to normal: open tasks are closed or handed on, the report is written',
    permission: 'emergency.command',
    journal: 'ended an emergency',
    params: idParams,
    body: z.object({
      words: words(1000, 2),
      openTasks: z.enum(['close', 'handOn']).optional(),
      organisationId: id.optional(),
    }),
    out: emergency,
  },
  'POST /api/emergency/:id/callouts': {
    say: 'Call people: holders of positions in the area, people of organisations, persons',
    permission: 'emergency.command',
    journal: 'called people out',
    params: idParams,
    body: z.object({
      words: words(300, 2),
      positionCodes: z.array(z.string().min(1).max(60)).max(40).default([]),
      organisationIds: z.array(id).max(40).default([]),
      personIds: z.array(id).max(200).default([]),
    }),
    out: z.object({ called: count }),
  },
  'GET /api/emergency/:id/calls': {
    say: 'Who was called and what they answered',
    permission: 'emergency.work',
    journal: null,
    params: idParams,
    query: z.object({ ...paging, answer: z.enum(['coming', 'cannot', 'none']).optional() }),
    out: listOf(call),
  },
  'GET /api/emergency/calls/mine': {
    say: 'Calls to me in emergencies in force',
    permission: 'signed-in',
    journal: null,
    out: z.array(call),
  },
  'POST /api/emergency/calls/:id/answer': {
    say: 'Answer a call: coming or not, and when',
    permission: 'signed-in',
    journal: 'answered a call',
    params: idParams,
    body: z.object({ answer: callAnswer, eta: at.optional(), words: words(200).optional() }),
    out: call,
  },
  'GET /api/emergency/:id/tasks': {
    say: 'Tasks of an emergency within my area',
    permission: 'emergency.work',
    journal: null,
    params: idParams,
    query: z.object({ ...paging, ...taskFilters }),
    out: listOf(task),
  },
  'GET /api/emergency/:id/tasks.xlsx': {
    say: 'The same list as a spreadsheet',
    permission: 'emergency.command',
    journal: 'exported emergency tasks',
    params: idParams,
    query: z.object(taskFilters),
    gives: 'file',
  },
  'POST /api/emergency/:id/tasks': {
    say: 'Make a task for every home at or below places that has none of the kind open',
    permission: 'emergency.command',
    journal: 'made household tasks',
    params: idParams,
    body: z.object({
      placeIds: z.array(id).min(1).max(50),
      kind: taskKind,
      words: words(200, 2),
      assigneeId: id.optional(),
    }),
    out: z.object({ made: count, alreadyThere: count }),
  },
  'POST /api/emergency/:id/assignments': {
    say: 'Give the open tasks of a building to a person',
    permission: 'emergency.command',
    journal: 'assigned emergency tasks',
    params: idParams,
    body: z.object({ buildingId: id, personId: id }),
    out: z.object({ assigned: count }),
  },
  'GET /api/emergency/:id/buildings': {
    say: 'Progress by building, and who has it',
    permission: 'emergency.work',
    journal: null,
    params: idParams,
    out: z.array(z.object({ building: placeRef, total: count, open: count, assignees: z.array(z.string()) })),
  },
  'GET /api/emergency/tasks/mine': {
    say: 'Tasks given to me in emergencies in force, by building',
    permission: 'emergency.work',
    journal: null,
    query: z.object({ all: flag.optional() }),
    out: z.array(task),
  },
  'POST /api/emergency/tasks/:id/result': {
    say: 'Note what came of a task at the door',
    permission: 'emergency.work',
    journal: 'noted the result of an emergency task',
    params: idParams,
    body: z.object({
      state: z.enum(taskResults),
      words: words(300).optional(),
      quantity: z.number().int().min(0).max(emergencyLimits.quantity).default(0),
      /** The moment at the door: a note kept without a signal comes late. */
      at: at.optional(),
      /** When it was last noted as far as the writer saw; null: not at all. Then a note of somebody else stands. */
      seen: at.nullable().optional(),
    }),
    out: task,
  },
  'POST /api/emergency/:id/requests': {
    say: 'A household asks for help',
    permission: 'signed-in',
    journal: 'asked for help in an emergency',
    params: idParams,
    body: z.object({ homeId: id, kind: taskKind, words: words(300, 2) }),
    out: z.object({ id }),
  },
})
