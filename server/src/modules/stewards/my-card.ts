// My name card: what residents see of me beside name and post. Nothing more until I say so.
import { eq } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { stewardsApi } from '../../../../contract/src/stewards.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { attachFiles } from '../files/index.ts'
import { personsByIds } from '../identity/index.ts'
import { positions } from '../organisations/tables.ts'
import { placesByIds } from '../places/index.ts'
import { inArray } from 'drizzle-orm'
import { nameCards } from './tables.ts'

type MyCard = OutOf<(typeof stewardsApi)['GET /api/stewards/my-card']>
export interface CardInput {
  readonly showPhoto: boolean
  readonly showPhone: boolean
  readonly workPhone: string | null
  readonly photoId: string | null
  readonly line: string | null
}
const find = async (cx: Cx) =>
  (await cx.db.select().from(nameCards).where(eq(nameCards.personId, cx.actor.personId)))[0]

export const myCard = async (cx: Cx, sealing: Sealing): Promise<MyCard> => {
  const card = await find(cx)
  const me = (await personsByIds(cx.db, [cx.actor.personId])).get(cx.actor.personId)
  const codes = [...new Set(cx.actor.held.map((held) => held.positionCode))]
  const posts =
    codes.length === 0
      ? []
      : await cx.db
          .select({ code: positions.code, name: positions.name })
          .from(positions)
          .where(inArray(positions.code, codes))
  const scopes = await placesByIds(
    cx.db,
    cx.actor.held.map((held) => held.scopeId),
  )
  return {
    showPhoto: card?.showPhoto ?? false,
    showPhone: card?.showPhone ?? false,
    workPhone: card === undefined || card.workPhoneSealed === null ? null : sealing.open(card.workPhoneSealed),
    accountPhone: me?.phoneMasked ?? null,
    photoId: card?.photoId ?? null,
    line: card?.line ?? null,
    posts: cx.actor.held.map((held) => ({
      post: posts.find((one) => one.code === held.positionCode)?.name ?? held.positionCode,
      scope: scopes.get(held.scopeId)?.path ?? '',
    })),
  }
}
/** @throws steward.no-post, case.photo-not-yours */
export const setMyCard = async (cx: Cx, sealing: Sealing, input: CardInput): Promise<MyCard> => {
  if (cx.actor.held.length === 0) throw refuse('steward.no-post')
  const before = await find(cx)
  if (input.photoId !== null && input.photoId !== before?.photoId)
    await attachFiles(cx, [input.photoId], { kind: 'nameCard', id: cx.actor.personId }, 'photo')
  const { workPhone, ...rest } = input
  const row = {
    ...rest,
    workPhoneSealed: workPhone === null ? null : sealing.seal(workPhone),
    updatedAt: cx.now,
  }
  await cx.db
    .insert(nameCards)
    .values({ personId: cx.actor.personId, districtId: cx.districtId, ...row })
    .onConflictDoUpdate({ target: nameCards.personId, set: row })
  await cx.journal({
    action: 'steward.card',
    sentence: '设置了自己的名片',
    thing: { kind: 'person', id: cx.actor.personId },
    before: { showPhoto: before?.showPhoto ?? false, showPhone: before?.showPhone ?? false },
    after: { showPhoto: input.showPhoto, showPhone: input.showPhone },
  })
  return myCard(cx, sealing)
}
