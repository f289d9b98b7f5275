// The font of printed sheets, asked for by several at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadChineseFont } from '../src/platform/chinese-font.ts'

test('several sheets may be printed at once by a server that has printed none yet', async () => {
  const texts = ['街道月报', '解决率', '社区网格', '物业服务', '噪声扰民', '楼道照明', '停水停电', '占道经营']
  const fonts = await Promise.all(texts.map((text) => loadChineseFont([text])))
  for (const [at, text] of texts.entries()) {
    const set = fonts[at]!.runs(text, 400).flatMap((run) => run.font.layout(run.text).glyphs)
    assert.deepEqual(
      set.map((glyph) => glyph.id > 0 && glyph.path.commands.length > 0),
      [...text].map(() => true),
      text,
    )
  }
})
