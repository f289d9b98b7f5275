// Questions typed as lines: a question, its options below with a dash; a star before a question that takes several answers.
export interface TypedQuestion {
  readonly words: string
  readonly isMany: boolean
  readonly options: readonly string[]
}
/** Null where a question has fewer than two options, or there is none. */
export const questionsOf = (text: string): TypedQuestion[] | null => {
  const questions: { words: string; isMany: boolean; options: string[] }[] = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const option = /^[-－—·•]\s*(.+)$/.exec(line)?.[1]
    const last = questions.at(-1)
    if (option !== undefined && last !== undefined) last.options.push(option)
    else questions.push({ words: line.replace(/^[*＊]\s*/, ''), isMany: /^[*＊]/.test(line), options: [] })
  }
  return questions.length === 0 || questions.some((one) => one.options.length < 2) ? null : questions
}
