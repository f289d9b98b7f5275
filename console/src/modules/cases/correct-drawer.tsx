// Correcting kind and category of a case.
import { Form, Select } from 'antd'
import { caseKinds, type CaseKind } from '../../../../contract/src/cases-life.ts'
import { useAct } from '../../platform/api.ts'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useWords } from '../../platform/words.ts'
import { caseWords } from './case-words.ts'
import { CategorySelect, useKindOptions } from './kind-and-category.tsx'
import type { CaseView } from './steps.ts'

interface Fields {
  kind: CaseKind
  categoryId: string
}
export const CorrectDrawer = ({ view, close }: { readonly view: CaseView; readonly close: () => void }) => {
  const say = useWords(caseWords)
  const kinds = useKindOptions(caseKinds)
  const act = useAct('PATCH /api/cases/:id', {
    onDone: useDone(say.correctDone, close),
  })
  return (
    <FormDrawer<Fields>
      open
      title={say.correct}
      initial={{ kind: view.kind, categoryId: view.category.id }}
      isBusy={act.isPending}
      problem={act.error}
      onSave={(body) => act.mutate({ params: { id: view.id }, body })}
      onClose={close}
    >
      {() => (
        <>
          <Form.Item name="kind" label={say.kind}>
            <Select options={kinds} />
          </Form.Item>
          <Form.Item name="categoryId" label={say.category}>
            <CategorySelect />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
