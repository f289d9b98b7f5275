// Splits a case: one line a matter, each with its category if it differs.
import { Button, Form, Input } from 'antd'
import { useAct } from '../../platform/api.ts'
import { beginning } from '../../platform/beginning.ts'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useWords } from '../../platform/words.ts'
import { familyWords } from './family-words.ts'
import type { CaseView } from './steps.ts'

interface Fields {
  parts: { words: string }[]
}
export const SplitDrawer = ({ view, close }: { readonly view: CaseView; readonly close: () => void }) => {
  const say = useWords(familyWords)
  const act = useAct('POST /api/cases/:id/parts', {
    onDone: useDone(say.splitDone, close),
  })
  return (
    <FormDrawer<Fields>
      open
      title={say.split}
      lead={`${say.splitLead} ${view.number} · ${beginning(view.words)}`}
      initial={{ parts: [{ words: '' }, { words: '' }] }}
      verb={say.split}
      isBusy={act.isPending}
      problem={act.error}
      onSave={({ parts }) =>
        act.mutate({
          params: { id: view.id },
          body: { parts: parts.map(({ words }) => ({ words: words.trim() })) },
        })
      }
      onClose={close}
    >
      {() => (
        <Form.List name="parts">
          {(fields, { add, remove }) => (
            <>
              {fields.map((field, place) => (
                <Form.Item key={field.key} label={say.splitMatter(place + 1)} required>
                  <Form.Item
                    name={[field.name, 'words']}
                    noStyle
                    rules={[{ required: true, whitespace: true, min: 2, message: say.splitWrong }]}
                  >
                    <Input.TextArea
                      rows={2}
                      maxLength={2000}
                      placeholder={say.splitHint}
                      aria-label={say.splitMatter(place + 1)}
                    />
                  </Form.Item>
                  {fields.length > 1 ? (
                    <Button type="text" onClick={() => remove(field.name)}>
                      {say.splitLess}
                    </Button>
                  ) : null}
                </Form.Item>
              ))}
              {fields.length < 12 ? <Button onClick={() => add({ words: '' })}>{say.splitMore}</Button> : null}
            </>
          )}
        </Form.List>
      )}
    </FormDrawer>
  )
}
