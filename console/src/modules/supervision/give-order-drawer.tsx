// Gives a supervision order about a case.
import { Checkbox, Form, Input } from 'antd'
import { useAct } from '../../platform/api.ts'
import { beginning } from '../../platform/beginning.ts'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useMarks } from '../../platform/marks.ts'
import { OrganisationPicker } from '../../platform/pickers.tsx'
import { useWords } from '../../platform/words.ts'
import type { CaseView } from '../cases/steps.ts'
import { UntilInput } from '../cases/until-input.tsx'
import { momentOf } from './order-step-drawer.tsx'
import { words } from './words.ts'

interface Fields {
  words: string
  organisationId?: string | null
  dueAt: string
  beforeClosing?: boolean
}
export const GiveOrderDrawer = ({ view, close }: { readonly view: CaseView; readonly close: () => void }) => {
  const say = useWords(words)
  const mark = useMarks()
  const act = useAct('POST /api/supervision/orders', {
    refreshes: ['/api/supervision', '/api/cases'],
    onDone: useDone(say.given, close),
  })
  return (
    <FormDrawer<Fields>
      open
      title={say.give}
      lead={`${view.number} · ${beginning(view.words)}${mark.stop}${say.giveLead}`}
      initial={{ beforeClosing: false }}
      verb={say.give}
      isBusy={act.isPending}
      problem={act.error}
      onSave={(fields) =>
        act.mutate({
          body: {
            caseId: view.id,
            words: fields.words.trim(),
            dueAt: momentOf(fields.dueAt),
            beforeClosing: fields.beforeClosing ?? false,
            ...(fields.organisationId ? { organisationId: fields.organisationId } : {}),
          },
        })
      }
      onClose={close}
    >
      {() => (
        <>
          <Form.Item
            name="words"
            label={say.giveWords}
            rules={[{ required: true, whitespace: true, min: 4, message: say.giveWrong }]}
          >
            <Input.TextArea rows={4} maxLength={1000} showCount placeholder={say.giveHint} />
          </Form.Item>
          <Form.Item name="organisationId" label={say.answerer} extra={say.answererHint}>
            <OrganisationPicker initial={view.handler} label={say.answerer} />
          </Form.Item>
          <Form.Item name="dueAt" label={say.dueAt} rules={[{ required: true, message: say.dueWrong }]}>
            <UntilInput days={366} />
          </Form.Item>
          <Form.Item name="beforeClosing" valuePropName="checked">
            <Checkbox>{say.before}</Checkbox>
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
