// The room 意见征询: consultations of my area, and drafting one.
import { Link } from '@tanstack/react-router'
import { MessagesSquare } from 'lucide-react'
import { useState } from 'react'
import { notBinding, pollAudiences, pollStates, type PollAudience } from '../../../../contract/src/polls-life.ts'
import { AddButton } from '../../platform/add-button.tsx'
import { useGo } from '../../platform/address.ts'
import { call } from '../../platform/api.ts'
import { today } from '../../platform/day.ts'
import { EntryListing } from '../../platform/entry-list.tsx'
import { useList } from '../../platform/list.ts'
import { OpenOrPast, useOpen } from '../../platform/open-or-past.tsx'
import { PageHeader } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { StepForm } from '../funds/step-form.tsx'
import { questionsOf } from './parse-questions.ts'
import { words } from './words.ts'

export default function PollsPage() {
  const say = useWords(words)
  const pick = usePick()
  const [isAsking, setAsking] = useState(false)
  const list = useList('GET /api/polls', { query: { open: useOpen() } })
  return (
    <div className="page">
      <PageHeader
        title={say.title}
        lead={say.lead}
        actions={<AddButton onClick={() => setAsking(true)}>{say.ask}</AddButton>}
      />
      <OpenOrPast label={say.title} />
      <EntryListing list={list} icon={MessagesSquare} empty={{ title: say.empty, hint: say.emptyHint }}>
        {(row) => (
          <article className="entry">
            <p className="row">
              <strong>
                <Link to={`/polls/${row.id}`}>{row.title}</Link>
              </strong>
              <Tag tone={row.state === 'open' ? 'warn' : 'info'}>{pick(pollStates[row.state])}</Tag>
              <Tag>{pick(notBinding)}</Tag>
            </p>
            <p className="quiet">
              {row.number} · {row.place.name} · {pick(pollAudiences[row.audience])} · {say.until(row.closesOn)} ·{' '}
              {say.answered(row.answered)}
            </p>
          </article>
        )}
      </EntryListing>
      {isAsking ? <AskForm close={() => setAsking(false)} /> : null}
    </div>
  )
}
const AskForm = ({ close }: { readonly close: () => void }) => {
  const say = useWords(words)
  const pick = usePick()
  const go = useGo()
  const audiences = Object.keys(pollAudiences) as PollAudience[]
  return (
    <StepForm
      close={close}
      step={{
        title: say.ask,
        lead: pick(notBinding),
        refreshes: ['/api/polls'],
        fields: [
          { name: 'placeId', label: say.place, as: 'place', placeKinds: ['community', 'estate', 'building', 'unit'] },
          {
            name: 'audience',
            label: say.audience,
            as: 'choice',
            initial: 'residents',
            options: audiences.map((value) => ({ value, label: pick(pollAudiences[value]) })),
          },
          { name: 'title', label: say.heading, as: 'line' },
          { name: 'words', label: say.explain, as: 'words', most: 2000 },
          {
            name: 'questions',
            label: say.questions,
            as: 'words',
            most: 3000,
            hint: say.questionsHint,
            pattern: { of: /\S+[\s\S]*\n\s*[-－—·•]\s*\S+[\s\S]*\n\s*[-－—·•]\s*\S+/, message: say.questionsWrong },
          },
          { name: 'closesOn', label: say.closesOn, as: 'day', initial: today(Date.now() + 14 * 86_400_000) },
        ],
        send: async (values, key) => {
          const questions = questionsOf(String(values['questions'])) ?? []
          const made = await call(
            'POST /api/polls',
            {
              body: {
                placeId: String(values['placeId']),
                audience: values['audience'] as PollAudience,
                title: String(values['title']),
                words: String(values['words']),
                closesOn: String(values['closesOn']),
                questions: questions.map((one) => ({ ...one, options: [...one.options] })),
              },
            },
            { key },
          )
          go(`/polls/${made.id}`)
        },
      }}
    />
  )
}
