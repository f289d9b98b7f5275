// Columns of buildings and who looks after them as a spreadsheet: names and posts, no phone numbers.
import { stewardKinds, type StewardKind } from '../../../../contract/src/stewards-kinds.ts'
import type { stewardsApi } from '../../../../contract/src/stewards.ts'
import { inLanguage } from '../../platform/list-sheet.ts'
import type { SheetsOf } from '../../platform/sheets.ts'

type Card = { readonly kind: StewardKind; readonly name: string }
const namesOf = (cards: readonly Card[], kind: StewardKind) =>
  cards
    .filter((card) => card.kind === kind)
    .map((card) => card.name)
    .join('、')
export const stewardsSheets: SheetsOf<typeof stewardsApi> = {
  'GET /api/stewards/buildings': [
    ['楼栋', 'Building', 36, (row) => row.building.name],
    ['社区', 'Community', 24, (row) => row.community],
    ['网格员', 'Grid worker', 20, (row) => namesOf(row.cards, 'gridWorker')],
    ['红管家', 'Steward', 20, (row) => namesOf(row.cards, 'steward')],
    ['单元长', 'Unit leads', 24, (row) => namesOf(row.cards, 'unitLead')],
    ['物业经理', 'Property manager', 20, (row) => namesOf(row.cards, 'propertyManager')],
    ['党建联系人', 'Party contact', 20, (row) => namesOf(row.cards, 'partyContact')],
    ['单元', 'Units', 8, (row) => row.units],
    ['有单元长', 'Units led', 8, (row) => row.unitsLed],
    ['还缺', 'Missing', 30, (row, zh) => row.missing.map((kind) => inLanguage(stewardKinds[kind], zh)).join('、')],
  ],
}
