// Makes a plan, adds a step to it, or promises one thing: what, by whom, by which day.
import { Button, Form, Input } from 'antd'
import { useAct } from '../../platform/api.ts'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { OrganisationPicker } from '../../platform/pickers.tsx'
import { useMay } from '../../platform/me.ts'
import { useWords } from '../../platform/words.ts'
import type { CaseView } from '../cases/steps.ts'
import { words } from './words.ts'

interface Step {
  what: string
  dueOn: string
  organisationId?: string | null
}
interface Props {
  readonly view: CaseView
  readonly close: () => void
}
const bodyOf = ({ what, dueOn, organisationId }: Step) => ({
  what: what.trim(),
  dueOn,
  ...(organisationId ? { organisationId } : {}),
})
const StepFields = ({
  path,
  label,
}: {
  readonly path: (name: string) => (string | number)[]
  readonly label: string
}) => {
  const say = useWords(words)
  const may = useMay()
  return (
    <fieldset className="plan-step">
      <legend>{label}</legend>
      <Form.Item
        name={path('what')}
        label={say.stepWhat}
        rules={[{ required: true, whitespace: true, min: 2, message: say.wordsWrong }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={path('dueOn')} label={say.promiseDay} rules={[{ required: true, message: say.dueWrong }]}>
        <Input type="date" />
      </Form.Item>
      {may('organisation.see') ? (
        <Form.Item name={path('organisationId')} label={say.organisation} extra={say.answererHint}>
          <OrganisationPicker label={say.organisation} />
        </Form.Item>
      ) : null}
    </fieldset>
  )
}
const refreshes = ['/api/promises', '/api/cases']
export const PlanDrawer = ({ view, close }: Props) => {
  const say = useWords(words)
  const act = useAct('POST /api/cases/:id/plan', { refreshes, onDone: useDone(say.stepDone, close) })
  return (
    <FormDrawer<{ aim: string; steps: Step[] }>
      open
      title={say.makePlan}
      lead={`${view.number} · ${say.planLead}`}
      initial={{ steps: [{ what: '', dueOn: '' }] }}
      verb={say.makePlan}
      isBusy={act.isPending}
      problem={act.error}
      onSave={({ aim, steps }) =>
        act.mutate({ params: { id: view.id }, body: { aim: aim.trim(), steps: steps.map(bodyOf) } })
      }
      onClose={close}
    >
      {() => (
        <>
          <Form.Item
            name="aim"
            label={say.aim}
            rules={[{ required: true, whitespace: true, min: 2, message: say.wordsWrong }]}
          >
            <Input maxLength={300} placeholder={say.aimHint} />
          </Form.Item>
          <Form.List name="steps">
            {(fields, { add, remove }) => (
              <>
                {fields.map((field, place) => (
                  <div key={field.key}>
                    <StepFields path={(name) => [field.name, name]} label={say.step(place + 1)} />
                    {fields.length > 1 ? (
                      <Button type="text" onClick={() => remove(field.name)}>
                        {say.lessSteps}
                      </Button>
                    ) : null}
                  </div>
                ))}
                {fields.length < 20 ? (
                  <Button onClick={() => add({ what: '', dueOn: '' })}>{say.moreSteps}</Button>
                ) : null}
              </>
            )}
          </Form.List>
        </>
      )}
    </FormDrawer>
  )
}
/** One step more, or a promise beside the plan. */
export const PromiseDrawer = ({ view, close, isStep }: Props & { readonly isStep: boolean }) => {
  const say = useWords(words)
  const onDone = useDone(say.stepDone, close)
  const step = useAct('POST /api/cases/:id/plan/steps', { refreshes, onDone })
  const promise = useAct('POST /api/cases/:id/promises', { refreshes, onDone })
  const act = isStep ? step : promise
  return (
    <FormDrawer<Step>
      open
      title={isStep ? say.addStep : say.promise}
      lead={`${view.number} · ${isStep ? say.planLead : say.promiseLead}`}
      initial={{}}
      verb={isStep ? say.addStep : say.promise}
      isBusy={act.isPending}
      problem={act.error}
      onSave={(fields) => act.mutate({ params: { id: view.id }, body: bodyOf(fields) })}
      onClose={close}
    >
      {() => <StepFields path={(name) => [name]} label={isStep ? say.addStep : say.promise} />}
    </FormDrawer>
  )
}
