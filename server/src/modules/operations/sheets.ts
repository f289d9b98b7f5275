// Columns of who answers for a community's enforcement as a spreadsheet.
import type { operationsApi } from '../../../../contract/src/operations.ts'
import type { SheetsOf } from '../../platform/sheets.ts'

export const operationsSheets: SheetsOf<typeof operationsApi> = {
  'GET /api/operations/officers': [
    ['社区', 'Community', 24, (row) => row.community.name],
    ['执法人员', 'Officers', 24, (row) => row.officers.map((one) => one.person.name).join('、')],
    ['部门', 'Departments', 40, (row) => row.officers.map((one) => one.department.name).join('、')],
    ['片区', 'Areas', 40, (row) => row.officers.map((one) => one.area.path).join('、')],
    ['电话', 'Phones', 24, (row) => row.officers.map((one) => one.phone ?? '—').join('、')],
  ],
}
