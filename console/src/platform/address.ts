// The address of the page: its search words as plain strings, and going elsewhere. Views live in the address.
import { useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { readSearch } from './search-words.ts'

export type Search = Readonly<Record<string, string>>
/** Goes to a page: `go('/cases', { state: 'submitted' })`. */
export const useGo = (): ((to: string, search?: Search) => void) => {
  const navigate = useNavigate()
  return useCallback((to, search = {}) => void navigate({ to, search } as never), [navigate])
}
/** The search words of the address, and a way to change some of them (undefined removes) without leaving the page. */
export const useSearch = (): readonly [Search, (change: Readonly<Record<string, string | undefined>>) => void] => {
  const text = useLocation({ select: (location) => location.searchStr })
  const path = useLocation({ select: (location) => location.pathname })
  const navigate = useNavigate()
  const search = useMemo(() => readSearch(text), [text])
  const change = useCallback(
    (some: Readonly<Record<string, string | undefined>>) => {
      const next = Object.fromEntries(
        Object.entries({ ...search, ...some }).filter(([, value]) => value !== undefined && value !== ''),
      )
      void navigate({ to: path, search: next, replace: true } as never)
    },
    [navigate, path, search],
  )
  return [search, change]
}
/** A parameter of the path, such as `id` in `/cases/$id`; empty when the page has none. */
export const useParam = (name: string): string => {
  const params = useParams({ strict: false }) as Record<string, string | undefined>
  return params[name] ?? ''
}
export const usePath = (): string => useLocation({ select: (location) => location.pathname })
