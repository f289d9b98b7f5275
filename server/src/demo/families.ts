// Families in the demo: duplicates merged into the first report of the same matter, and cases split into parts.
import { caseSteps, openStates } from '../../../contract/src/cases-life.ts'
import { partSay } from '../modules/cases/holds.ts'
import type { caseHolds } from '../modules/cases/tables.ts'
import { take, type CaseBook, type CaseWorld, type Doer } from './case-book.ts'
import type { DemoStaff } from './staff.ts'

type Hold = typeof caseHolds.$inferInsert
const MINUTE_MS = 60_000
const isOpen = ({ row }: CaseBook) => (openStates as readonly string[]).includes(row.state)
const mergeable = ({ row }: CaseBook) => (caseSteps.merge.from as readonly string[]).includes(row.state)
/** Two open cases in one estate, the earlier first; of one category where there are such. */
const pairs = (books: readonly CaseBook[]): [CaseBook, CaseBook][] => {
  const inEstate = Map.groupBy(
    books.filter((book) => isOpen(book) && book.row.estateId !== null && book.row.parentId === null),
    ({ row }) => row.estateId,
  )
  return [...inEstate.values()].flatMap(([into, ...later]) => {
    const others = later.filter((book) => mergeable(book) && book.row.reporterId !== into!.row.reporterId)
    const duplicate = others.find((book) => book.row.categoryId === into!.row.categoryId) ?? others.at(0)
    return duplicate === undefined ? [] : [[into!, duplicate] as [CaseBook, CaseBook]]
  })
}
const moment = (world: CaseWorld, ...books: readonly CaseBook[]): Date | null => {
  const at = Math.max(...books.map((book) => book.row.stateAt.getTime())) + 5 * MINUTE_MS
  return at < world.now.getTime() ? new Date(at) : null
}

/** Merges and splits some of the open cases; returns what now holds parents open. */
export const makeFamilies = (world: CaseWorld, staff: DemoStaff, all: readonly CaseBook[], heroId: string): Hold[] => {
  // The demo resident's own cases stay as they are told.
  const books = all.filter((book) => book.row.reporterId !== heroId)
  const { random } = world
  const clerk = ({ row }: CaseBook): Doer => {
    const { person, organisation } = staff.clerks.get(row.communityId)![0]!
    return { person, organisationName: organisation.name }
  }
  for (const [into, duplicate] of pairs(books).slice(0, 8)) {
    const at = moment(world, into, duplicate)
    if (at !== null)
      take(world, duplicate, 'merge', at, clerk(duplicate), { intoId: into.row.id, reason: '同一处、同一件事，一起办' })
  }
  const byEstate = Map.groupBy(
    books.filter((book) => isOpen(book) && book.row.estateId !== null && book.row.parentId === null),
    (book) => book.row.estateId,
  )
  const families = [...byEstate.values()].filter((group) => group.length >= 3).slice(0, 3)
  return families.flatMap(([parent, ...others]) =>
    others.slice(0, 2).map((part) => {
      part.row = { ...part.row, parentId: parent!.row.id }
      return {
        id: random.id(part.row.createdAt),
        caseId: parent!.row.id,
        kind: 'part' as const,
        thingId: part.row.id,
        say: partSay(part.row),
        createdAt: part.row.createdAt,
        releasedAt: null,
      }
    }),
  )
}
