// The spreadsheet library is large and seldom needed: it is loaded with the first sheet, not with the server.
import type ExcelJS from 'exceljs'

export type { ExcelJS }
export const loadExcel = async (): Promise<typeof ExcelJS> => (await import('exceljs')).default
