// What a page shows when there is nothing, not yet, or not now: skeleton, empty, failure, offline, sign-in.
import type { ComponentChildren } from 'preact'
import { NoSignal, Refused } from '../api.ts'
import { here } from '../router.ts'
import { Icon } from './icon.tsx'
import { alert, offline, person } from './icons.ts'
import { w } from './kit-words.ts'

/** Grey shapes of what is coming. */
export const Skeleton = ({ rows = 3, height = 4.5 }: { rows?: number; height?: number }) => (
  <div class="stack" role="status" aria-label={w('loading')}>
    {Array.from({ length: rows }, (_, row) => (
      <div key={row} class="skeleton" style={{ height: `${height}rem` }} />
    ))}
  </div>
)

interface EmptyProps {
  icon: string
  title: string
  hint?: string
  children?: ComponentChildren
}
/** Says what would be here and offers the first action. */
export const Empty = ({ icon, title, hint, children }: EmptyProps) => (
  <div class="empty">
    <Icon of={icon} />
    <p class="strong">{title}</p>
    {hint && <p class="quiet">{hint}</p>}
    {children}
  </div>
)

export interface Trouble {
  readonly cause: string
  readonly remedy: string
  readonly id: string
  readonly noSignal: boolean
  readonly code: string
  readonly fields: Readonly<Record<string, string>>
}
/** Turns anything thrown by the client into cause and remedy. */
export const troubleOf = (thrown: unknown): Trouble => {
  const plain = { id: '', noSignal: false, code: '', fields: {} }
  if (thrown instanceof NoSignal) {
    return { ...plain, cause: w('noSignal'), remedy: w('noSignalRemedy'), noSignal: true }
  }
  if (thrown instanceof Refused) {
    const { title, remedy, id, code, fields } = thrown.problem
    const byPath = Object.fromEntries((fields ?? []).map(({ path, message }) => [path, message]))
    return { cause: title, remedy, id, noSignal: false, code, fields: byPath }
  }
  return { ...plain, cause: w('unexpected'), remedy: w('unexpectedRemedy') }
}

/** A failure with its cause, its remedy and the way to try again. */
export const Failure = ({ trouble, retry }: { trouble: Trouble; retry?: () => void }) => (
  <div class={trouble.noSignal ? 'notice wait' : 'notice bad'} role="alert">
    <Icon of={trouble.noSignal ? offline : alert} />
    <div class="grow stack">
      <div>
        <p class="strong">{trouble.cause}</p>
        <p>{trouble.remedy}</p>
        {Object.values(trouble.fields).map((message) => (
          <p key={message}>{message}</p>
        ))}
        {trouble.id && <p class="small quiet">{w('reference', { id: trouble.id.slice(0, 8) })}</p>}
      </div>
      {retry && (
        <div>
          <button type="button" class="button" onClick={retry}>
            {w('retry')}
          </button>
        </div>
      )}
    </div>
  </div>
)

/** For pages that are somebody's own. */
export const SignInFirst = () => (
  <Empty icon={person} title={w('signInFirst')} hint={w('signInWhy')}>
    <a class="button main" href={`/sign-in?next=${encodeURIComponent(here())}`}>
      {w('signIn')}
    </a>
  </Empty>
)
