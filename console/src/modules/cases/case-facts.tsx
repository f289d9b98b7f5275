// The facts of a case: where, whose, who has it; the reporter masked, revealed only with a reason.
import { Button } from 'antd'
import { MapPin, EyeOff } from 'lucide-react'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { caseChannels } from '../../../../contract/src/cases-life.ts'
import { useAct } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { useMay } from '../../platform/me.ts'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { caseWords } from './case-words.ts'
import { CorrectDrawer } from './correct-drawer.tsx'
import type { CaseView } from './steps.ts'

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
export const CaseFacts = ({ view }: { readonly view: CaseView }) => {
  const say = useWords(caseWords)
  const pick = usePick()
  const may = useMay()
  return (
    <dl className="facts">
      <Fact name={say.place}>
        <span>{view.place.path}</span>
        {view.placeNote ? <span className="quiet">{view.placeNote}</span> : null}
        {view.position && may('case.see') ? (
          <Link to="/map" search={{ case: view.id } as never} className="quiet-link">
            <MapPin size={14} aria-hidden />
            {say.onMap}
          </Link>
        ) : null}
      </Fact>
      <Fact name={say.community}>
        {view.street.name} · {view.community.name}
        {view.grid ? ` · ${view.grid.name}` : ''}
      </Fact>
      <Fact name={say.category}>
        {view.category.name}
        <Correct view={view} />
      </Fact>
      <Fact name={say.handler}>{view.handler?.name ?? <span className="quiet">{say.nobody}</span>}</Fact>
      <Fact name={say.reporter}>
        <Reporter view={view} />
      </Fact>
      {view.onBehalfOf && view.onBehalfOf.name !== view.reporter.name ? (
        <Fact name={say.onBehalfOf}>
          {view.onBehalfOf.name} {view.onBehalfOf.phone ?? ''}
        </Fact>
      ) : null}
      <Fact name={say.channel}>
        {pick(caseChannels[view.channel])}
        {view.filedBy ? <span className="quiet">{`${say.filedBy} ${view.filedBy.name}`}</span> : null}
      </Fact>
      <Fact name={say.created}>
        <TimeText at={view.createdAt} exact />
      </Fact>
      {view.reopenUntil ? (
        <Fact name={say.reopenUntil}>
          <TimeText at={view.reopenUntil} exact />
        </Fact>
      ) : null}
      {view.rating === null ? null : <Fact name={say.rating}>{say.stars(view.rating)}</Fact>}
    </dl>
  )
}
const Correct = ({ view }: { view: CaseView }) => {
  const say = useWords(caseWords)
  const [isOpen, open] = useState(false)
  if (!view.may.includes('recategorise')) return null
  return (
    <>
      <Button type="link" size="small" onClick={() => open(true)}>
        {say.correct}
      </Button>
      {isOpen ? <CorrectDrawer view={view} close={() => open(false)} /> : null}
    </>
  )
}
const Reporter = ({ view }: { view: CaseView }) => {
  const say = useWords(caseWords)
  const [isAsking, ask] = useState(false)
  const reveal = useAct('POST /api/cases/:id/reveal', { refreshes: [], onDone: () => ask(false) })
  const shown = reveal.data
  return (
    <>
      <span>
        {shown?.name ?? view.reporter.name} {shown ? (shown.phone ?? say.noPhone) : (view.reporter.phone ?? '')}
      </span>
      {view.reporter.hidden ? <Tag icon={EyeOff}>{say.hidden}</Tag> : null}
      {view.may.includes('revealReporter') && !shown ? (
        <Button type="link" size="small" onClick={() => ask(true)}>
          {say.reveal}
        </Button>
      ) : null}
      <Ask
        open={isAsking}
        title={say.reveal}
        what={say.revealWhat}
        verb={say.reveal}
        reason={{ label: say.revealReason, hint: say.revealHint, wrong: say.reasonWrong }}
        isBusy={reveal.isPending}
        problem={reveal.error}
        onYes={(reason) => reveal.mutate({ params: { id: view.id }, body: { reason } })}
        onNo={() => ask(false)}
      />
    </>
  )
}
