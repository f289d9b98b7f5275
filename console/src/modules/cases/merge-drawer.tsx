// Merges a duplicate: find the case by number or words among the open ones of the community, say why.
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useAct, useApi } from '../../platform/api.ts'
import { beginning } from '../../platform/beginning.ts'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useLater } from '../../platform/later.ts'
import { useWords } from '../../platform/words.ts'
import { familyWords } from './family-words.ts'
import type { CaseView } from './steps.ts'

interface Fields {
  intoId: string
  reason: string
}
interface CaseChoiceProps {
  readonly view: CaseView
  readonly value?: string
  readonly onChange?: (id: string) => void
  readonly id?: string
}
/** Before anything is typed: open cases of the same place and category. */
const CaseChoice = ({ view, value, onChange, id }: CaseChoiceProps) => {
  const say = useWords(familyWords)
  const [text, setText] = useState('')
  const search = useLater(text.trim(), 250)
  const found = useApi(
    'GET /api/cases',
    {
      query: {
        open: 'true',
        limit: 20,
        placeId: view.community.id,
        ...(search === '' ? { categoryId: view.category.id } : { search }),
      },
    },
    { keep: true },
  )
  const rows = (found.data?.rows ?? []).filter((row) => row.id !== view.id)
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={say.mergeInto}
      value={value ?? null}
      placeholder={say.mergeHint}
      showSearch={{ filterOption: false, onSearch: setText }}
      notFoundContent={found.isFetching ? null : say.mergeNone}
      options={rows.map((row) => ({
        value: row.id,
        label: `${row.number} · ${beginning(row.words, 40)} · ${row.place.name}`,
      }))}
      onChange={(chosen: string) => onChange?.(chosen)}
    />
  )
}
export const MergeDrawer = ({
  view,
  close,
  into,
}: {
  readonly view: CaseView
  readonly close: () => void
  /** Chosen already: from a hint of likeness. */ readonly into?: string
}) => {
  const say = useWords(familyWords)
  const act = useAct('POST /api/cases/:id/merge', {
    onDone: useDone(say.mergeDone, close),
  })
  return (
    <FormDrawer<Fields>
      open
      title={say.merge}
      lead={`${say.mergeLead} ${view.number} · ${beginning(view.words)}`}
      initial={into === undefined ? {} : { intoId: into }}
      verb={say.merge}
      isBusy={act.isPending}
      problem={act.error}
      onSave={({ intoId, reason }) => act.mutate({ params: { id: view.id }, body: { intoId, reason: reason.trim() } })}
      onClose={close}
    >
      {() => (
        <>
          <Form.Item name="intoId" label={say.mergeInto} rules={[{ required: true, message: say.mergeWrong }]}>
            <CaseChoice view={view} />
          </Form.Item>
          <Form.Item
            name="reason"
            label={say.reason}
            rules={[{ required: true, whitespace: true, min: 2, message: say.reasonWrong }]}
          >
            <Input.TextArea rows={2} maxLength={500} placeholder={say.reasonHint} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
