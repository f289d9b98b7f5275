// Beginning: a preparation group, a management committee, a committee that exists already, a by-election.
import { call } from '../../platform/api.ts'
import { today } from '../../platform/day.ts'
import { useWords } from '../../platform/words.ts'
import { StepForm, type StepField } from '../funds/step-form.tsx'
import { peopleOf } from './parse-lines.ts'
import { LeadWithRules } from './rule-values.tsx'
import { words } from './words.ts'

export const refreshes = ['/api/committees', '/api/decisions'] as const
interface Props {
  readonly close: () => void
  readonly onMade: (id: string) => void
}
const usePeopleField = (name: string, label: string, hint: string): StepField => {
  const say = useWords(words)
  const line = /^\s*\S+[,，、\s]+\S+/
  return { name, label, hint, as: 'words', most: 2000, pattern: { of: line, message: say.lineWrong } }
}
/** A preparation group; with `fills`, for the empty seats of a committee. */
export const BeginForm = ({
  close,
  onMade,
  fills,
}: Props & { readonly fills?: { readonly id: string; readonly placeId: string; readonly vacant: number } }) => {
  const say = useWords(words)
  const people = usePeopleField('group', say.group, say.groupHint)
  const place: StepField = { name: 'placeId', label: say.place, as: 'place', placeKinds: ['estate'] }
  const seats: StepField = { name: 'seats', label: say.seats, as: 'count', least: 5, most: 11, initial: 5 }
  return (
    <StepForm
      close={close}
      step={{
        title: fills ? say.byElection : say.begin,
        lead: <LeadWithRules kind="ownersCommittee">{say.beginLead}</LeadWithRules>,
        refreshes,
        fields: [
          ...(fills ? [] : [place]),
          people,
          ...(fills ? [] : [seats]),
          { name: 'nominationsUntil', label: say.until, as: 'day', initial: today(Date.now() + 14 * 86_400_000) },
          { name: 'needsNoArrears', label: say.noArrears, as: 'flag', initial: false, isOptional: true },
        ],
        send: async (values, key) => {
          const group = peopleOf(String(values['group'])) ?? []
          const made = await call(
            'POST /api/committees',
            {
              body: {
                placeId: fills?.placeId ?? String(values['placeId']),
                seats: fills?.vacant ?? Number(values['seats']),
                group: group.map(({ name, side }, i) => ({ name, side, isLead: i === 0 })),
                nominationsUntil: String(values['nominationsUntil']),
                needsNoArrears: values['needsNoArrears'] === true,
                ...(fills ? { fillsId: fills.id } : {}),
              },
            },
            { key },
          )
          onMade(made.id)
        },
      }}
    />
  )
}
export const BodyForm = ({
  close,
  onMade,
  kind,
}: Props & { readonly kind: 'managementCommittee' | 'ownersCommittee' }) => {
  const say = useWords(words)
  const isManagement = kind === 'managementCommittee'
  const people = usePeopleField('members', say.memberLines, say.memberHint)
  return (
    <StepForm
      close={close}
      step={{
        title: isManagement ? say.setUp : say.record,
        lead: <LeadWithRules kind={kind}>{isManagement ? say.setUpLead : say.recordLead}</LeadWithRules>,
        refreshes,
        fields: [
          { name: 'placeId', label: say.place, as: 'place', placeKinds: ['estate'] },
          { name: 'ground', label: isManagement ? say.ground : say.filing, as: 'line' },
          { name: 'from', label: say.from, as: 'day', initial: today() },
          { name: 'to', label: say.to, as: 'day' },
          people,
        ],
        send: async (values, key) => {
          const made = await call(
            'POST /api/committees/bodies',
            {
              body: {
                kind,
                placeId: String(values['placeId']),
                ground: String(values['ground']),
                from: String(values['from']),
                to: String(values['to']),
                members: peopleOf(String(values['members'])) ?? [],
              },
            },
            { key },
          )
          onMade(made.id)
        },
      }}
    />
  )
}
