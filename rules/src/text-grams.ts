// Chinese text without a dictionary: every one or two neighbouring characters are a feature. Pure.

const RUN = /[\p{L}\p{N}]+/gu
/** One writing for one sign: full width becomes half width, capitals become small. */
export const normalText = (text: string): string => text.normalize('NFKC').toLowerCase()

const PHRASES =
  /来电人|来访人|居民|业主|市民|反映|投诉|举报|咨询|建议|请求|恳请|希望|关于|请问|尽快|加快|加大|力度|处理|解决|问题|谢谢|请/g
/** How people begin and end whatever they write about; blanked, so that the places of the other letters stay. */
export const withoutPhrases = (text: string): string => text.replace(PHRASES, (phrase) => ' '.repeat(phrase.length))

/** Calls back for every gram of `least` to `most` characters within runs of letters and digits, with its place in the text. */
export const eachGram = (
  text: string,
  least: number,
  most: number,
  found: (gram: string, place: number) => void,
): void => {
  for (const match of text.matchAll(RUN)) {
    const run = match[0]
    for (let size = least; size <= most; size++)
      for (let start = 0; start + size <= run.length; start++)
        found(run.slice(start, start + size), match.index + start)
  }
}
/** The different pairs of neighbouring characters of a text; a lone character stands for itself. */
export const pairsIn = (text: string): Set<string> => {
  const pairs = new Set<string>()
  for (const [run] of normalText(text).matchAll(RUN)) {
    if (run.length === 1) pairs.add(run)
    for (let i = 0; i + 1 < run.length; i++) pairs.add(run.slice(i, i + 2))
  }
  return pairs
}
/** A number below `2 ** bits` for a gram: the same on every machine (FNV-1a with a final mix). */
export const hashGram = (gram: string, bits: number): number => {
  let hash = 2166136261 ^ gram.length
  for (let i = 0; i < gram.length; i++) {
    hash ^= gram.charCodeAt(i)
    hash = Math.imul(hash, 16777619)
  }
  hash ^= hash >>> 15
  hash = Math.imul(hash, 2246822519)
  hash ^= hash >>> 13
  return hash >>> (32 - bits)
}
