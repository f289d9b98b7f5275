// The steps a person may take on a unit's part: buttons, and a drawer that asks for what the step needs.
import { App, Button, Form, Input, Radio } from 'antd'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { partSteps, type PartPersonStep, type PartStep } from '../../../../contract/src/whistles-life.ts'
import { call, newKey, refresh, type Refused } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useMarks } from '../../platform/marks.ts'
import { usePick, useWords } from '../../platform/words.ts'
import { PhotoField } from '../cases/photo-field.tsx'
import type { Part } from './part-bits.tsx'
import { words } from './words.ts'

interface Values {
  people?: string
  expectedAt?: string
  words?: string
  reason?: string
  doorCode?: string
  photos?: string[]
  rating?: number
}
/** What moves it on stands first; what turns it away stands last. */
const order: readonly PartPersonStep[] = [
  'arrive',
  'reportIn',
  'answer',
  'accept',
  'rate',
  'uphold',
  'grant',
  'sendBack',
  'refuse',
  'release',
]
/** Steps that carry the part forward: only these may be the one strong button. */
const movesOn: readonly PartStep[] = ['arrive', 'reportIn', 'answer', 'accept', 'rate', 'uphold']
const reasoned: readonly PartStep[] = ['refuse', 'uphold', 'grant', 'release', 'sendBack']
const filled = (values: Values): Record<string, unknown> => {
  const body: Record<string, unknown> = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== '' && value !== null),
  )
  // The field is typed in the district's own time.
  if (typeof body['expectedAt'] === 'string')
    body['expectedAt'] = new Date(`${body['expectedAt']}:00+08:00`).toISOString()
  return body
}
/** Takes a step; the same attempt again is the same act. */
const usePartStep = (id: string, onDone: () => void) => {
  const client = useQueryClient()
  const attempt = useRef<{ what: string; key: string } | null>(null)
  return useMutation<unknown, Refused, { step: PartPersonStep; values: Values }>({
    mutationFn: async ({ step, values }) => {
      const body = filled(values)
      const what = JSON.stringify([step, body])
      if (attempt.current?.what !== what) attempt.current = { what, key: newKey() }
      // Each step takes its own body; the server checks it against the same table.
      return call(
        `POST /api/whistles/parts/:id/${step}` as 'POST /api/whistles/parts/:id/refuse',
        { params: { id }, body: body as never },
        attempt.current,
      )
    },
    onSuccess: async () => {
      attempt.current = null
      onDone()
      await refresh(client, ['/api/whistles', '/api/cases'])
    },
    onError: (refused) => {
      if (refused.status >= 400 && refused.status < 500) attempt.current = null
    },
  })
}
export const PartActions = ({ part }: { readonly part: Part }) => {
  const say = useWords(words)
  const mark = useMarks()
  const pick = usePick()
  const { message } = App.useApp()
  const [step, setStep] = useState<PartPersonStep | null>(null)
  const act = usePartStep(part.id, () => {
    setStep(null)
    void message.success(say.done)
  })
  const steps = order.filter((name) => part.may.includes(name))
  if (steps.length === 0) return null
  return (
    <p className="row part-actions">
      {steps.map((name, index) => (
        <Button
          key={name}
          type={index === 0 && movesOn.includes(name) ? 'primary' : 'default'}
          onClick={() => {
            act.reset()
            setStep(name)
          }}
        >
          {pick(partSteps[name])}
        </Button>
      ))}
      {step ? (
        <FormDrawer<Values>
          open
          title={`${pick(partSteps[step])}${mark.colon}${part.organisation.name}`}
          lead={<StepLead step={step} />}
          initial={step === 'arrive' && part.people ? { people: part.people } : {}}
          verb={pick(partSteps[step])}
          isBusy={act.isPending}
          problem={act.error}
          onClose={() => setStep(null)}
          onSave={(values) => act.mutate({ step, values })}
        >
          {() => <Fields step={step} />}
        </FormDrawer>
      ) : null}
    </p>
  )
}
const StepLead = ({ step }: { readonly step: PartStep }) => {
  const say = useWords(words)
  const leads: Partial<Record<PartStep, string>> = {
    refuse: say.refuseLead,
    uphold: say.upholdLead,
    grant: say.grantLead,
    release: say.releaseLead,
  }
  return <>{leads[step] ?? null}</>
}
const Fields = ({ step }: { readonly step: PartStep }) => {
  const say = useWords(words)
  if (reasoned.includes(step))
    return (
      <Form.Item name="reason" label={say.reason} rules={[{ required: true, min: 2, message: say.wordsWrong }]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    )
  if (step === 'reportIn') return <ReportInFields />
  if (step === 'arrive') return <ArriveFields />
  if (step === 'answer')
    return (
      <>
        <Form.Item name="words" label={say.resultWords} rules={[{ required: true, min: 2, message: say.wordsWrong }]}>
          <Input.TextArea rows={4} maxLength={1000} />
        </Form.Item>
        <Form.Item
          name="photos"
          label={say.photos}
          rules={[{ required: true, type: 'array', min: 1, message: say.photosWrong }]}
        >
          <PhotoField />
        </Form.Item>
      </>
    )
  return (
    <>
      {step === 'rate' ? (
        <Form.Item name="rating" label={say.rating} rules={[{ required: true, message: say.ratingWrong }]}>
          <Radio.Group optionType="button" options={[5, 4, 3, 2, 1].map((n) => ({ value: n, label: say.points(n) }))} />
        </Form.Item>
      ) : null}
      <Form.Item name="words" label={`${say.said}${say.optional}`}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </>
  )
}
const People = () => {
  const say = useWords(words)
  return (
    <Form.Item name="people" label={say.people} rules={[{ required: true, min: 2, message: say.peopleWrong }]}>
      <Input maxLength={200} placeholder={say.peopleHint} />
    </Form.Item>
  )
}
const ReportInFields = () => {
  const say = useWords(words)
  return (
    <>
      <People />
      <Form.Item name="expectedAt" label={`${say.expectedAt}${say.optional}`}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="words" label={`${say.said}${say.optional}`}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </>
  )
}
const ArriveFields = () => {
  const say = useWords(words)
  return (
    <>
      <People />
      <Form.Item name="doorCode" label={say.doorCode} extra={say.orPhoto}>
        <Input maxLength={200} placeholder={say.doorCodeHint} autoCapitalize="characters" />
      </Form.Item>
      <Form.Item
        name="photos"
        label={say.photos}
        dependencies={['doorCode']}
        rules={[
          (form) => ({
            validator: async (_, photos?: string[]) => {
              if (!form.getFieldValue('doorCode') && (photos ?? []).length === 0) throw new Error(say.proofWrong)
            },
          }),
        ]}
      >
        <PhotoField />
      </Form.Item>
    </>
  )
}
