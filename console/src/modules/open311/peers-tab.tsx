// Other endpoints we exchange cases with: off until switched on here.
import { App, Button } from 'antd'
import { Network, Plus } from 'lucide-react'
import { useState } from 'react'
import { useAct, useApi } from '../../platform/api.ts'
import { useMarks } from '../../platform/marks.ts'
import { EmptyState, Loaded, ProblemPanel } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { PeerForm } from './peer-form.tsx'
import { words } from './words.ts'
import type { Peer } from './peer.ts'

export default function PeersTab() {
  const say = useWords(words)
  const peers = useApi('GET /api/open311/peers', {})
  const [editing, edit] = useState<Peer | 'new' | null>(null)
  return (
    <div className="stack">
      <p className="quiet">{say.peersLead}</p>
      <div>
        <Button icon={<Plus size={16} aria-hidden />} onClick={() => edit('new')}>
          {say.newPeer}
        </Button>
      </div>
      <Loaded of={peers}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={Network} title={say.noPeers} hint={say.noPeersHint} />
          ) : (
            <ul className="card open-list">
              {rows.map((peer) => (
                <li key={peer.id}>
                  <PeerRow of={peer} edit={() => edit(peer)} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {editing === null ? null : <PeerForm peer={editing === 'new' ? null : editing} close={() => edit(null)} />}
    </div>
  )
}
const PeerRow = ({ of: peer, edit }: { readonly of: Peer; readonly edit: () => void }) => {
  const say = useWords(words)
  const mark = useMarks()
  const { message } = App.useApp()
  const poll = useAct('POST /api/open311/peers/:id/poll', { onDone: () => void message.success(say.polling) })
  const does = [peer.imports ? say.imports : null, peer.forwards ? say.forwards : null].filter(Boolean)
  return (
    <>
      <div className="row spread">
        <span className="row">
          <strong>{peer.name}</strong>
          <Tag tone={peer.active ? 'good' : 'quiet'}>{peer.active ? say.active : say.inactive}</Tag>
        </span>
        <span className="row">
          {peer.active ? (
            <Button size="small" loading={poll.isPending} onClick={() => poll.mutate({ params: { id: peer.id } })}>
              {say.pollNow}
            </Button>
          ) : null}
          <Button size="small" onClick={edit}>
            {say.editPeer}
          </Button>
        </span>
      </div>
      <p className="quiet open-url">{peer.url}</p>
      <p className="quiet">
        {does.join(mark.list)} · {say.polledAt} {peer.polledAt ? <TimeText at={peer.polledAt} /> : say.neverPolled}
      </p>
      {peer.lastError ? (
        <p className="wrong">
          {say.lastError}
          {mark.colon}
          {peer.lastError}
        </p>
      ) : null}
      {poll.error ? <ProblemPanel problem={poll.error} /> : null}
    </>
  )
}
