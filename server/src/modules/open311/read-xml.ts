// Reads the XML that other endpoints answer with: elements and text, nothing else; anything strange is refused.

export interface Element {
  readonly name: string
  readonly text: string
  readonly children: readonly Element[]
}
export class UnreadableXml extends Error {}
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const character = (code: number): string => {
  if (!(code > 0 && code <= 0x10_ffff)) throw new UnreadableXml('a character that is none')
  return String.fromCodePoint(code)
}
const unescape = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{1,10});/gi, (whole, name: string) => {
    if (name[0] === '#')
      return character(/^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)))
    return named[name] ?? whole
  })
const TOKEN =
  /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([A-Za-z_][\w:.-]*)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/gy
const DEEPEST = 30
interface Open {
  readonly name: string
  text: string
  readonly children: Element[]
}
const closed = ({ name, text, children }: Open): Element => ({
  name,
  text: children.length > 0 ? '' : text.trim(),
  children,
})
/** @throws UnreadableXml also for document types: they could name files and grow without end */
export const readXml = (xml: string): Element => {
  const stack: Open[] = [{ name: '', text: '', children: [] }]
  const source = xml.replace(/^\uFEFF/, '')
  TOKEN.lastIndex = 0
  let at = 0
  while (at < source.length) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(source)
    if (token === null) throw new UnreadableXml(`not understood at ${at}`)
    at = TOKEN.lastIndex
    const [, data, closing, name, , selfClosing, text] = token
    const top = stack.at(-1)!
    if (text !== undefined) top.text += unescape(text)
    else if (data !== undefined) top.text += data
    else if (name !== undefined && closing === '/') {
      if (stack.length < 2 || top.name !== name) throw new UnreadableXml(`</${name}> closes nothing`)
      stack.pop()
      stack.at(-1)!.children.push(closed(top))
    } else if (name !== undefined && selfClosing === '/') top.children.push({ name, text: '', children: [] })
    else if (name !== undefined) {
      if (stack.length > DEEPEST) throw new UnreadableXml('too deep')
      stack.push({ name, text: '', children: [] })
    }
  }
  const [root] = stack[0]!.children
  if (stack.length !== 1 || root === undefined || stack[0]!.children.length !== 1)
    throw new UnreadableXml('no root element')
  return root
}
/** The text of a child; null when it is missing or empty. */
export const childText = (element: Element, name: string): string | null =>
  element.children.find((one) => one.name === name)?.text || null
