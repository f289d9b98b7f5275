// Builds the staff console to dist/, with brotli and gzip copies written beside every text file.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })

/** Compresses once at build, so that the server never compresses per request. index.html stays plain: the server fills it. */
const compressed = (): Plugin => ({
  name: 'linli-compressed',
  apply: 'build',
  writeBundle(options) {
    for (const path of filesBelow(options.dir ?? 'dist')) {
      if (!/\.(js|css|svg)$/.test(path)) continue
      const content = readFileSync(path)
      if (content.length < 1024) continue
      writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
      writeFileSync(
        `${path}.br`,
        brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
      )
    }
  },
})

export default defineConfig({
  base: '/console/',
  plugins: [react(), compressed()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'leaflet', test: /node_modules\/leaflet/, priority: 30 },
            // Small shared parts travel together: few requests for the first page.
            {
              name: 'kit',
              test: /console\/src\/platform\/(tags|time|deadline|now|page|page-words|words|me|api|address|wide|later)\.tsx?$|contract\/src\/cases-life\.ts$|node_modules\/(lucide-react|antd\/es\/(config-provider|_util|locale|theme|style|space|button|skeleton|badge|app)\/)/,
              priority: 10,
            },
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler|@tanstack)\//, priority: 20 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': process.env['LINLI_SERVER'] ?? 'http://127.0.0.1:8080' } },
})
