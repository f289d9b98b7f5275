// Build step: the page that a scanned door code opens is fetched together with the app, not one round trip later.
import type { HtmlTagDescriptor, Plugin } from 'vite'

/** Adds preload links for the chunk made of `module` and what it needs. */
export const preloadPage = (module: string): Plugin => ({
  name: 'linli-preload-page',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle }) {
      const chunks = Object.values(bundle ?? {}).filter((part) => part.type === 'chunk')
      const page = chunks.find((chunk) => chunk.facadeModuleId?.endsWith(module))
      if (!page) throw new Error(`no chunk for ${module}`)
      const missing = [page.fileName, ...page.imports].filter((file) => file !== 'sw.js' && !html.includes(file))
      return missing.map<HtmlTagDescriptor>((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
        injectTo: 'head',
      }))
    },
  },
})
