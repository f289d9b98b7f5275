// What tests of whistles bring to a place: photos just taken, and the codes on its doors.
import assert from 'node:assert/strict'
import sharp from 'sharp'
import { makeCode } from '../../src/modules/doorcodes/signing.ts'
import type { TestApp } from './test-app.ts'

export const whistleBench = async (app: TestApp, issuedBy: string) => {
  const jpeg = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#b5281c' } })
    .jpeg()
    .toBuffer()
  const upload = async (who: string): Promise<string> => {
    const boundary = 'whistle'
    const payload = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="kind"\r\n\r\nphoto\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`,
      ),
      jpeg,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
    const answer = await app.call(who, 'POST /api/files', {
      payload,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    })
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    return answer.body.id as string
  }
  const codes = new Map<string, string>()
  const doorCode = async (placeId: string): Promise<string> => {
    const known = codes.get(placeId)
    if (known !== undefined) return known
    const code = makeCode(app.parts.sealing)
    await app.sql(
      "insert into doorcodes (id, district_id, code, kind, label, place_id, issued_at, issued_by) values (gen_random_uuid(), $1, $2, 'unit', '1单元', $3, now(), $4)",
      [app.district.id, code, placeId, issuedBy],
    )
    codes.set(placeId, code)
    return code
  }
  return { upload, doorCode }
}
