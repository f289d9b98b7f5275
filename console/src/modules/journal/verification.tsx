// Recomputes the chain of a thing, or the root of a day, and says whether anything was changed.
import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { useApi, type Query } from '../../platform/api.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

export const Verification = ({ query }: { readonly query: Query<'GET /api/journal/verification'> }) => {
  const say = useWords(words)
  const result = useApi('GET /api/journal/verification', { query })
  if (result.error) return <ProblemPanel problem={result.error} retry={() => void result.refetch()} />
  if (result.data === undefined)
    return (
      <p role="status" className="quiet">
        {say.verifying}
      </p>
    )
  const { intact, entries, brokenAt, root } = result.data
  return (
    <div className={intact ? 'verification' : 'verification is-broken'} role="status">
      {intact ? <ShieldCheck size={20} aria-hidden /> : <ShieldAlert size={20} aria-hidden />}
      <div>
        <strong>{intact ? say.intact : say.broken}</strong>
        <p>{intact ? say.intactWords(entries) : say.brokenWords(entries, brokenAt ?? '')}</p>
        {root ? (
          <p>
            {query?.day ? say.root : say.chainEnd}
            <br />
            <code>{root}</code>
          </p>
        ) : null}
      </div>
    </div>
  )
}
