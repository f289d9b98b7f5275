// On one's own case: links that show its progress to others; made, copied once, ended.
import { useState } from 'preact/hooks'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { useLoad } from '../../kit/load.ts'
import { Failure } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { Moment } from '../../kit/when.tsx'
import type { CasePanelProps } from '../cases/case-panel.ts'
import './board.css'
import { w } from './words.ts'

const Fresh = ({ address }: { address: string }) => {
  const copy = async () => {
    // Absent where the page came without TLS: the words can still be selected.
    await navigator.clipboard?.writeText(address).then(() => tell(w('copied')))
  }
  return (
    <div class="stack" role="status">
      <p>{w('once')}</p>
      <p class="board-link">{address}</p>
      {'clipboard' in navigator && (
        <button type="button" class="button" onClick={() => void copy().catch(() => {})}>
          {w('copy')}
        </button>
      )}
    </div>
  )
}
export const SharePanel = ({ of }: CasePanelProps) => {
  const [address, setAddress] = useState<string | null>(null)
  const links = useLoad(of.reporter.mine ? `links/${of.id}` : null, () =>
    call('GET /api/board/cases/:id/links', { params: { id: of.id } }),
  )
  const make = useAction<string>(async (id, key) => {
    const { token } = await call('POST /api/board/cases/:id/links', { params: { id }, body: {}, key })
    setAddress(`${location.origin}/c/${token}`)
    links.reload()
  })
  const end = useAction<string>(async (id, key) => {
    await call('POST /api/board/links/:id/revocation', { params: { id }, key })
    tell(w('ended'))
    links.reload()
  })
  if (!of.reporter.mine) return null
  const standing = (links.data ?? []).filter((link) => !link.revokedAt && new Date(link.expiresAt) > new Date())
  return (
    <section class="card stack">
      <h2>{w('share')}</h2>
      <p class="small quiet">{w('shareLead')}</p>
      {address && <Fresh address={address} />}
      {standing.map((link) => (
        <p key={link.id} class="row spread">
          <span class="small">
            {w('until', { day: '' })} <Moment at={link.expiresAt} />
          </span>
          <button type="button" class="button plain" onClick={() => void end.run(link.id)}>
            {w('end')}
          </button>
        </p>
      ))}
      {(make.trouble ?? end.trouble) && <Failure trouble={(make.trouble ?? end.trouble)!} />}
      <button type="button" class="button" aria-disabled={make.busy} onClick={() => void make.run(of.id)}>
        {w('make')}
      </button>
    </section>
  )
}
