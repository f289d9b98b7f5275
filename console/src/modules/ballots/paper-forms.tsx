// A paper that came back is entered twice by two persons; one that is unusable is spoiled; and a ballot cast with help.
import { App, Form, Input, Radio, Select } from 'antd'
import {
  ballotChoices,
  paperFaults,
  paperMarks,
  paperStates,
  type BallotChoice,
  type PaperFault,
  type PaperMark,
} from '../../../../contract/src/ballots-life.ts'
import { useAct } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import type { RowOf } from '../../platform/list.ts'
import { usePick, useWords } from '../../platform/words.ts'
import { PhotoField } from '../cases/photo-field.tsx'
import { MarkFields, marksOf, type Chosen } from './mark-fields.tsx'
import { momentOf, required, type Decision } from './step-forms.tsx'
import { words } from './words.ts'

export type Paper = RowOf<'GET /api/decisions/:id/papers'>
interface PaperProps {
  readonly of: Decision
  /** Null where the code is typed in. */ readonly paper: Paper | null
  readonly close: () => void
}
interface PaperValues {
  code: string
  marks: Chosen<PaperMark>
  fault: PaperFault | 'none'
  receivedAt: string
  signerId?: string
  photos: string[]
}
/** The minute in which the vote opened has begun before it. */
const notBefore = (at: string, opensAt: string | null): string =>
  opensAt !== null && at < opensAt && Date.parse(opensAt) - Date.parse(at) < 60_000 ? opensAt : at
export const EnterPaper = ({ of, paper, close }: PaperProps) => {
  const say = useWords(words)
  const pick = usePick()
  const { message } = App.useApp()
  const isSecond = paper?.state === 'once'
  const act = useAct('POST /api/decisions/:id/papers/entry', {
    onDone: ({ state }) => {
      void (state === 'conflict'
        ? message.warning(say.conflict)
        : message.success(say.entered(pick(paperStates[state]))))
      close()
    },
  })
  const save = ({ code, marks, fault, receivedAt, signerId, photos }: PaperValues) =>
    act.mutate({
      params: { id: of.id },
      body: {
        code: code.trim().toUpperCase(),
        marks: marksOf(of, marks),
        signed: fault !== 'unsigned',
        ...(fault === 'none' || fault === 'unsigned' ? {} : { fault }),
        receivedAt: notBefore(momentOf(receivedAt), of.opensAt),
        ...(signerId ? { signerId } : {}),
        photos,
      },
    })
  return (
    <FormDrawer<PaperValues>
      open
      title={isSecond ? say.enterSecond : say.enter}
      lead={isSecond ? say.secondLead : say.enterLead}
      verb={say.enter}
      initial={{ photos: [], fault: 'none', ...(paper === null ? {} : { code: paper.code }) }}
      isBusy={act.isPending}
      problem={act.error}
      onSave={save}
      onClose={close}
    >
      {() => <PaperFields of={of} isSecond={isSecond} paper={paper} />}
    </FormDrawer>
  )
}
const PaperFields = ({ of, isSecond, paper }: { of: Decision; isSecond: boolean; paper: Paper | null }) => {
  const say = useWords(words)
  const pick = usePick()
  return (
    <>
      <Form.Item name="code" label={say.code} rules={required(say.needed)}>
        <Input maxLength={8} autoComplete="off" readOnly={paper !== null} />
      </Form.Item>
      <MarkFields of={of} choices={paperMarks} />
      <Form.Item name="fault" label={say.validity} rules={required(say.needed)}>
        <Select
          options={[
            { value: 'none', label: say.isValid },
            ...(Object.keys(paperFaults) as PaperFault[]).map((value) => ({ value, label: pick(paperFaults[value]) })),
          ]}
        />
      </Form.Item>
      <Signer people={paper?.people ?? []} label={say.signer} />
      <Form.Item name="receivedAt" label={say.receivedAt} rules={required(say.needed)}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item
        name="photos"
        label={isSecond ? say.scanMore : say.scan}
        rules={isSecond ? [] : [{ type: 'array', required: true, min: 1, message: say.scanNeeded }]}
      >
        <PhotoField />
      </Form.Item>
    </>
  )
}
export const SpoilPaper = ({ of, paper, close }: PaperProps & { readonly paper: Paper }) => {
  const say = useWords(words)
  const act = useAct('POST /api/decisions/:id/papers/spoil', { onDone: useDone(say.done, close) })
  return (
    <Ask
      open
      title={say.spoil}
      what={say.spoilWhat(paper.code, paper.doors)}
      verb={say.spoil}
      isDangerous
      reason={{ label: say.reason, wrong: say.needed }}
      isBusy={act.isPending}
      problem={act.error}
      onYes={(reason) => act.mutate({ params: { id: of.id }, body: { code: paper.code, reason } })}
      onNo={close}
    />
  )
}
/** Of several co-owners, the one who signed or said it. */
const Signer = ({ people, label }: { readonly people: Paper['people']; readonly label: string }) => {
  const say = useWords(words)
  if (people.length === 0) return null
  return (
    <Form.Item name="signerId" label={label} rules={required(say.needed)}>
      <Radio.Group options={people.map((one) => ({ value: one.id, label: one.name }))} />
    </Form.Item>
  )
}
interface AssistValues {
  marks: Chosen<BallotChoice>
  signerId?: string
  reason: string
  photos: string[]
}
/** The owner says it, I write it down; that it was me stands on record. */
export const Assist = ({
  of,
  owner,
  close,
}: {
  readonly of: Decision
  readonly owner: RowOf<'GET /api/decisions/:id/missing'>
  readonly close: () => void
}) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const act = useAct('POST /api/decisions/:id/assisted', {
    onDone: ({ receipt }) => {
      void message.success(say.assisted(receipt), 8)
      close()
    },
  })
  return (
    <FormDrawer<AssistValues>
      open
      title={say.assist}
      lead={say.assistLead(owner.names || owner.doors)}
      verb={say.assist}
      initial={{ photos: [] }}
      isBusy={act.isPending}
      problem={act.error}
      onSave={({ marks, reason, signerId, photos }) =>
        act.mutate({
          params: { id: of.id },
          body: { key: owner.key, marks: marksOf(of, marks), reason, photos, ...(signerId ? { signerId } : {}) },
        })
      }
      onClose={close}
    >
      {() => (
        <>
          <Signer people={owner.people} label={say.speaker} />
          <MarkFields of={of} choices={ballotChoices} />
          <Form.Item name="reason" label={say.assistReason} rules={[{ required: true, min: 2, message: say.needed }]}>
            <Input maxLength={500} />
          </Form.Item>
          <Form.Item name="photos" label={say.assistPhotos}>
            <PhotoField />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
