// Stewards (mission E3): who looks after my building, shown as each consents; and which buildings lack one.
import { z } from 'zod'
import { keysOf } from './cases-shapes.ts'
import { flag, id, listOf, named, paging, phone, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import { neededKinds, stewardKinds, type NeededKind, type StewardKind } from './stewards-kinds.ts'

const kind = z.enum(keysOf<StewardKind>(stewardKinds))
const needed = z.enum(neededKinds as unknown as [NeededKind, ...NeededKind[]])
/** Name and post always; everything else as the holder consents. */
export const nameCard = z.object({
  kind,
  /** The post as the district calls it. */ post: z.string(),
  name: z.string(),
  /** e.g. 1号楼 2单元 */ scope: z.string(),
  organisation: z.string(),
  /** The organisation’s public line. */ officePhone: z.string().nullable(),
  workPhone: z.string().nullable(),
  photoId: id.nullable(),
  line: z.string().nullable(),
})
const myCard = z.object({
  showPhoto: z.boolean(),
  showPhone: z.boolean(),
  /** Null: the number of the account is shown, where a phone is shown at all. */ workPhone: z.string().nullable(),
  accountPhone: z.string().nullable(),
  photoId: id.nullable(),
  line: z.string().nullable(),
  posts: z.array(z.object({ post: z.string(), scope: z.string() })),
})
const ofPlace = z.object({ place: named, cards: z.array(nameCard) })

export const stewardsApi = endpoints({
  'GET /api/stewards/my-card': { say: 'My name card', permission: 'signed-in', journal: null, out: myCard },
  'PUT /api/stewards/my-card': {
    say: 'Say what residents see of me beside name and post',
    permission: 'signed-in',
    journal: 'set the own name card',
    body: z.object({
      showPhoto: z.boolean(),
      showPhone: z.boolean(),
      workPhone: phone.nullable(),
      photoId: id.nullable(),
      line: words(60).nullable(),
    }),
    out: myCard,
  },
  'GET /api/stewards/who': {
    say: 'Who looks after each of my homes',
    permission: 'signed-in',
    journal: null,
    out: z.array(ofPlace),
  },
  'GET /api/stewards/who/:code': {
    say: 'Who looks after the place of a scanned door code; photos only to who is signed in',
    permission: 'anyone',
    journal: null,
    params: z.object({ code: z.string().min(1).max(64) }),
    out: ofPlace,
  },
  'GET /api/stewards/buildings': {
    say: 'Buildings of my area with who looks after them and who is missing',
    permission: 'organisation.see',
    journal: null,
    query: z.object({ ...paging, placeId: id.optional(), gaps: flag.optional() }),
    out: listOf(
      z.object({
        building: named,
        community: z.string(),
        units: z.number().int(),
        /** Units with a lead. */ unitsLed: z.number().int(),
        missing: z.array(needed),
        cards: z.array(nameCard.pick({ kind: true, post: true, name: true, scope: true, organisation: true })),
      }),
    ),
  },
  'GET /api/stewards/figures': {
    say: 'How many buildings of my area lack whom, and how many holders set their card',
    permission: 'organisation.see',
    journal: null,
    query: z.object({ placeId: id.optional() }),
    out: z.object({
      buildings: z.number().int(),
      lacking: z.array(z.object({ kind: needed, count: z.number().int() })),
    }),
  },
})
