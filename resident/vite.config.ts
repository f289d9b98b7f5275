// How the resident app is built: one chunk per page, hashed names, a service worker, files compressed beforehand.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { precompress } from './precompress.ts'
import { preloadPage } from './preload.ts'
import { shellList } from './shell-list.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const server = process.env['LINLI_API'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [
    preloadPage('/modules/cases/report-page.tsx'),
    shellList(['/manifest.webmanifest', '/icon.svg', '/icon-192.png']),
    precompress(),
  ],
  server: { proxy: { '/api': server } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2020',
    cssTarget: ['chrome87', 'safari14'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rollupOptions: {
      input: { index: here('./index.html'), sw: here('./src/sw.ts') },
      output: {
        // One common part instead of many small ones: fewer requests on a slow phone.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /preact|contract\/src\/cases-life|resident\/src\/(kit\/(?!icons-more)|outbox\/|(?!sw|main|app)[^/]+\.tsx?$)/,
            },
          ],
        },
        entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
})
