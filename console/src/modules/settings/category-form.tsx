// Adds a category, at the top or under another, or changes one.
import { App, Form, Input, InputNumber, Select } from 'antd'
import { caseKinds, type CaseKind } from '../../../../contract/src/cases-life.ts'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { words } from './words.ts'

type Category = Out<'GET /api/cases/categories'>[number]
interface Values {
  name: string
  parentId?: string | null
  kind: CaseKind
  keywords?: string[]
  order?: number | null
}
interface CategoryFormProps {
  readonly open: boolean
  readonly category?: Category
  readonly parent?: Category
  readonly close: () => void
}
const initialOf = (category: Category | undefined, parent: Category | undefined): Partial<Values> => {
  if (category) {
    const { name, parentId, kind, keywords, order } = category
    return { name, parentId, kind, keywords, order }
  }
  return parent ? { parentId: parent.id, kind: parent.kind } : { kind: 'small' }
}
export const CategoryForm = ({ open, category, parent, close }: CategoryFormProps) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const options = {
    refreshes: ['/api/cases/categories'],
    onDone: () => {
      message.success(say.saved)
      close()
    },
  }
  const add = useAct('POST /api/cases/categories', options)
  const change = useAct('PATCH /api/cases/categories/:id', options)
  const act = category ? change : add
  const save = ({ order, ...values }: Values) => {
    const body = {
      ...values,
      parentId: values.parentId ?? null,
      keywords: (values.keywords ?? []).map((each) => each.trim()).filter((each) => each !== ''),
      ...(typeof order === 'number' ? { order } : {}),
    }
    if (category) change.mutate({ params: { id: category.id }, body })
    else add.mutate({ body })
  }
  return (
    <FormDrawer<Values>
      open={open}
      title={category ? `${say.edit} · ${category.name}` : say.addCategory}
      initial={initialOf(category, parent)}
      isBusy={act.isPending}
      problem={act.error}
      onSave={save}
      onClose={() => {
        act.reset()
        close()
      }}
    >
      {() => <CategoryFields self={category?.id ?? null} />}
    </FormDrawer>
  )
}

const CategoryFields = ({ self }: { readonly self: string | null }) => {
  const say = useWords(words)
  const pick = usePick()
  const categories = useApi('GET /api/cases/categories', {})
  const tops = (categories.data ?? []).filter((each) => each.parentId === null && each.active && each.id !== self)
  const kinds = Object.keys(caseKinds) as CaseKind[]
  return (
    <>
      <Form.Item name="name" label={say.name} rules={[{ required: true, whitespace: true, message: say.nameNeeded }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="parentId" label={say.parent}>
        <Select
          allowClear
          placeholder={say.noParent}
          options={tops.map((each) => ({ value: each.id, label: each.name }))}
        />
      </Form.Item>
      <Form.Item name="kind" label={say.kind} rules={[{ required: true, message: say.kindNeeded }]}>
        <Select options={kinds.map((kind) => ({ value: kind, label: pick(caseKinds[kind]) }))} />
      </Form.Item>
      <Form.Item name="keywords" label={say.keywords} extra={say.keywordsHelp}>
        <Select mode="tags" maxCount={60} tokenSeparators={['，', ',', '、', ' ']} open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="order" label={say.order}>
        <InputNumber min={0} max={9999} precision={0} />
      </Form.Item>
    </>
  )
}
