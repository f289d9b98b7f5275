// Door codes: signed short codes on doors, their printable sheets, and what a scanned code stands for.
import type { Actor, Cx } from '../../platform/cx.ts'
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { doorcodesRoutes } from './routes.ts'
import { resolveWith, type Door } from './resolve-code.ts'

// The installation's one secret, known once the module is built.
let sealing: Sealing

export const doorcodesModule = (parts: Parts): Module => {
  sealing = parts.sealing
  return { name: 'doorcodes', routes: doorcodesRoutes(parts) }
}
/** @throws doorcode.forged, doorcode.revoked */
export const resolveCode = (cx: Pick<Cx<Actor | null>, 'db'>, code: string): Promise<Door> =>
  resolveWith(sealing, cx, code)
