// Reports of an area by week and month (mission E9): on screen, as a spreadsheet, as a document.
import { reportsApi } from '../../../../contract/src/reports.ts'
import { serve, type Module } from '../../platform/module.ts'
import { readReport } from './read-report.ts'

// The libraries behind a document are large: they are loaded with the first one.
const reportFiles = () => import('./report-files.ts')

export const reportsModule = (): Module => ({
  name: 'reports',
  routes: serve(reportsApi, {
    'GET /api/reports': (cx, { query }) => readReport(cx, query),
    'GET /api/reports/sheet': async (cx, { query }) => (await reportFiles()).reportSheet(cx, query),
    'GET /api/reports/document': async (cx, { query }) => (await reportFiles()).reportDocument(cx, query),
  }),
})
