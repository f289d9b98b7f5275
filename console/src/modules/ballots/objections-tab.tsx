// Objections of owners to the roll and to the result, and their answers: none may stay open before the next step.
import { Button } from 'antd'
import { MessageCircleQuestion } from 'lucide-react'
import { useState } from 'react'
import { useAct } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { useDone } from '../../platform/done.ts'
import { useMarks } from '../../platform/marks.ts'
import { EmptyState } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { type Decision } from './step-forms.tsx'
import { words } from './words.ts'

type Objection = Decision['objections'][number]
export default function ObjectionsTab({ of }: { readonly of: Decision }) {
  const say = useWords(words)
  const mark = useMarks()
  const [asked, answer] = useState<Objection | null>(null)
  if (of.objections.length === 0)
    return <EmptyState icon={MessageCircleQuestion} title={say.noObjections} hint={say.noObjectionsHint} />
  return (
    <section className="stack">
      <h2>{say.objections}</h2>
      <ul className="entries">
        {of.objections.map((one) => (
          <li key={one.id} className="entry">
            <p className="row">
              <strong>{one.byName}</strong>
              <Tag tone={one.answer === null ? 'warn' : 'good'}>
                {one.about === 'roll' ? say.aboutRoll : say.aboutResult} ·{' '}
                {one.answer === null ? say.open : say.answered}
              </Tag>
              <TimeText at={one.at} />
            </p>
            <p>{one.words}</p>
            {one.answer === null ? (
              <p>
                <Button size="small" onClick={() => answer(one)}>
                  {say.answer}
                </Button>
              </p>
            ) : (
              <p className="quiet">
                {say.answer}
                {mark.colon}
                {one.answer}
              </p>
            )}
          </li>
        ))}
      </ul>
      {asked === null ? null : <Answer of={of} objection={asked} close={() => answer(null)} />}
    </section>
  )
}
interface AnswerProps {
  readonly of: Decision
  readonly objection: Objection
  readonly close: () => void
}
const Answer = ({ of, objection, close }: AnswerProps) => {
  const say = useWords(words)
  const act = useAct('POST /api/decisions/:id/objections/:thingId', { onDone: useDone(say.done, close) })
  return (
    <Ask
      open
      title={say.answer}
      what={objection.words}
      verb={say.answer}
      reason={{ label: say.answer, wrong: say.needed }}
      isBusy={act.isPending}
      problem={act.error}
      onYes={(answer) => act.mutate({ params: { id: of.id, thingId: objection.id }, body: { words: answer } })}
      onNo={close}
    />
  )
}
