// One exchange with another endpoint: which way, how far it got, its number and state there.
import { Link } from '@tanstack/react-router'
import type { Out } from '../../platform/api.ts'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

export type Exchange = Out<'GET /api/open311/exchanges'>['rows'][number]
const tones = { waiting: 'info', sent: 'good', failed: 'late' } as const
export const ExchangeRow = ({ of, withCase = false }: { readonly of: Exchange; readonly withCase?: boolean }) => {
  const say = useWords(words)
  return (
    <>
      <p className="row">
        <Tag>{say[of.direction]}</Tag>
        <strong>{of.peer.name}</strong>
        <Tag tone={tones[of.state]}>{say[of.state]}</Tag>
        {withCase ? (
          <Link to={`/cases/${of.caseId}`}>
            {say.case} {of.number}
          </Link>
        ) : null}
      </p>
      <p className="quiet">
        {of.remoteId ? `${say.remote(of.remoteId)} · ` : ''}
        {of.remoteStatus === 'closed' ? `${say.remoteClosed} · ` : of.remoteId ? `${say.remoteOpen} · ` : ''}
        <TimeText at={of.at} />
      </p>
      {of.lastError ? <p className="wrong">{of.lastError}</p> : null}
    </>
  )
}
