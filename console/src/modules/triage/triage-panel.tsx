// On a case: what the model said about category and handler, how sure, because of which words, by which model; taken with one click.
import { App, Button } from 'antd'
import { Sparkles } from 'lucide-react'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { useMarks } from '../../platform/marks.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import type { CasePanelProps } from '../cases/case-panel.ts'
import { words } from './words.ts'

type Said = NonNullable<Out<'GET /api/triage/cases/:id'>['suggestion']>
const share = (confidence: number) => Math.round(confidence * 100)
const DISPATCHED_FROM = ['submitted', 'accepted', 'returned', 'reopened']

export default function TriagePanel({ view }: CasePanelProps) {
  const say = useWords(words)
  const { data } = useApi('GET /api/triage/cases/:id', { params: { id: view.id } }, { fresh: 30_000 })
  const said = data?.suggestion
  // A decided case needs no suggestion.
  if (!data || !DISPATCHED_FROM.includes(view.state)) return null
  if (!said) return view.may.includes('recategorise') ? <AskModel id={view.id} /> : null
  return (
    <section className="proposal" aria-label={say.panel}>
      <Sparkles size={18} aria-hidden />
      <div className="grow">
        <strong>{say.panel}</strong>
        {said.category ? <CategoryLine said={said.category} view={view} /> : null}
        {said.handler ? <HandlerLine said={said.handler} view={view} /> : null}
        <p className="quiet">
          {say.byModel} <TimeText at={said.model.trainedAt} />
        </p>
      </div>
    </section>
  )
}
const AskModel = ({ id }: { readonly id: string }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const ask = useAct('POST /api/triage/cases/:id/suggestion', {
    onDone: ({ suggestion }) => {
      if (suggestion === null) void message.info(say.notSure)
    },
  })
  return (
    <div className="stack">
      <div>
        <Button
          icon={<Sparkles size={16} aria-hidden />}
          loading={ask.isPending}
          onClick={() => ask.mutate({ params: { id } })}
        >
          {say.ask}
        </Button>
      </div>
      {ask.error ? <ProblemPanel problem={ask.error} /> : null}
    </div>
  )
}
const Because = ({ pieces }: { readonly pieces: readonly string[] }) => {
  const say = useWords(words)
  const mark = useMarks()
  return pieces.length > 0 ? <span className="quiet"> {say.because(pieces.slice(0, 3).join(mark.list))}</span> : null
}
const CategoryLine = ({ said, view }: { readonly said: NonNullable<Said['category']> } & CasePanelProps) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const take = useAct('PATCH /api/cases/:id', {
    refreshes: ['/api/cases', '/api/triage'],
    onDone: () => void message.success(say.taken),
  })
  const isSame = said.is.id === view.category.id
  return (
    <div className="row">
      <p className="grow">
        {say.says(said.is.name, share(said.confidence))}
        <Because pieces={said.because} />
      </p>
      {said.isApplied ? <Tag tone="info">{say.applied}</Tag> : null}
      {isSame ? <Tag tone="good">{say.same}</Tag> : null}
      {!isSame && view.may.includes('recategorise') ? (
        <Button
          size="small"
          loading={take.isPending}
          onClick={() => take.mutate({ params: { id: view.id }, body: { categoryId: said.is.id } })}
        >
          {say.take}
        </Button>
      ) : null}
      {take.error ? <ProblemPanel problem={take.error} /> : null}
    </div>
  )
}
const HandlerLine = ({ said, view }: { readonly said: NonNullable<Said['handler']> } & CasePanelProps) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const dispatch = useAct('POST /api/cases/:id/dispatch', { onDone: () => void message.success(say.dispatched) })
  // Where the rules propose the same body, one button is enough.
  const isProposed = view.proposal?.organisation?.id === said.is.id
  return (
    <div className="row">
      <p className="grow">
        {say.saysHandler(said.is.name, share(said.confidence))}
        <Because pieces={said.because} />
      </p>
      {view.may.includes('dispatch') && !isProposed ? (
        <Button
          size="small"
          loading={dispatch.isPending}
          onClick={() => dispatch.mutate({ params: { id: view.id }, body: { organisationId: said.is.id } })}
        >
          {say.dispatchTo(said.is.name)}
        </Button>
      ) : null}
      {dispatch.error ? <ProblemPanel problem={dispatch.error} /> : null}
    </div>
  )
}
