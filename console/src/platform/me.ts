// Who is signed in and what they may do, for every page below the shell.
import { createContext, useContext } from 'react'
import type { Permission } from '../../../contract/src/permissions.ts'
import type { Out } from './api.ts'

export type Me = Out<'GET /api/identity/me'>
export const MeContext = createContext<Me | null>(null)

/** The person signed in. Only below the shell. */
export const useMe = (): Me => {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe is only for pages of a signed-in person')
  return me
}
/** Whether the person holds a permission anywhere: `const may = useMay(); may('place.edit')`. The server decides per thing. */
export const useMay = (): ((permission: Permission) => boolean) => {
  const { permissions } = useMe()
  return (permission) => permissions.includes(permission)
}
