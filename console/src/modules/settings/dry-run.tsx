// The dry run: a place, a category and a kind; which rule would decide, and why the others would not.
import { Button, Form, Select } from 'antd'
import { CircleCheck, CircleMinus, FlaskConical } from 'lucide-react'
import { caseKinds, type CaseKind } from '../../../../contract/src/cases-life.ts'
import { useAct, type Out } from '../../platform/api.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { CategorySelect } from './category-select.tsx'
import { words } from './words.ts'

interface Values {
  placeId: string
  categoryId: string
  kind: CaseKind
}
type Result = Out<'POST /api/cases/rules/dry-run'>

export const DryRun = () => {
  const say = useWords(words)
  const pick = usePick()
  const run = useAct('POST /api/cases/rules/dry-run', { refreshes: [] })
  const kinds = Object.keys(caseKinds) as CaseKind[]
  return (
    <aside className="card stack dry-run" aria-labelledby="dry-run">
      <h2 id="dry-run">{say.dryRun}</h2>
      <p className="quiet">{say.dryRunWhat}</p>
      <Form<Values>
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'small' }}
        onFinish={(body) => run.mutate({ body })}
      >
        <Form.Item name="placeId" label={say.dryRunPlace} rules={[{ required: true, message: say.placeNeeded }]}>
          <PlacePicker label={say.dryRunPlace} />
        </Form.Item>
        <Form.Item name="categoryId" label={say.category} rules={[{ required: true, message: say.categoryNeeded }]}>
          <CategorySelect placeholder={say.category} />
        </Form.Item>
        <Form.Item name="kind" label={say.kind}>
          <Select options={kinds.map((kind) => ({ value: kind, label: pick(caseKinds[kind]) }))} />
        </Form.Item>
        <Button htmlType="submit" icon={<FlaskConical size={15} aria-hidden />} loading={run.isPending}>
          {say.dryRunGo}
        </Button>
      </Form>
      {run.error ? <ProblemPanel problem={run.error} /> : null}
      <div aria-live="polite">{run.data ? <Outcome result={run.data} /> : null}</div>
    </aside>
  )
}
const Outcome = ({ result }: { readonly result: Result }) => {
  const say = useWords(words)
  return (
    <div className="stack">
      <p className="dry-run-outcome">
        <strong>{result.organisation ? say.wouldGo(result.organisation.name) : say.wouldGoNowhere}</strong>
        {result.rule ? <span className="quiet">{say.byRule(result.rule)}</span> : null}
      </p>
      <ol className="dry-run-steps">
        {result.steps.map((each, index) => (
          <li key={`${index} ${each.rule}`}>
            <div className="row">
              <span>{each.rule}</span>
              {each.fires ? (
                <Tag tone="good" icon={CircleCheck}>
                  {say.fires}
                </Tag>
              ) : (
                <Tag icon={CircleMinus}>{say.doesNotFire}</Tag>
              )}
            </div>
            <p className="quiet">{each.why}</p>
          </li>
        ))}
      </ol>
    </div>
  )
}
