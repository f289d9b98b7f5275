// Reports of an area by week and month (mission E9): on screen, as a spreadsheet, as a document.
import { reportsApi } from '../../../../contract/src/reports.ts'
import { serve, type Module } from '../../platform/module.ts'
import { readReport } from './read-report.ts'
import { reportDocument, reportSheet } from './report-files.ts'

export const reportsModule = (): Module => ({
  name: 'reports',
  routes: serve(reportsApi, {
    'GET /api/reports': (cx, { query }) => readReport(cx, query),
    'GET /api/reports/sheet': (cx, { query }) => reportSheet(cx, query),
    'GET /api/reports/document': (cx, { query }) => reportDocument(cx, query),
  }),
})
