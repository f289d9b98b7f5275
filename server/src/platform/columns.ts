// Columns that many tables have: a moment, an amount, and where a row stands in the tree of places.
import { bigint, timestamp, uuid } from 'drizzle-orm/pg-core'

export const moment = (name: string) => timestamp(name, { withTimezone: true })
/** An amount in fen, the hundredth of a yuan. */
export const fen = (name: string) => bigint(name, { mode: 'number' })

const belowCommunity = () => ({
  gridId: uuid('grid_id'),
  microGridId: uuid('micro_grid_id'),
  estateId: uuid('estate_id'),
  buildingId: uuid('building_id'),
  unitId: uuid('unit_id'),
})
/** The ancestors of a row that may stand anywhere in a district: what an access condition compares. */
export const ancestors = () => ({
  districtId: uuid('district_id').notNull(),
  streetId: uuid('street_id'),
  communityId: uuid('community_id'),
  ...belowCommunity(),
})
/** The ancestors of a row that always belongs to a community. */
export const ancestorsInCommunity = () => ({
  districtId: uuid('district_id').notNull(),
  streetId: uuid('street_id').notNull(),
  communityId: uuid('community_id').notNull(),
  ...belowCommunity(),
})
