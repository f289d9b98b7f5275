// Build step: tells the service worker which files make up the shell, and a version that changes with any of them.
import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/** Replaces the two placeholders in `sw.js` by the list of built files and their common version. */
export const shellList = (extra: readonly string[]): Plugin => ({
  name: 'linli-shell-list',
  apply: 'build',
  generateBundle(_options, bundle) {
    const files = Object.keys(bundle)
      .filter((file) => file !== 'sw.js' && file !== 'index.html' && !file.endsWith('.map'))
      .toSorted()
    const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12)
    const worker = bundle['sw.js']
    if (worker?.type !== 'chunk') throw new Error('sw.js is missing from the bundle')
    const list = ['/', ...extra, ...files.map((file) => `/${file}`)]
    worker.code = worker.code
      .replace(/['"`]__SHELL_FILES__['"`]/, JSON.stringify(JSON.stringify(list)))
      .replace(/['"`]__SHELL_VERSION__['"`]/, JSON.stringify(version))
  },
})
