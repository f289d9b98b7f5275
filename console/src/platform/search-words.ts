// The search part of an address as plain strings, in both directions.
export const readSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text))
export const writeSearch = (search: Record<string, unknown>): string => {
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') words.set(name, String(value))
  }
  return words.size > 0 ? `?${words}` : ''
}
