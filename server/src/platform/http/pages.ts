// Serves the two built front ends, precompressed, with a strict content policy; unknown pages get the app's index.
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { refuse } from '../refuse.ts'
import { answerProblem } from './problem.ts'

export interface Pages {
  readonly residentFolder: string
  readonly consoleFolder: string
  /** Put into the page as meta tags the apps may read. */
  readonly metas: Readonly<Record<string, string>>
}
const escapeAttribute = (text: string) => text.replace(/[&"<>]/g, (c) => `&#${c.charCodeAt(0)};`)

export const registerPages = async (app: FastifyInstance, pages: Pages): Promise<void> => {
  const metas = Object.entries(pages.metas)
    .map(([name, content]) => `<meta name="${name}" content="${escapeAttribute(content)}">`)
    .join('')
  // Read anew each time: it is small, and a rebuilt app must not be answered with yesterday's page.
  const indexOf = async (folder: string) =>
    (await readFile(join(folder, 'index.html'), 'utf8')).replace('</head>', `${metas}</head>`)
  const folders = [
    { folder: pages.consoleFolder, prefix: '/console/' },
    { folder: pages.residentFolder, prefix: '/' },
  ]
  for (const { folder, prefix } of folders) {
    if (!existsSync(folder)) continue
    await app.register(fastifyStatic, {
      root: folder,
      prefix,
      preCompressed: true,
      index: false,
      decorateReply: false,
      wildcard: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const hashed = /-[\w-]{8,}\.\w+(\.br|\.gz)?$/.test(path)
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  const page = async (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0]!
    const folder = path === '/console' || path.startsWith('/console/') ? pages.consoleFolder : pages.residentFolder
    // The demo's own pages do not exist where there is no demo.
    const isAbsent = path.startsWith('/demo/') && pages.metas['linli-demo'] !== '1'
    const isPage =
      !isAbsent &&
      (request.method === 'GET' || request.method === 'HEAD') &&
      !path.startsWith('/api/') &&
      !/\.\w{2,12}$/.test(path) &&
      existsSync(join(folder, 'index.html'))
    if (!isPage) return answerProblem(refuse('http.not-found'), request, reply)
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(await indexOf(folder))
  }
  // The start pages by name: the folder itself is no file, whatever encodings the caller accepts.
  for (const url of ['/', '/console', '/console/']) app.get(url, { schema: { hide: true } }, page)
  app.setNotFoundHandler(page)
}
