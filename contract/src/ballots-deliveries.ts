// Proof, owner by owner, that the ballot reached them: only where the estate's rules of procedure give silence a meaning.
import { z } from 'zod'
import { decisionView, deliveryWay } from './ballots-shapes.ts'
import { photoIds } from './cases-shapes.ts'
import { at, day, done, flag, id, idParams, listOf, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'

const ownerKey = z.string().trim().min(4).max(64)
const building = z.string().max(60)
/** What was shown to prove it: for an acknowledgement in the app, nothing. */
const delivery = z.object({
  id,
  how: deliveryWay,
  on: day,
  at,
  /** Who wrote it down; null for the owner's own acknowledgement. */ byName: z.string().nullable(),
  photos: z.array(id),
})
export const ballotsDeliveriesApi = endpoints({
  'GET /api/decisions/:id/deliveries/progress': {
    say: 'How many owners the ballot has provably reached, by building',
    permission: 'decision.convene',
    journal: null,
    params: idParams,
    out: z.object({
      owners: z.number().int(),
      proven: z.number().int(),
      buildings: z.array(z.object({ building, owners: z.number().int(), proven: z.number().int() })),
    }),
  },
  'GET /api/decisions/:id/deliveries': {
    say: 'Owners with and without proof that the ballot reached them; never whether they voted',
    permission: 'decision.convene',
    journal: null,
    params: idParams,
    query: z.object({ ...paging, proven: flag.optional(), building: building.optional() }),
    out: listOf(
      z.object({
        key: z.string(),
        doors: z.string(),
        names: z.string(),
        delivery: delivery.nullable(),
      }),
    ),
  },
  'POST /api/decisions/:id/deliveries': {
    say: 'Record that the ballot reached these owners, or all of a building but a few, with the proof in photos',
    permission: 'decision.convene',
    journal: 'recorded that ballots were delivered',
    params: idParams,
    body: z.object({
      how: deliveryWay.exclude(['app']),
      /** The day it reached them. */ on: day,
      photos: photoIds.min(1),
      whom: z.union([
        z.object({ keys: z.array(ownerKey).min(1).max(500) }),
        z.object({
          building,
          /** Who did not sign the list. */ except: z.array(ownerKey).max(500).default([]),
        }),
      ]),
    }),
    out: z.object({ recorded: z.number().int() }),
  },
  'POST /api/decisions/:id/deliveries/:thingId': {
    say: 'Take a delivery off the record again, with the reason; before the vote closes',
    permission: 'decision.convene',
    journal: 'took a delivery off the record',
    params: z.object({ id, thingId: id }),
    body: z.object({ reason: words(500, 2) }),
    out: done,
  },
  'POST /api/decisions/:id/received': {
    say: 'An owner says: I have received the ballot',
    permission: 'signed-in',
    journal: 'acknowledged a ballot',
    params: idParams,
    body: z.object({}),
    out: decisionView,
  },
})
