// Files: photos and recordings, private by default.
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'

export { attachFiles } from './attach-files.ts'

export const filesModule = (_parts: Parts, _modules: readonly Module[]): Module => ({ name: 'files', routes: [] })
