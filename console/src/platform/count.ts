// A number with its thing, as English counts: 1 case, 2 cases.

/** `counted(n, 'case')`, and with the plural where it is not made by an s: `counted(n, 'entry', 'entries')`. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`
