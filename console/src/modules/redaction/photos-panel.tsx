// On the case page, for staff who may: each photo, whether it is public, covering it, releasing it, taking it back.
import { Button } from 'antd'
import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { addressOf, useAct, useApi } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { useDone } from '../../platform/done.ts'
import { useMay } from '../../platform/me.ts'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import type { CasePanelProps } from '../cases/case-panel.ts'
import { RedactionEditor, type Photo } from './redaction-editor.tsx'
import './redaction.css'
import { words } from './words.ts'

const refreshes = ['/api/redaction', '/api/board', '/api/public']
const small = (id: string) => addressOf('GET /api/files/:id/thumbnail', { params: { id } })

export default function PhotosPanel({ view }: CasePanelProps) {
  const may = useMay()
  const say = useWords(words)
  const { data } = useApi(
    'GET /api/redaction/cases/:id',
    { params: { id: view.id } },
    { when: may('photo.redact'), fresh: 5_000 },
  )
  if (!data || data.photos.length === 0) return null
  return (
    <section className="stack" aria-label={say.title}>
      <h3>{say.title}</h3>
      <p className="quiet">{say.lead}</p>
      <ul className="redaction-photos">
        {data.photos.map((photo, index) => (
          <li key={photo.id}>
            <PhotoRow caseId={view.id} photo={photo} name={say.photo(index + 1)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
/** The photo and, where there is one, its newest covered picture. */
const BeforeAfter = ({ photo }: { readonly photo: Photo }) => {
  const say = useWords(words)
  const covered = photo.redactions[0]
  return (
    <div className="redaction-pair">
      <figure>
        <img src={small(photo.id)} alt="" loading="lazy" />
        <figcaption>{say.before}</figcaption>
      </figure>
      {covered ? (
        <figure>
          <img src={small(covered.fileId)} alt="" loading="lazy" />
          <figcaption>{say.after}</figcaption>
        </figure>
      ) : null}
    </div>
  )
}
type Asking = 'cover' | 'release' | 'revoke' | null
interface RowProps {
  readonly caseId: string
  readonly photo: Photo
  readonly name: string
}
const PhotoRow = ({ caseId, photo, name }: RowProps) => {
  const say = useWords(words)
  const [asking, ask] = useState<Asking>(null)
  const { release } = photo
  const covered = photo.redactions[0]
  const isNewest = release?.redacted === true && release.fileId === covered?.fileId
  return (
    <div className="stack">
      <p className="row">
        <strong>{name}</strong>
        {release ? (
          <Tag tone="good" icon={Eye}>
            {release.redacted ? say.isPublicCovered : say.isPublic}
          </Tag>
        ) : (
          <Tag icon={EyeOff}>{say.isInternal}</Tag>
        )}
        {release ? (
          <span className="quiet">
            {say.by(release.by)} <TimeText at={release.at} />
          </span>
        ) : null}
      </p>
      <BeforeAfter photo={photo} />
      <p className="row">
        <Button onClick={() => ask('cover')}>{covered ? say.coverAgain : say.cover}</Button>
        {isNewest ? null : (
          <Button type={covered ? 'primary' : 'default'} onClick={() => ask('release')}>
            {covered ? say.release : say.nothingToHide}
          </Button>
        )}
        {release ? (
          <Button danger onClick={() => ask('revoke')}>
            {say.revoke}
          </Button>
        ) : null}
      </p>
      {asking === 'cover' ? <RedactionEditor caseId={caseId} photo={photo} close={() => ask(null)} /> : null}
      {asking === 'release' ? <Release caseId={caseId} photo={photo} close={() => ask(null)} /> : null}
      {asking === 'revoke' ? <Revoke caseId={caseId} photo={photo} close={() => ask(null)} /> : null}
    </div>
  )
}
interface AskingProps {
  readonly caseId: string
  readonly photo: Photo
  readonly close: () => void
}
const Release = ({ caseId, photo, close }: AskingProps) => {
  const say = useWords(words)
  const covered = photo.redactions[0]
  const act = useAct('POST /api/redaction/cases/:id/photos/:photoId/release', {
    refreshes,
    onDone: useDone(say.released, close),
  })
  return (
    <Ask
      open
      title={say.release}
      what={covered ? say.releaseWhat : say.releasePlainWhat}
      verb={say.release}
      isBusy={act.isPending}
      problem={act.error}
      onYes={() =>
        act.mutate({
          params: { id: caseId, photoId: photo.id },
          body: covered ? { redactionId: covered.id } : { nothingToHide: true },
        })
      }
      onNo={close}
    >
      <BeforeAfter photo={photo} />
    </Ask>
  )
}
const Revoke = ({ caseId, photo, close }: AskingProps) => {
  const say = useWords(words)
  const act = useAct('POST /api/redaction/cases/:id/photos/:photoId/revocation', {
    refreshes,
    onDone: useDone(say.revoked, close),
  })
  return (
    <Ask
      open
      title={say.revoke}
      what={say.revokeWhat}
      verb={say.revoke}
      isDangerous
      reason={{ label: say.reason, wrong: say.reasonWrong }}
      isBusy={act.isPending}
      problem={act.error}
      onYes={(reason) => act.mutate({ params: { id: caseId, photoId: photo.id }, body: { reason } })}
      onNo={close}
    />
  )
}
