// Files: photos and recordings, private by default.
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { ownData } from './own-data.ts'
import { filesRoutes } from './routes.ts'
import { sweepBytes, sweepFiles } from './sweep-files.ts'

export { attachFiles } from './attach-files.ts'
export { handOver } from './hand-over.ts'
export { keepPhoto } from './keep-photo.ts'
export type { Photo } from './read-photo.ts'

/** `modules` say who may see the files of their things. */
export const filesModule = (parts: Parts, modules: readonly Module[]): Module => ({
  name: 'files',
  ownData,
  routes: filesRoutes(parts, modules),
  jobs: {
    'files.sweep': { run: (cx) => sweepFiles(cx, parts.storage), cron: '11 * * * *' },
    'files.sweep-bytes': { run: async (cx) => void (await sweepBytes(cx, parts.storage)), cron: '37 3 * * *' },
  },
})
