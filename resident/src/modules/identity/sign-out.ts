// Signing out: the session ends on the server, and this phone forgets what it held of the person.
import { call, NoSignal } from '../../api.ts'
import { forgetLoaded } from '../../kit/load.ts'
import { clearDraft } from '../../outbox/draft.ts'
import { forgetCopies } from '../../outbox/kept-copy.ts'
import { forgetForms } from '../../outbox/kept-draft.ts'
import { go } from '../../router.ts'
import { forgetMe } from '../../session.ts'

/** Clears this phone, whatever ended the session. */
export const leave = () => {
  clearDraft()
  void forgetCopies()
  void forgetForms()
  forgetLoaded()
  forgetMe()
  go('/', { replace: true })
}

/** Signs out; without a signal nothing is forgotten, so that nobody believes it ended. */
export const signOut = async () => {
  try {
    await call('DELETE /api/identity/session')
  } catch (thrown) {
    if (thrown instanceof NoSignal) throw thrown
  }
  leave()
}
