// A wave in the demo: in one estate more and more people report the same within two weeks, so that the hot spots have something to show.
import { firstGroups } from '../first-district/categories.ts'
import { searchText } from './bulk.ts'
import type { CaseBook, CaseWorld } from './case-book.ts'
import { demoHome } from './sign-ins.ts'

const DAYS = 14
const DAY_MS = 86_400_000
const FEWEST = 6
/** What they write, the same matter in their own words. */
const said = [
  '车棚的电动车充电桩坏了三个，剩下的要排队。',
  '电动车充电桩又坏了，扫码没反应，只好飞线充电。',
  '车棚充电桩坏了没人修，大家把电瓶拎上楼充，太危险。',
  '充电桩扫码不通电，电动车没地方充。',
  '车棚里电动车充电桩坏了一半，晚上抢不到位子。',
  '充电桩坏了半个月，电动车都推进楼道飞线充电。',
  '电动车充电桩扣了钱不通电，打电话没人接。',
  '车棚充电桩又坏，请尽快修，不然都上楼充电了。',
]
const charging = firstGroups.flatMap((group) => group.categories).find((one) => one.key === 'charging')!

/** The newest cases of the demo resident's estate speak of the same; their story stays as it was carried. The hero's own stay. */
export const makeWave = (world: CaseWorld, books: readonly CaseBook[], hero: string, categoryId: string): number => {
  const since = world.now.getTime() - DAYS * DAY_MS
  const chosen = books
    .filter(({ row }) => row.createdAt.getTime() > since && row.placePath.startsWith(demoHome.estate))
    .filter(({ row }) => row.parentId === null && row.state !== 'merged' && row.reporterId !== hero)
    .slice(-said.length)
  if (chosen.length < FEWEST) return 0
  chosen.forEach((book, i) => {
    const words = said[i]!
    const { placePath, placeNote, number } = book.row
    book.row = { ...book.row, words, categoryId, search: searchText(words, placePath, placeNote, String(number)) }
    const [reported] = book.journal
    if (reported !== undefined) book.journal[0] = { ...reported, after: { ...reported.after, category: charging.name } }
  })
  return chosen.length
}
