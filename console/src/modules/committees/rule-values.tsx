// The values of the rules a committee stands under, each with what it rests on.
import type { ReactNode } from 'react'
import { useApi, type Out } from '../../platform/api.ts'
import { usePick, useWords } from '../../platform/words.ts'
import { words } from './words.ts'

type Committee = Out<'GET /api/committees/:id'>
export const RuleValues = ({ of }: { readonly of: Committee['rules'] }) => {
  const pick = usePick()
  return (
    <ul>
      {of.map((one) => (
        <li key={one.words.en}>
          {pick(one.words)} <span className="quiet">{one.citation}</span>
        </li>
      ))}
    </ul>
  )
}
/** The values in force today, under the sentence a form begins with. */
export const LeadWithRules = ({
  kind,
  children,
}: {
  readonly kind: Committee['kind']
  readonly children: ReactNode
}) => {
  const say = useWords(words)
  const rules = useApi('GET /api/committees/rules', {})
  return (
    <>
      {children}
      {rules.data ? (
        <details>
          <summary>{say.rules}</summary>
          <RuleValues of={rules.data[kind]} />
        </details>
      ) : null}
    </>
  )
}
