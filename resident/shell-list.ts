// Build step: tells the service worker which files make up the shell, and a version that changes with any of them.
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const replaceOnce = (code: string, mark: RegExp, by: string) => {
  if (!mark.test(code)) throw new Error(`the service worker lacks ${mark}`)
  return code.replace(mark, () => by)
}

/** Replaces the two marks in `sw.js` by the list of built files and their common version. */
export const shellList = (extra: readonly string[]): Plugin => {
  let folder = ''
  return {
    name: 'linli-shell-list',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir)
    },
    async writeBundle() {
      const built = (await readdir(join(folder, 'assets'))).toSorted()
      const page = await readFile(join(folder, 'index.html'))
      const version = createHash('sha256').update(page).update(built.join('\n')).digest('hex').slice(0, 12)
      const list = ['/', ...extra, ...built.map((file) => `/assets/${file}`)]
      const worker = join(folder, 'sw.js')
      const listed = replaceOnce(
        await readFile(worker, 'utf8'),
        /(['"`])__SHELL_FILES__\1/,
        `'${JSON.stringify(list)}'`,
      )
      await writeFile(worker, replaceOnce(listed, /__SHELL_VERSION__/, version))
    },
  }
}
