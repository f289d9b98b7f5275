// One promise: what, by whom, by which day; kept with proof or released for a reason.
import { App, Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { beginning } from '../../platform/beginning.ts'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import type { RowOf } from '../../platform/list.ts'
import { useMarks } from '../../platform/marks.ts'
import { Tag } from '../../platform/tags.tsx'
import { useDayText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { WordsAndPhotos } from '../cases/words-and-photos.tsx'
import { PhotoGallery } from '../cases/photo-gallery.tsx'
import { words } from './words.ts'

export type Promised = RowOf<'GET /api/promises'>
const refreshes = ['/api/promises', '/api/cases', '/api/supervision']

const Keep = ({ of, close }: { readonly of: Promised; readonly close: () => void }) => {
  const say = useWords(words)
  const mark = useMarks()
  const act = useAct('POST /api/promises/:id/keep', {
    refreshes,
    onDone: useDone(say.stepDone, close),
  })
  return (
    <FormDrawer<{ words: string; photos?: string[] }>
      open
      title={say.keep}
      lead={`${of.what}${mark.stop}${say.keepLead}`}
      initial={{}}
      verb={say.keep}
      isBusy={act.isPending}
      problem={act.error}
      onSave={(fields) =>
        act.mutate({ params: { id: of.id }, body: { words: fields.words.trim(), photos: fields.photos ?? [] } })
      }
      onClose={close}
    >
      {() => (
        <>
          <WordsAndPhotos words={say.outcome} wrong={say.wordsWrong} photos={say.photos} />
        </>
      )}
    </FormDrawer>
  )
}
export const PromiseRow = ({ of, withCase = true }: { readonly of: Promised; readonly withCase?: boolean }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const dayText = useDayText()
  const [open, setOpen] = useState<'keep' | 'release' | null>(null)
  const release = useAct('POST /api/promises/:id/release', {
    refreshes,
    onDone: () => {
      void message.success(say.stepDone)
      setOpen(null)
    },
  })
  const tone = of.state === 'kept' ? 'good' : of.state === 'released' ? 'quiet' : of.late ? 'late' : 'warn'
  const word = of.state === 'kept' ? say.kept : of.state === 'released' ? say.released : of.late ? say.late : say.open
  return (
    <li className="promise">
      <p className="row">
        <Tag tone={tone}>{word}</Tag>
        <strong>{of.what}</strong>
      </p>
      <p className="quiet">
        {of.owner.name} · {say.by(dayText(of.dueOn))}
        {of.endedWords ? ` · ${of.endedWords}` : ''}
      </p>
      {withCase && of.case ? (
        <Link to={`/cases/${of.case.id}`}>
          {of.case.number} {beginning(of.case.words, 40)}
        </Link>
      ) : null}
      <PhotoGallery photos={of.photos} />
      {of.may.length > 0 ? (
        <p className="row">
          {of.may.includes('keep') ? <Button onClick={() => setOpen('keep')}>{say.keep}</Button> : null}
          {of.may.includes('release') ? <Button onClick={() => setOpen('release')}>{say.release}</Button> : null}
        </p>
      ) : null}
      {open === 'keep' ? <Keep of={of} close={() => setOpen(null)} /> : null}
      <Ask
        open={open === 'release'}
        title={say.release}
        what={say.releaseLead}
        verb={say.release}
        reason={{ label: say.reason, wrong: say.wordsWrong }}
        isBusy={release.isPending}
        problem={release.error}
        onYes={(reason) => release.mutate({ params: { id: of.id }, body: { reason } })}
        onNo={() => setOpen(null)}
      />
    </li>
  )
}
