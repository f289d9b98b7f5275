// What each step of a committee asks for, as fields of a drawer.
import { committeeSteps } from '../../../../contract/src/committees-life.ts'
import { call, type Out } from '../../platform/api.ts'
import { today } from '../../platform/day.ts'
import { useMarks, type Marks } from '../../platform/marks.ts'
import { usePick, useWords } from '../../platform/words.ts'
import { usePartKinds } from '../ballots/part-kinds.ts'
import type { Step, StepField, Values } from '../funds/step-form.tsx'
import { refreshes } from './begin-forms.tsx'
import { words } from './words.ts'

export type Committee = Out<'GET /api/committees/:id'>
export type Dialog =
  | { readonly step: string }
  | { readonly review: Committee['candidates'][number] }
  | { readonly leave: string }
  | { readonly answer: string }
const text = (values: Values, name: string) => String(values[name] ?? '')
const afterDays = (days: number) => today(Date.now() + days * 86_400_000)

const useFields = (of: Committee): Readonly<Record<string, readonly StepField[]>> => {
  const say = useWords(words)
  const partKinds = usePartKinds()
  const reason: StepField = { name: 'reason', label: say.reason, as: 'words' }
  const until: StepField = { name: 'nominationsUntil', label: say.until, as: 'day', initial: afterDays(7) }
  const elected = of.candidates
    .filter((one) => one.state === 'accepted')
    .map((one) => ({ value: one.id, label: one.name }))
  return {
    closeNomination: [],
    reopen: [until, reason],
    publishList: [
      { name: 'postedOn', label: say.postedOn, as: 'day', initial: today() },
      { name: 'days', label: say.days, as: 'count', least: 1, most: 60, initial: 7 },
      { name: 'photos', label: say.photos, as: 'photos', initial: [] },
    ],
    elect: [
      {
        name: 'partKinds',
        label: say.parts,
        as: 'choices',
        initial: ['home'],
        options: partKinds,
      },
    ],
    notElected: [until],
    seat: [
      { name: 'from', label: say.from, as: 'day', initial: today() },
      { name: 'to', label: say.to, as: 'day', initial: afterDays(5 * 365) },
      { name: 'chairId', label: say.chair, as: 'choice', options: elected, isOptional: true },
      { name: 'viceChairIds', label: say.viceChairs, as: 'choices', options: elected, isOptional: true },
    ],
    fill: [{ name: 'from', label: say.from, as: 'day', initial: today() }],
    moveUp: [{ name: 'from', label: say.from, as: 'day', initial: today() }],
    end: [{ name: 'on', label: say.on, as: 'day', initial: today() }, reason],
    drop: [reason],
    proposeAny: [
      { name: 'personId', label: say.person, as: 'person' },
      { name: 'statement', label: say.statement, as: 'words' },
      { name: 'isPartyMember', label: say.isParty, as: 'flag', isOptional: true },
    ],
  }
}
/** Empty optional fields are left out. */
const bodyOf = (values: Values) =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  )
type Say = ReturnType<typeof useWords<typeof words>>
type Pick = ReturnType<typeof usePick>
interface Tools {
  readonly of: Committee
  readonly say: Say
  readonly pick: Pick
  readonly mark: Marks
}
const reviewFields = (
  { of, say, pick, mark }: Tools,
  candidate: Committee['candidates'][number],
): readonly StepField[] => [
  {
    name: 'met',
    label: say.met,
    as: 'choices',
    isOptional: true,
    hint: candidate.known
      .map((one) => {
        const found = of.requirements.find((each) => each.code === one.code)
        return found ? `${pick(found.words)}${mark.colon}${one.met ? say.yes : say.no}${mark.aside(say.known)}` : ''
      })
      .join(mark.semicolon),
    options: of.requirements
      .filter((one) => !one.isKnown)
      .map((one) => ({ value: one.code, label: `${pick(one.words)}${mark.aside(one.citation)}` })),
  },
  {
    name: 'verdict',
    label: say.verdict,
    as: 'choice',
    options: [
      { value: 'accept', label: say.accept },
      { value: 'refuse', label: say.refuse },
    ],
  },
  { name: 'words', label: say.whyRefused, as: 'words', isOptional: true },
]
const reviewStep = (tools: Tools, candidate: Committee['candidates'][number]): Step => ({
  title: `${tools.say.review} ${candidate.name}`,
  lead: tools.say.reviewLead,
  verb: tools.say.review,
  refreshes,
  fields: reviewFields(tools, candidate),
  send: (values, key) =>
    call(
      'POST /api/committees/:id/candidates/:thingId/review',
      {
        params: { id: tools.of.id, thingId: candidate.id },
        body: {
          met: (values['met'] ?? []) as string[],
          isAccepted: values['verdict'] === 'accept',
          ...(values['words'] === null ? {} : { words: text(values, 'words') }),
        },
      },
      { key },
    ),
})
const leaveStep = ({ of, say }: Tools, thingId: string): Step => ({
  title: say.leave,
  refreshes,
  fields: [
    { name: 'on', label: say.on, as: 'day', initial: today() },
    { name: 'reason', label: say.reason, as: 'words' },
  ],
  send: (values, key) =>
    call(
      'POST /api/committees/:id/members/:thingId/leave',
      { params: { id: of.id, thingId }, body: { on: text(values, 'on'), reason: text(values, 'reason') } },
      { key },
    ),
})
const answerStep = ({ of, say }: Tools, thingId: string): Step => ({
  title: say.answer,
  refreshes,
  fields: [{ name: 'words', label: say.answer, as: 'words' }],
  send: (values, key) =>
    call(
      'POST /api/committees/:id/objections/:thingId',
      { params: { id: of.id, thingId }, body: { words: text(values, 'words') } },
      { key },
    ),
})
/** The drawer of whatever was chosen; null for a step that has none. */
export const useStep = (of: Committee): ((dialog: Dialog) => Step | null) => {
  const say = useWords(words)
  const pick = usePick()
  const fields = useFields(of)
  const tools = { of, say, pick, mark: useMarks() }
  return (dialog) => {
    if ('review' in dialog) return reviewStep(tools, dialog.review)
    if ('leave' in dialog) return leaveStep(tools, dialog.leave)
    if ('answer' in dialog) return answerStep(tools, dialog.answer)
    const name = dialog.step
    if (fields[name] === undefined) return null
    const path = name === 'proposeAny' ? 'candidates' : name
    const titles: Readonly<Record<string, string>> = { proposeAny: say.proposeAny, moveUp: say.moveUp }
    return {
      title: titles[name] ?? pick(committeeSteps[name as keyof typeof committeeSteps]),
      refreshes,
      fields: fields[name],
      // The fields above are those of this step's own body.
      send: (values, key) =>
        call(
          `POST /api/committees/:id/${path}` as 'POST /api/committees/:id/drop',
          { params: { id: of.id }, body: bodyOf(values) as { reason: string } },
          { key },
        ),
    }
  }
}
