// Who may read, post and moderate on an estate's board: a by-law in code.
import { eq } from 'drizzle-orm'
import type { PostName } from '../../../../contract/src/channels-kinds.ts'
import { heldAt, mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { homesOf, placeById, placedOf, placesByIds, type PlaceRow } from '../places/index.ts'
import { boardPosts, boardSettings } from './tables.ts'

export interface Standing {
  readonly estate: PlaceRow
  /** Confirmed as owner or occupant of a home here. */
  readonly isResident: boolean
  readonly moderates: boolean
  /** In the name of which body staff write here; null for others. */
  readonly body: string | null
  readonly names: readonly { readonly as: PostName; readonly text: string }[]
}
/** What the residents are called: 3号楼邻居, 小区邻居, or their own name. Never more than they choose. */
const namesFor = async (cx: Cx, homes: readonly PlaceRow[]): Promise<Standing['names']> => {
  const buildings = await placesByIds(
    cx.db,
    homes.flatMap((home) => home.buildingId ?? []),
  )
  const english = cx.actor.language === 'en'
  const building = [...buildings.values()][0]
  return [
    ...(building === undefined
      ? []
      : [{ as: 'building' as const, text: english ? `a neighbour of ${building.name}` : `${building.name}邻居` }]),
    { as: 'neighbour', text: english ? 'a neighbour' : '小区邻居' },
    { as: 'name', text: cx.actor.name },
  ]
}
/** How the actor stands to the board of an estate. @throws board.not-found for strangers too */
export const standingAt = async (cx: Cx, estateId: string): Promise<Standing> => {
  const estate = await placeById(cx.db, estateId)
  if (estate === null || estate.districtId !== cx.districtId || estate.kind !== 'estate')
    throw refuse('board.not-found')
  const homes = (await homesOf(cx.db, cx.actor.personId)).filter((home) => home.estateId === estateId)
  const placed = placedOf(estate)
  const moderates = mayAt(cx.actor, 'board.moderate', placed)
  const held = heldAt(cx.actor, 'board.moderate', placed) ?? heldAt(cx.actor, 'case.see', placed)
  if (homes.length === 0 && held === undefined) throw refuse('board.not-found')
  return {
    estate,
    isResident: homes.length > 0,
    moderates,
    body: held?.organisationName ?? null,
    names: homes.length > 0 ? await namesFor(cx, homes) : [],
  }
}
export type PostRow = typeof boardPosts.$inferSelect
export type Doing = 'reply' | 'withdraw' | 'report' | 'hide' | 'show' | 'makeCase'
/** What the actor may do with a post now. */
export const mayDo = (
  cx: Cx,
  post: PostRow,
  standing: Pick<Standing, 'isResident' | 'moderates' | 'body'>,
): Doing[] => {
  const mine = post.authorId === cx.actor.personId
  const open = post.state === 'shown' || post.state === 'waiting'
  return [
    ...(post.state === 'shown' && post.parentId === null && (standing.isResident || standing.body !== null)
      ? (['reply'] as const)
      : []),
    ...(mine && open ? (['withdraw'] as const) : []),
    ...(!mine && post.state === 'shown' ? (['report'] as const) : []),
    ...(standing.moderates && open ? (['hide'] as const) : []),
    ...(standing.moderates &&
    (post.state === 'waiting' || post.state === 'hidden' || (post.state === 'shown' && post.reports > 0))
      ? (['show'] as const)
      : []),
    ...(standing.moderates && open && post.caseId === null && post.organisationName === null
      ? (['makeCase'] as const)
      : []),
  ]
}
/** New boards show posts at once; a community may ask for review first. */
export const isPremoderated = async (cx: Cx, estateId: string): Promise<boolean> => {
  const [row] = await cx.db.select().from(boardSettings).where(eq(boardSettings.estateId, estateId))
  return row?.premoderated ?? false
}
