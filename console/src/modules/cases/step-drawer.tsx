// One step of a case: a drawer that asks exactly for what the life-cycle says the step needs or may bring.
import { App } from 'antd'
import { caseSteps, type PersonStep } from '../../../../contract/src/cases-life.ts'
import { call, newKey, refresh, type Refused } from '../../platform/api.ts'
import { beginning } from '../../platform/beginning.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { caseWords } from './case-words.ts'
import { StepFieldInput } from './step-field.tsx'
import { fieldsOf, type CaseView } from './steps.ts'

export interface StepValues {
  words?: string
  reason?: string
  advice?: string
  organisationId?: string
  until?: string
  photos?: string[]
  rating?: number
  ratingReasons?: string[]
}
const filled = (values: StepValues): Record<string, unknown> => {
  const body: Record<string, unknown> = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]: [string, unknown]) => {
      const tidy = typeof value === 'string' ? value.trim() : value
      return tidy === undefined || tidy === '' || tidy === null ? [] : [[name, tidy] as const]
    }),
  )
  // The field is typed in the district's own time.
  if (typeof body['until'] === 'string') body['until'] = new Date(`${body['until']}:00+08:00`).toISOString()
  return body
}
/** Takes a step of a case; the same attempt again is the same act. */
export const useStep = (id: string, onDone: () => void) => {
  const client = useQueryClient()
  const attempt = useRef<{ what: string; key: string } | null>(null)
  return useMutation<unknown, Refused, { step: PersonStep; values: StepValues }>({
    mutationFn: async ({ step, values }) => {
      const body = filled(values)
      const what = JSON.stringify([step, body])
      if (attempt.current?.what !== what) attempt.current = { what, key: newKey() }
      // Every step takes its own body; what each needs was asked from the same table the server checks.
      return call(
        `POST /api/cases/:id/${step}` as 'POST /api/cases/:id/accept',
        { params: { id }, body: body as never },
        attempt.current,
      )
    },
    onSuccess: async () => {
      attempt.current = null
      onDone()
      await refresh(client, ['/api/cases', '/api/notices'])
    },
    onError: (refused) => {
      if (refused.status >= 400 && refused.status < 500) attempt.current = null
      // Somebody else was faster: show the case as it is now.
      if (refused.status === 409) void refresh(client, ['/api/cases'])
    },
  })
}
interface StepDrawerProps {
  readonly view: CaseView
  readonly step: PersonStep
  readonly close: () => void
}
export const StepDrawer = ({ view, step, close }: StepDrawerProps) => {
  const say = useWords(caseWords)
  const pick = usePick()
  const { message } = App.useApp()
  const title = step === 'dispatch' && view.state === 'submitted' ? say.acceptAndDispatch : pick(caseSteps[step])
  const act = useStep(view.id, () => {
    void message.success(say.stepDone(title))
    close()
  })
  const proposed = view.proposal?.organisation?.id
  return (
    <FormDrawer<StepValues>
      open
      title={title}
      lead={`${view.number} · ${beginning(view.words)}`}
      initial={step === 'dispatch' && proposed ? { organisationId: proposed } : {}}
      verb={title}
      isBusy={act.isPending}
      problem={act.error}
      onSave={(values) => act.mutate({ step, values })}
      onClose={close}
    >
      {() => fieldsOf(step).map((field) => <StepFieldInput key={field.name} field={field} step={step} view={view} />)}
    </FormDrawer>
  )
}
