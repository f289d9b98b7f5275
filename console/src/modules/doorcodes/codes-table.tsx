// The list of door codes, and what may be done with each.
import { App, Button, Table } from 'antd'
import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { useAct } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import type { RowOf } from '../../platform/list.ts'
import { useMay } from '../../platform/me.ts'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

type Code = RowOf<'GET /api/doorcodes'>

export const CodesTable = ({ rows }: { readonly rows: Code[] }) => {
  const say = useWords(words)
  return (
    <ScrollX label={say.title}>
      <Table<Code>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={rows}
        columns={[
          {
            title: say.label,
            render: (_, row) => (
              <>
                <strong>{row.label}</strong>
                {row.place.path && row.place.path !== row.label ? <div className="quiet">{row.place.path}</div> : null}
              </>
            ),
          },
          { title: say.kind, responsive: ['md'], render: (_, row) => say[row.kind] },
          {
            title: say.code,
            render: (_, row) =>
              row.revokedAt ? (
                <span className="quiet">{row.code}</span>
              ) : (
                <a href={`/s/${row.code}`} target="_blank" rel="noreferrer" title={say.openPage}>
                  {row.code}
                </a>
              ),
          },
          { title: say.issuedAt, responsive: ['md'], render: (_, row) => <TimeText at={row.issuedAt} /> },
          { title: say.scans, responsive: ['md'], align: 'end', render: (_, row) => say.scansOf(row.scans) },
          { title: say.state, responsive: ['sm'], render: (_, row) => <State code={row} /> },
          { title: say.actions, render: (_, row) => <CodeActions code={row} /> },
        ]}
      />
    </ScrollX>
  )
}

const State = ({ code }: { readonly code: Code }) => {
  const say = useWords(words)
  if (code.revokedAt === null) return <Tag tone="good">{say.isValid}</Tag>
  return (
    <>
      <Tag>{say.isRevoked}</Tag>
      <div className="quiet">
        <TimeText at={code.revokedAt} /> {code.revokedReason}
      </div>
    </>
  )
}

const CodeActions = ({ code }: { readonly code: Code }) => {
  const say = useWords(words)
  const may = useMay()
  const { message } = App.useApp()
  const [asking, setAsking] = useState<'revoke' | 'reissue' | null>(null)
  const stop = () => setAsking(null)
  const finished = (text: string) => () => {
    stop()
    message.success(text)
  }
  const revoke = useAct('POST /api/doorcodes/:id/revocation', { onDone: finished(say.revokeDone) })
  const reissue = useAct('POST /api/doorcodes/:id/reissue', { onDone: finished(say.reissueDone) })
  if (!may('doorcode.issue') || code.revokedAt !== null) return null
  const reason = { label: say.reason, hint: say.reasonHint, wrong: say.reasonNeeded }
  const params = { id: code.id }
  return (
    <div className="row">
      <Button size="small" icon={<RefreshCw size={14} aria-hidden />} onClick={() => setAsking('reissue')}>
        {say.reissue}
      </Button>
      <Button size="small" danger onClick={() => setAsking('revoke')}>
        {say.revoke}
      </Button>
      <Ask
        open={asking === 'reissue'}
        title={say.reissueTitle(code.label)}
        what={say.reissueWhat}
        verb={say.reissue}
        reason={reason}
        isBusy={reissue.isPending}
        problem={reissue.error}
        onYes={(text) => reissue.mutate({ params, body: { reason: text } })}
        onNo={stop}
      />
      <Ask
        open={asking === 'revoke'}
        title={say.revokeTitle(code.label)}
        what={say.revokeWhat}
        verb={say.revoke}
        isDangerous
        reason={reason}
        isBusy={revoke.isPending}
        problem={revoke.error}
        onYes={(text) => revoke.mutate({ params, body: { reason: text } })}
        onNo={stop}
      />
    </div>
  )
}
