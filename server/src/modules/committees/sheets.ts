// Columns of committees, their estates and their members as spreadsheets.
import { committeeKinds, committeeStates, duties, standings } from '../../../../contract/src/committees-life.ts'
import type { committeesApi } from '../../../../contract/src/committees.ts'
import { ifSo, inLanguage } from '../../platform/list-sheet.ts'
import type { SheetsOf } from '../../platform/sheets.ts'

export const committeesSheets: SheetsOf<typeof committeesApi> = {
  'GET /api/committees': [
    ['编号', 'Number', 10, (row) => row.number],
    ['种类', 'Kind', 14, (row, zh) => inLanguage(committeeKinds[row.kind], zh)],
    ['小区', 'Estate', 30, (row) => row.place.name],
    ['进展', 'State', 18, (row, zh) => inLanguage(committeeStates[row.state], zh)],
    ['补选', 'By-election', 8, (row, zh) => ifSo(row.isByElection, zh)],
    ['任期从', 'Term from', 14, (row) => row.termFrom],
    ['任期到', 'Term until', 14, (row) => row.termTo],
    ['快到期', 'Ends soon', 8, (row, zh) => ifSo(row.endsSoon, zh)],
    ['委员', 'Members', 8, (row) => row.members],
    ['党员', 'Party members', 8, (row) => row.partyMembers],
  ],
  'GET /api/committees/estates': [
    ['小区', 'Estate', 30, (row) => row.name],
    ['情况', 'Standing', 22, (row, zh) => inLanguage(standings[row.standing], zh)],
    ['任期到', 'Term until', 14, (row) => row.committee?.termTo ?? null],
    ['说明', 'Why exempt', 40, (row) => row.exemptWords],
  ],
  'GET /api/committees/members': [
    ['姓名', 'Name', 14, (row) => row.name],
    ['小区', 'Estate', 30, (row) => row.place.name],
    ['种类', 'Kind', 14, (row, zh) => inLanguage(committeeKinds[row.kind], zh)],
    ['职务', 'Duty', 12, (row, zh) => inLanguage(duties[row.duty], zh)],
    ['党员', 'Party member', 8, (row, zh) => ifSo(row.isPartyMember, zh)],
    ['从', 'From', 14, (row) => row.from],
    ['到', 'To', 14, (row) => row.to],
  ],
}
