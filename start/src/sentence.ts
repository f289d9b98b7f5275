// Sentences for the person at the terminal, in Chinese first and English second, and the refusal that carries them.

/** One thing to say, in both languages. */
export type Sentence = { zh: string; en: string }

/** A start that cannot go on, for reasons a person can mend; `detail` is text from another program, shown as it came. */
export class StartRefusal extends Error {
  readonly sentences: Sentence[]
  readonly detail: string

  constructor(sentences: Sentence | Sentence[], detail = '') {
    const list = Array.isArray(sentences) ? sentences : [sentences]
    super(list.map((sentence) => sentence.en).join(' '))
    this.name = 'StartRefusal'
    this.sentences = list
    this.detail = detail.trim()
  }
}

/** The lines shown for an error: the sentences of a refusal, or the whole stack of anything unforeseen. */
export function linesFor(error: unknown): string[] {
  if (!(error instanceof StartRefusal)) return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  const lines = error.sentences.flatMap((sentence) => [`✗ ${sentence.zh}`, `  ${sentence.en}`])
  if (error.detail !== '') lines.push(...error.detail.split('\n').map((line) => `  | ${line}`))
  return lines
}

/** Prints one progress line. */
export function say(zh: string, en: string): void {
  process.stdout.write(`· ${zh}  ${en}\n`)
}

/** Prints why it cannot go on and leaves with a code that scripts can see. */
export function leaveWith(error: unknown): never {
  process.stderr.write(`\n${linesFor(error).join('\n')}\n\n`)
  process.exit(1)
}
