// A list of facts about one thing: a quiet label and its value, in as many columns as fit.
import type { ReactNode } from 'react'
import './facts.css'

export interface Fact {
  readonly label: string
  readonly value: ReactNode
  /** Takes the whole width. */ readonly wide?: boolean
}

/** Facts whose value is null are left out. */
export const Facts = ({ facts }: { readonly facts: readonly (Fact | null)[] }) => (
  <dl className="facts">
    {facts.map((fact) =>
      fact === null || fact.value === null ? null : (
        <div key={fact.label} className={fact.wide ? 'fact fact-wide' : 'fact'}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ),
    )}
  </dl>
)
