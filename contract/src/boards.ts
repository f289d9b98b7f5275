// Message boards: one public thread per estate, moderated; a post can become a case (mission A2, seed 001).
import { z } from 'zod'
import { caseBrief } from './channels-boxes.ts'
import { caseKind, keysOf } from './cases-shapes.ts'
import { postNames, postStates, type PostName, type PostState } from './channels-kinds.ts'
import { at, done, id, idParams, listOf, named, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'

const postState = z.enum(keysOf<PostState>(postStates))
export const post = z.object({
  id,
  estate: named,
  parentId: id.nullable(),
  /** As the author chose to be called. */ by: z.string(),
  organisation: z.string().nullable(),
  words: z.string(),
  state: postState,
  /** Why it is hidden: for the author and moderators. */ reason: z.string().nullable(),
  /** That it became a case; the link only for who may see it. */ case: caseBrief.nullable(),
  isCase: z.boolean(),
  replies: z.number().int(),
  /** Open reports of abuse: for moderators, else 0. */ reports: z.number().int(),
  createdAt: at,
  mine: z.boolean(),
  may: z.array(z.enum(['reply', 'withdraw', 'report', 'hide', 'show', 'makeCase'])),
})
export const board = z.object({
  estate: named,
  premoderated: z.boolean(),
  posts: z.number().int(),
  lastAt: at.nullable(),
  /** How I may be shown here; empty where I may only read. */
  names: z.array(z.object({ as: z.enum(keysOf<PostName>(postNames)), text: z.string() })),
})
const reason = { body: z.object({ reason: words(200, 2) }) }

export const boardsApi = endpoints({
  'GET /api/boards': {
    say: 'Boards of the estates of my homes',
    permission: 'signed-in',
    journal: null,
    out: z.array(board),
  },
  'GET /api/boards/posts': {
    say: 'Posts of my area for moderation: waiting, reported, or all',
    permission: 'board.moderate',
    journal: null,
    query: z.object({
      ...paging,
      show: z.enum(['todo', 'all', 'hidden', 'cases']).default('todo'),
      estateId: id.optional(),
    }),
    out: listOf(post),
  },
  'GET /api/boards/:id': {
    say: 'One board: for residents of the estate and staff of the area',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: board,
  },
  'GET /api/boards/:id/posts': {
    say: 'Its thread, newest first; with `parentId` the replies of a post, oldest first',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    query: z.object({ ...paging, parentId: id.optional() }),
    out: listOf(post),
  },
  'POST /api/boards/:id/posts': {
    say: 'Post or reply: residents of the estate, and staff in the name of their body',
    permission: 'signed-in',
    journal: 'posted on a board',
    params: idParams,
    body: z.object({
      words: words(500, 2),
      as: z.enum(keysOf<PostName>(postNames)).default('neighbour'),
      parentId: id.optional(),
    }),
    out: post,
  },
  'PUT /api/boards/:id/settings': {
    say: 'Whether posts are shown at once or after review',
    permission: 'board.moderate',
    journal: 'changed a board',
    params: idParams,
    body: z.object({ premoderated: z.boolean() }),
    out: board,
  },
  'POST /api/boards/posts/:id/withdrawal': {
    say: 'Take my own post back',
    permission: 'signed-in',
    journal: 'withdrew a post',
    params: idParams,
    body: z.object({}),
    out: post,
  },
  'POST /api/boards/posts/:id/reports': {
    say: 'Report abuse; moderators are told, the author is not',
    permission: 'signed-in',
    journal: 'reported a post',
    params: idParams,
    ...reason,
    out: done,
  },
  'POST /api/boards/posts/:id/hiding': {
    say: 'Hide a post with a reason; its author is told',
    permission: 'board.moderate',
    journal: 'hid a post',
    params: idParams,
    ...reason,
    out: post,
  },
  'POST /api/boards/posts/:id/showing': {
    say: 'Show a post that waits, is hidden or was reported without ground',
    permission: 'board.moderate',
    journal: 'showed a post',
    params: idParams,
    body: z.object({}),
    out: post,
  },
  'POST /api/boards/posts/:id/case': {
    say: 'A post becomes a case; its author becomes the reporter',
    permission: 'board.moderate',
    journal: 'made a case of a post',
    params: idParams,
    body: z.object({ kind: caseKind.optional(), placeId: id.optional() }),
    out: post,
  },
})
