// Splits a pasted WeChat conversation into messages: the common shapes of copied name-and-time lines (mission A2).

export interface ChatMessage {
  /** As it was written, e.g. `2026-11-20 14:20`; null where the paste had none. */
  readonly at: string | null
  readonly name: string | null
  readonly words: string
}
const DATE = String.raw`(?:\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?|\d{1,2}\s?[-/月]\s?\d{1,2}\s?日?|今天|昨天|前天|(?:星期|周)[一二三四五六日天])`
const CLOCK = String.raw`(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上)?\s?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])?`
const TIME = String.raw`(?:${DATE}\s*)?${CLOCK}`
const NAME = String.raw`[^\s:：][^:：\n]{0,38}?`

/** `王姐 2026-11-20 14:20:05`, the time last. */
const nameThenTime = new RegExp(`^(${NAME})[ \\t\\u3000]+[\\[(（]?(${TIME})[\\])）]?[:：]?$`)
/** `2026-11-20 14:20 王姐`, or with a colon and the words on the same line. */
const timeThenName = new RegExp(`^[\\[(（]?(${TIME})[\\])）]?[ \\t\\u3000]+(${NAME})(?:[:：][ \\t]*(.*))?$`)
/** `[14:20] 王姐：灯坏了`, the words on the same line. */
const onlyTime = new RegExp(`^[\\[(（]?(${TIME})[\\])）]?$`)
/** `王姐:` alone on its line. */
const onlyName = new RegExp(`^(${NAME})[:：]$`)
/** `王姐：灯坏了` on one line; believed only where nothing better was found. */
const nameColonWords = /^([^\s:：，。！？,.!?]{1,12})[:：][ \t]*(\S.*)$/
/** `—————  2026-11-20  —————` */
const dayLine = new RegExp(`^[-—–─=＝*\\s]*(${DATE})[-—–─=＝*\\s]*$`)
const emptyKinds = /^\[(?:图片|表情|动画表情|语音|视频|文件|位置|链接|红包|转账|Photo|Sticker|Voice|Video|File)\]$/
const systemLine =
  /^(?:.{1,40}(?:撤回了一条消息|加入了?群聊|退出了?群聊|修改群名为.*)|以下(?:是|为)新消息|以上是打招呼的内容)$/

interface Head {
  readonly at: string | null
  readonly name: string | null
  readonly words: string
  /** How many lines the head took. */
  readonly lines: number
}
const headAt = (lines: readonly string[], i: number): Head | null => {
  const line = lines[i]!
  const last = nameThenTime.exec(line)
  if (last) return { name: last[1]!, at: last[2]!, words: '', lines: 1 }
  const first = timeThenName.exec(line)
  if (first) return { at: first[1]!, name: first[2]!, words: first[3] ?? '', lines: 1 }
  const time = onlyTime.exec(line)
  // On the Mac the name stands on the line above the time: that line is taken by its own turn below.
  if (time) return { at: time[1]!, name: null, words: '', lines: 1 }
  const next = lines[i + 1]
  const below = next === undefined ? null : onlyTime.exec(next)
  const before = i === 0 ? '' : lines[i - 1]!
  if (below && before === '' && line.length > 0 && line.length <= 20 && !/[。！？，,!?]/.test(line))
    return { name: line.replace(/[:：]$/, ''), at: below[1]!, words: '', lines: 2 }
  const name = onlyName.exec(line)
  return name && name[1]!.length <= 20 ? { name: name[1]!, at: null, words: '', lines: 1 } : null
}
const tidyLines = (text: string): string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .split('\n')
    .map((line) => line.trim())
interface Gathering {
  at: string | null
  name: string | null
  words: string[]
}
const finish = (found: readonly Gathering[]): ChatMessage[] =>
  found
    .map(({ at, name, words }) => ({
      at,
      name: name === null || name === '' ? null : name,
      words: words
        .filter((line) => line !== '' && !emptyKinds.test(line) && !systemLine.test(line))
        .join('\n')
        .trim(),
    }))
    .filter((message) => message.words !== '')

const byHeads = (lines: readonly string[]): Gathering[] => {
  const found: Gathering[] = []
  let day: string | null = null
  let i = 0
  while (i < lines.length) {
    const line = lines[i]!
    const head = line === '' ? null : headAt(lines, i)
    const separator = head === null && /[-—–─=＝*]{2}/.test(line) ? dayLine.exec(line) : null
    if (separator) day = separator[1]!.trim()
    else if (head) {
      const hasDay = head.at !== null && new RegExp(`^${DATE}`).test(head.at)
      const at: string | null = head.at === null ? day : hasDay || day === null ? head.at : `${day} ${head.at}`
      found.push({ at, name: head.name, words: head.words === '' ? [] : [head.words] })
    } else if (found.length === 0) {
      if (line !== '') found.push({ at: null, name: null, words: [line] })
    } else found.at(-1)!.words.push(line)
    i += head?.lines ?? 1
  }
  return found
}
/** Without any head: `名字：话` on a line if most lines read so, else one message per paragraph. */
const withoutHeads = (lines: readonly string[]): Gathering[] => {
  const filled = lines.filter((line) => line !== '')
  const named = filled.map((line) => nameColonWords.exec(line))
  if (named.filter((one) => one !== null).length * 2 > filled.length)
    return named.map((match, i) =>
      match ? { at: null, name: match[1]!, words: [match[2]!] } : { at: null, name: null, words: [filled[i]!] },
    )
  return filled.map((line) => ({ at: null, name: null, words: [line] }))
}

/** The messages of a paste, in their order. Never throws; pictures, stickers and notes of the system are left out. */
export const splitChat = (text: string): ChatMessage[] => {
  const lines = tidyLines(text)
  const hasHeads = lines.some((line, i) => line !== '' && headAt(lines, i) !== null)
  return finish(hasHeads ? byHeads(lines) : withoutHeads(lines))
}
