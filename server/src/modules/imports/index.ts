// Imports: spreadsheets in, with a preview of every row's errors before anything is written.
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { importsRoutes } from './routes.ts'

export { tidy } from './text.ts'
export { readWorkbook } from './workbook.ts'

export const importsModule = (parts: Parts): Module => ({ name: 'imports', routes: importsRoutes(parts) })
