// Door codes: signed short codes on doors, their printable sheets, and what a scanned code stands for.
import type { Actor, Cx } from '../../platform/cx.ts'
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { doorcodesRoutes } from './routes.ts'
import type { DoorcodeKind } from './signing.ts'
import { putUpCode as putUp } from './issue-codes.ts'
import { resolveWith, type Door } from './resolve-code.ts'

export { takeDownCode } from './issue-codes.ts'
export { paperDownload, type PaperLine } from './paper.ts'
export { grouped as groupedCode } from './signing.ts'

// The installation's one secret, known once the module is built.
let sealing: Sealing

export const doorcodesModule = (parts: Parts): Module => {
  sealing = parts.sealing
  return { name: 'doorcodes', routes: doorcodesRoutes(parts) }
}
/** @throws doorcode.forged, doorcode.revoked */
export const resolveCode = (cx: Pick<Cx<Actor | null>, 'db'>, code: string): Promise<Door> =>
  resolveWith(sealing, cx, code)
/** One code with a label at a place; the caller decided who may, and journals. */
export const putUpCode = (cx: Cx, placeId: string, kind: DoorcodeKind, label: string) =>
  putUp(cx, sealing, placeId, kind, label)
