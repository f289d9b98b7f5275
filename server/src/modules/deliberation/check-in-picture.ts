// The code that is scanned on arrival, drawn: a phone that reads it opens the meeting and checks in.
import type { Cx } from '../../platform/cx.ts'
import type { Download } from '../../platform/module.ts'
import { refuse } from '../../platform/refuse.ts'
import { showMeeting } from './meeting-view.ts'

/** @throws lifecycle.wrong-state once nobody arrives any more; access.out-of-scope */
export const checkInPicture = async (cx: Cx, id: string, publicUrl: string | null): Promise<Download> => {
  const { checkInCode, state, may } = await showMeeting(cx, id)
  if (checkInCode === null)
    throw refuse(may.includes('open') ? 'lifecycle.wrong-state' : 'access.out-of-scope', { because: state })
  const address = `${publicUrl ?? cx.origin.site}/deliberation/meetings/${id}?code=${checkInCode}`
  const { default: QRCode } = await import('qrcode')
  return {
    name: `check-in-${id}.svg`,
    mime: 'image/svg+xml',
    bytes: Buffer.from(await QRCode.toString(address, { type: 'svg', margin: 2 })),
  }
}
