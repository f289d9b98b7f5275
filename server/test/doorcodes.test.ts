// Door codes: issued for every door once, proved by four characters, revoked, re-issued, printed so that they scan.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { inflateSync } from 'node:zlib'
import jsqr from 'jsqr'
import { breakTitle } from '../src/modules/doorcodes/break-title.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp({ LINLI_PUBLIC_URL: 'https://linli.example/' })
const { district, call } = app
const clerk = await app.makeStaff('周敏', 'communityClerk', district.organisations.communityA1, district.communityA1)
const worker = await app.makeStaff('李强', 'gridWorker', district.organisations.communityA1, district.grid1)
const stranger = await app.makeStaff('吴芳', 'communityClerk', district.organisations.communityB1, district.communityB1)
const resident = await app.makeResident('王秀兰')

const issue = (kind: string, placeId: string, label?: string, who = clerk.cookie) =>
  call(who, 'POST /api/doorcodes', { body: { placeId, kind, ...(label === undefined ? {} : { label }) } })
const codesOf = async (query = '', who = clerk.cookie) => (await call(who, `GET /api/doorcodes?${query}`)).body.rows
const scan = (code: string) => call(null, `GET /api/doorcodes/${encodeURIComponent(code)}`)
const plain = (code: string) => code.replaceAll('-', '')

void test('codes are issued for every unit below a place that has none, and a second time there is nothing left to do', async () => {
  const first = await issue('unit', district.communityA1)
  assert.equal(first.status, 200)
  assert.equal(first.body.issued.length, 2)
  assert.equal(first.body.alreadyThere, 0)
  assert.deepEqual(
    first.body.issued.map((code: { label: string }) => code.label),
    ['幸福里小区 1号楼 1单元', '幸福里小区 2号楼 1单元'],
  )
  const second = await issue('unit', district.communityA1)
  assert.deepEqual([second.body.issued.length, second.body.alreadyThere], [0, 2])
})

void test('two clerks who issue at the same moment give each building one code', async () => {
  const answers = await Promise.all([issue('building', district.estate1), issue('building', district.estate1)])
  assert.deepEqual(
    answers.map((answer) => answer.status),
    [200, 200],
  )
  assert.equal(answers[0]!.body.issued.length + answers[1]!.body.issued.length, 2)
  const rows = await app.sql("select 1 from doorcodes where kind = 'building'")
  assert.equal(rows.length, 2)
})

void test('a scanned code opens its place for anybody, however it is typed, and the scan is counted', async () => {
  const [code] = await codesOf('limit=1')
  const typed = plain(code.code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
  for (const one of [code.code, plain(code.code), typed]) {
    const answer = await scan(one)
    assert.equal(answer.status, 200, one)
    assert.deepEqual(answer.body.place.path, code.place.path)
    assert.equal(answer.body.community, '和顺社区')
  }
  const [after] = await codesOf('limit=1')
  assert.equal(after.scans, code.scans + 3)
})

void test('a forged code says so, whichever character was changed', async () => {
  const code = plain((await codesOf('limit=1'))[0].code)
  for (let i = 0; i < code.length; i++) {
    const forged = code.slice(0, i) + (code[i] === '7' ? '8' : '7') + code.slice(i + 1)
    assert.equal((await scan(forged)).body.code, 'doorcode.forged')
  }
  for (const nonsense of ['ABC', '%00', "' or 1=1 --", '一二三四五六七八九十一二', 'U'.repeat(12)]) {
    const answer = await scan(nonsense)
    assert.deepEqual([answer.status, answer.body.code], [404, 'doorcode.forged'], nonsense)
  }
})

void test('a revoked code says so, and cannot be revoked again', async () => {
  const [code] = (await issue('facility', district.estate1, '北门快递柜')).body.issued
  assert.equal(code.label, '北门快递柜')
  const revoked = await call(clerk.cookie, `POST /api/doorcodes/${code.id}/revocation`, {
    body: { reason: '贴纸被撕' },
  })
  assert.equal(revoked.status, 200)
  assert.equal(revoked.body.revokedReason, '贴纸被撕')
  assert.deepEqual([(await scan(code.code)).status, (await scan(code.code)).body.code], [410, 'doorcode.revoked'])
  const again = await call(clerk.cookie, `POST /api/doorcodes/${code.id}/revocation`, { body: { reason: '再来一次' } })
  assert.equal(again.body.code, 'doorcode.revoked')
})

void test('re-issuing retires the old code and puts a new one on the same door', async () => {
  const old = (await codesOf()).find((code: { kind: string }) => code.kind === 'unit')
  const answer = await call(clerk.cookie, `POST /api/doorcodes/${old.id}/reissue`, { body: { reason: '模糊不清' } })
  assert.equal(answer.status, 200)
  assert.notEqual(answer.body.code, old.code)
  assert.equal(answer.body.place.id, old.place.id)
  assert.equal((await scan(old.code)).body.code, 'doorcode.revoked')
  assert.equal((await scan(answer.body.code)).status, 200)
  const revoked = await codesOf('revoked=true')
  assert.ok(revoked.some((code: { id: string }) => code.id === old.id))
})

void test('a station or facility needs a label; a unit below a home does not exist', async () => {
  const bare = await issue('station', district.communityA1)
  assert.deepEqual([bare.status, bare.body.fields[0].path], [400, 'label'])
  const none = await issue('unit', district.home1)
  assert.deepEqual([none.body.issued.length, none.body.alreadyThere], [0, 0])
})

void test('the list is paged within the area of the caller', async () => {
  const all = await codesOf('limit=200')
  const paged: string[] = []
  let after = ''
  do {
    const page = (await call(clerk.cookie, `GET /api/doorcodes?limit=2${after}`)).body
    assert.equal(page.total, all.length)
    paged.push(...page.rows.map((row: { id: string }) => row.id))
    after = page.next === null ? '' : `&after=${page.next}`
  } while (after !== '')
  assert.deepEqual(
    paged,
    all.map((row: { id: string }) => row.id),
  )
  const inGrid = await codesOf('limit=200', worker.cookie)
  assert.ok(inGrid.length > 0)
  assert.ok(inGrid.every((row: { place: { path: string } }) => row.place.path.startsWith('幸福里小区 1号楼')))
  assert.deepEqual(await codesOf('', stranger.cookie), [])
})

void test('nobody issues, revokes or prints outside the own area, and a resident sees no list', async () => {
  assert.equal((await issue('unit', district.communityA1, undefined, stranger.cookie)).body.code, 'access.out-of-scope')
  assert.equal((await issue('unit', district.grid1, undefined, worker.cookie)).body.code, 'access.not-allowed')
  const [code] = await codesOf('revoked=false')
  const url = `POST /api/doorcodes/${code.id}/revocation`
  assert.equal((await call(stranger.cookie, url, { body: { reason: '不是我的' } })).body.code, 'access.out-of-scope')
  assert.equal((await scan(code.code)).status, 200)
  assert.equal((await call(resident.cookie, 'GET /api/doorcodes')).status, 403)
  assert.equal((await call(null, `GET /api/doorcodes/sheet.pdf?placeId=${district.estate1}`)).status, 401)
})

const streamsOf = (pdf: Buffer): string[] => {
  const text = pdf.toString('latin1')
  // Line feeds only: a carriage return before one may be the last byte of the data.
  return [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)].flatMap((match) => {
    try {
      return [inflateSync(Buffer.from(match[1]!, 'latin1')).toString('latin1')]
    } catch {
      return []
    }
  })
}
const SCALE = 3
/** The black rectangles of a page as a picture, so that a QR reader can look at it. */
const rasterOf = (content: string) => {
  const [width, height] = [Math.ceil(595.28 * SCALE), Math.ceil(841.89 * SCALE)]
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255)
  for (const match of content.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g)) {
    const [x, y, w, h] = match.slice(1, 5).map((part) => Number(part) * SCALE) as [number, number, number, number]
    for (let row = Math.round(y); row < Math.round(y + h); row++) {
      for (let column = Math.round(x); column < Math.round(x + w); column++)
        pixels.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3)
    }
  }
  return { pixels, width, height }
}
const cut = ({ pixels, width }: ReturnType<typeof rasterOf>, x: number, y: number, w: number, h: number) => {
  const part = new Uint8ClampedArray(w * h * 4)
  for (let row = 0; row < h; row++)
    part.set(pixels.subarray(((y + row) * width + x) * 4, ((y + row) * width + x + w) * 4), row * w * 4)
  return jsqr.default(part, w, h)?.data
}
const sheet = async (query: string) => {
  const answer = await call(clerk.cookie, `GET /api/doorcodes/sheet.pdf?${query}`)
  assert.equal(answer.status, 200)
  assert.equal(answer.headers['content-type'], 'application/pdf')
  return answer.raw
}
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length

void test('a printed sheet holds the absolute address of each code in use, six to a page or two', async () => {
  const codes = await codesOf('revoked=false&limit=200')
  assert.equal(codes.length, 4)
  const expected = codes.map((code: { code: string }) => `https://linli.example/s/${plain(code.code)}`)
  const six = await sheet(`placeId=${district.communityA1}`)
  assert.equal(pagesOf(six), 1)
  const content = streamsOf(six).find((stream) => stream.includes(' re'))!
  const raster = rasterOf(content)
  const [w, h] = [Math.floor(raster.width / 2), Math.floor(raster.height / 3)]
  const read = [0, 1, 2, 3].map((i) => cut(raster, (i % 2) * w, Math.floor(i / 2) * h, w, h))
  assert.deepEqual(read, expected)
  assert.equal(pagesOf(await sheet(`placeId=${district.communityA1}&perPage=2`)), 2)
  assert.equal(pagesOf(await sheet(`placeId=${district.communityA1}&kind=unit&perPage=2`)), 1)
  assert.equal(pagesOf(await sheet(`placeId=${district.estate2}`)), 1)
})

const has = (tool: string) => {
  try {
    execFileSync('which', [tool])
    return true
  } catch {
    return false
  }
}
void test('a long name is broken into even lines, at a space where one is near, and nothing of it is lost', () => {
  assert.deepEqual(breakTitle('3号楼 2单元', 1), ['3号楼 2单元'])
  assert.deepEqual(breakTitle('甲乙', 2), ['甲乙'])
  assert.deepEqual(breakTitle('和顺社区党群服务驿站 北门骑手休息点', 2), ['和顺社区党群服务驿站', '北门骑手休息点'])
  for (const letters of [7, 26, 40])
    for (const count of [2, 3]) {
      const long = Array.from({ length: letters }, (_, i) => String.fromCharCode(0x4e00 + i)).join('')
      const lines = breakTitle(long, count)
      assert.equal(lines.join(''), long)
      assert.equal(lines.length, count)
      assert.ok(Math.max(...lines.map((line) => line.length)) <= Math.ceil(letters / count))
    }
})
void test('ordinary tools read the words and the codes of a sheet', async () => {
  const pdf = await sheet(`placeId=${district.estate1}&kind=unit`)
  // Every Chinese word on the page is set in an embedded font that says which characters its glyphs are.
  assert.ok(pdf.toString('latin1').includes('/ToUnicode'))
  assert.ok(pdf.toString('latin1').includes('NotoSansSC-700'))
  const folder = mkdtempSync(join(tmpdir(), 'linli-sheet-'))
  const file = join(folder, 'sheet.pdf')
  writeFileSync(file, pdf)
  if (has('pdftotext')) {
    const text = execFileSync('pdftotext', [file, '-']).toString()
    for (const words of ['幸福里小区', '1号楼 1单元', '扫一扫，反映身边事', '第 1 页，共 1 页'])
      assert.ok(text.includes(words), words)
  }
  if (has('pdftoppm') && has('zbarimg')) {
    execFileSync('pdftoppm', ['-r', '150', '-png', '-singlefile', file, join(folder, 'page')])
    const read = execFileSync('zbarimg', ['-q', '--raw', join(folder, 'page.png')], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    assert.equal(read.toString().match(/https:\/\/linli\.example\/s\/\w{12}/g)?.length, 2)
  }
  rmSync(folder, { recursive: true })
})

void test('issuing, revoking, re-issuing and printing are in the journal, without the codes themselves', async () => {
  const entries = await app.sql<{ action: string; canonical: string }>(
    "select action, canonical from journal where action like 'doorcode.%'",
  )
  const actions = new Set(entries.map((entry) => entry.action))
  assert.deepEqual([...actions].sort(), ['doorcode.issue', 'doorcode.print', 'doorcode.reissue', 'doorcode.revoke'])
  const codes = await app.sql<{ code: string }>('select code from doorcodes')
  assert.ok(codes.length > 4)
  for (const { code } of codes) assert.ok(entries.every((entry) => !entry.canonical.includes(code)))
})
