// Signing out: ends the session and forgets everything that was read with it.
import { useAct } from './api.ts'

export const useSignOut = (): (() => void) => {
  const act = useAct('DELETE /api/identity/session', {
    refreshes: [],
    onDone: () => window.location.assign(import.meta.env.BASE_URL),
  })
  return () => act.mutate({})
}
