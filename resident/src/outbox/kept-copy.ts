// What staff work through without a signal: the last list the server gave, kept on this phone for its own person.
import { NoSignal } from '../api.ts'
import { rememberedPerson } from '../session.ts'
import { dropAll, keep, kept } from './keeper.ts'

const START = 'copy/'
/** The fresh one, which is kept; without a signal the one kept for the same person. */
export const freshOrKept = async <T>(name: string, load: () => Promise<T>): Promise<T> => {
  try {
    const copy = await load()
    await keep('draft', START + name, { personId: rememberedPerson(), copy })
    return copy
  } catch (failure) {
    const found = failure instanceof NoSignal ? await kept('draft', START + name) : undefined
    const known = found as { personId: string | null; copy: T } | undefined
    if (known && known.personId === rememberedPerson()) return known.copy
    throw failure
  }
}
/** When somebody leaves this phone. */
export const forgetCopies = () => dropAll('draft', START)
