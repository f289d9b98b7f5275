// Weighs what a first visit to the report page loads: JavaScript and CSS, brotli, against the goal of 30 KiB.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'

const goal = 30 * 1024
const dist = join(dirname(fileURLToPath(import.meta.url)), 'dist')
const read = (path: string) => readFileSync(join(dist, path))

interface Chunk {
  file: string
  css?: string[]
  imports?: string[]
}
const manifest = JSON.parse(read('.vite/manifest.json').toString()) as Record<string, Chunk>

/** A chunk and everything it needs before it can run. */
const withImports = (name: string, seen = new Set<string>()): Set<string> => {
  const chunk = manifest[name]
  if (!chunk || seen.has(chunk.file)) return seen
  for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file)
  for (const needed of chunk.imports ?? []) withImports(needed, seen)
  return seen
}

const files = new Set([...withImports('index.html'), ...withImports('src/modules/cases/report-page.tsx')])
let total = 0
for (const file of files) {
  const bytes = brotliCompressSync(read(file)).length
  total += bytes
  console.log(`${String(bytes).padStart(7)}  ${file}`)
}
console.log(`${String(total).padStart(7)}  ${files.size} files, first load of the report page; goal ${goal}`)
if (total > goal) process.exitCode = 1
