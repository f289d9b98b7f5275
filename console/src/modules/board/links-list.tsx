// Links that show a case without signing in: made here, shown once, ended at any time.
import { Button } from 'antd'
import { useState } from 'react'
import { useAct, useApi } from '../../platform/api.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

export const LinksList = ({ caseId, mayMake }: { readonly caseId: string; readonly mayMake: boolean }) => {
  const say = useWords(words)
  const [once, setOnce] = useState<string | null>(null)
  const { data } = useApi('GET /api/board/cases/:id/links', { params: { id: caseId } }, { fresh: 5_000 })
  const make = useAct('POST /api/board/cases/:id/links', {
    onDone: (link) => setOnce(`${location.origin}/c/${link.token}`),
  })
  const end = useAct('POST /api/board/links/:id/revocation')
  const isOver = (link: { revokedAt: string | null; expiresAt: string }) =>
    link.revokedAt !== null || new Date(link.expiresAt) < new Date()
  return (
    <div className="stack">
      <h4>{say.links}</h4>
      <p className="quiet">{say.linksLead}</p>
      {once ? (
        <div role="status">
          <p>{say.linkOnce}</p>
          <p className="board-link">{once}</p>
        </div>
      ) : null}
      <ul className="board-links">
        {(data ?? []).map((link) => (
          <li key={link.id} className="row">
            <span>
              {say.linkBy(link.madeBy)} · {say.until} <TimeText at={link.expiresAt} />
            </span>
            {isOver(link) ? (
              <Tag>{say.ended}</Tag>
            ) : (
              <Button size="small" onClick={() => end.mutate({ params: { id: link.id } })}>
                {say.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {(make.error ?? end.error) ? <ProblemPanel problem={(make.error ?? end.error)!} /> : null}
      {mayMake ? (
        <div>
          <Button loading={make.isPending} onClick={() => make.mutate({ params: { id: caseId }, body: {} })}>
            {say.makeLink}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
