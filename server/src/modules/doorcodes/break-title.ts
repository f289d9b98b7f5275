// A long name on a card is broken into even lines.

/** The title in `count` lines as even as they can be, broken at a space where one is near. */
export const breakTitle = (title: string, count: number): readonly string[] => {
  const letters = [...title]
  if (count <= 1 || letters.length < 2 * count) return [title]
  const share = Math.ceil(letters.length / count)
  const near = letters.slice(share - 3, share + 3).lastIndexOf(' ')
  const end = near === -1 ? share : share - 3 + near
  const rest = letters.slice(end).join('').trim()
  return [letters.slice(0, end).join('').trim(), ...breakTitle(rest, count - 1)].filter((line) => line !== '')
}
