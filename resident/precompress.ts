// Build step: writes .br and .gz beside every text asset of 1 KB or more, so that the server never compresses per request.
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const textual = /\.(js|css|html|svg|json|webmanifest)$/

const compressOne = async (path: string) => {
  const bytes = await readFile(path)
  const size = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length, [constants.BROTLI_PARAM_QUALITY]: 11 }
  await writeFile(`${path}.br`, brotliCompressSync(bytes, { params: size }))
  await writeFile(`${path}.gz`, gzipSync(bytes, { level: 9 }))
}

/** A Vite plugin that compresses what `outDir` holds once the bundle is written. */
export const precompress = (): Plugin => {
  let folder = ''
  return {
    name: 'linli-precompress',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir)
    },
    async closeBundle() {
      const files = (await readdir(folder, { recursive: true })).filter((file) => textual.test(file))
      for (const file of files) {
        const path = join(folder, file)
        if ((await stat(path)).size >= 1024) await compressOne(path)
      }
    },
  }
}
