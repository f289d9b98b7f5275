// The beginning of somebody's words, as much as tells which one it is; what is left out is shown as left out.
export const beginning = (words: string, most = 60): string =>
  words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words
