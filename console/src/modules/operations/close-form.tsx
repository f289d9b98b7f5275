// Closes an operation with its results in numbers and words.
import { Form, Input, InputNumber } from 'antd'
import { commonResults } from '../../../../contract/src/operations-life.ts'
import { useAct } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import type { Operation } from './operation.ts'
import { words } from './words.ts'

interface Values {
  words: string
  results: (number | null)[]
}
export const CloseForm = ({ operation, close }: { readonly operation: Operation; readonly close: () => void }) => {
  const say = useWords(words)
  const pick = usePick()
  const end = useAct('POST /api/operations/:id/close', { onDone: close })
  return (
    <FormDrawer<Values>
      open
      title={say.close}
      verb={say.close}
      initial={{ results: commonResults.map(() => null) }}
      isBusy={end.isPending}
      problem={end.error}
      onSave={(values) =>
        end.mutate({
          params: { id: operation.id },
          body: {
            words: values.words,
            // The labels are the district's words in its own language.
            results: commonResults.flatMap((one, n) => {
              const value = values.results[n]
              return value === null || value === undefined ? [] : [{ label: one.zh, value }]
            }),
          },
        })
      }
      onClose={close}
    >
      {() => (
        <>
          {commonResults.map((one, n) => (
            <Form.Item key={one.en} name={['results', n]} label={pick(one)}>
              <InputNumber min={0} max={10_000_000} precision={0} />
            </Form.Item>
          ))}
          <Form.Item name="words" label={say.resultWords} rules={[{ required: true, min: 2, message: say.required }]}>
            <Input.TextArea rows={4} maxLength={1000} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
