// A photo of a printed code, as somebody with a phone takes it: askew, a little blurred, with the wall around it.
import type { BrowserContext } from '@playwright/test'
import QRCode from 'qrcode'

export const photoOfCode = async (context: BrowserContext, address: string): Promise<Buffer> => {
  const svg = await QRCode.toString(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 4, width: 420 })
  const page = await context.newPage()
  await page.setViewportSize({ width: 1280, height: 960 })
  await page.setContent(
    `<body style="background: #b9b2a6"><div style="width: 420px; margin: 210px 0 0 470px; transform: rotate(9deg) skewX(4deg); filter: blur(1px)">${svg}</div></body>`,
  )
  const photo = await page.screenshot({ type: 'jpeg', quality: 60 })
  await page.close()
  return photo
}
