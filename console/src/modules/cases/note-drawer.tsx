// A note on a case: internal by default for staff, or for the resident to see.
import { Form, Input, Segmented } from 'antd'
import { useAct } from '../../platform/api.ts'
import { beginning } from '../../platform/beginning.ts'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useWords } from '../../platform/words.ts'
import { caseWords } from './case-words.ts'
import { PhotoField } from './photo-field.tsx'
import type { CaseView } from './steps.ts'

interface Fields {
  words: string
  audience: 'public' | 'internal'
  photos?: string[]
}
export const NoteDrawer = ({ view, close }: { readonly view: CaseView; readonly close: () => void }) => {
  const say = useWords(caseWords)
  const isStaff = view.may.includes('note')
  const act = useAct('POST /api/cases/:id/notes', {
    onDone: useDone(say.noteDone, close),
  })
  return (
    <FormDrawer<Fields>
      open
      title={say.note}
      lead={`${view.number} · ${beginning(view.words)}`}
      initial={{ audience: isStaff ? 'internal' : 'public' }}
      verb={say.noteSave}
      isBusy={act.isPending}
      problem={act.error}
      onSave={({ words, audience, photos }) =>
        act.mutate({
          params: { id: view.id },
          body: { words: words.trim(), audience: audience ?? 'public', photos: photos ?? [] },
        })
      }
      onClose={close}
    >
      {() => (
        <>
          <Form.Item
            name="words"
            label={say.noteWords}
            rules={[{ required: true, whitespace: true, message: say.noteWrong }]}
          >
            <Input.TextArea rows={4} maxLength={1000} showCount placeholder={say.noteHint} />
          </Form.Item>
          {isStaff ? (
            <Form.Item name="audience" label={say.noteAudience}>
              <Segmented
                aria-label={say.noteAudience}
                options={[
                  { value: 'internal', label: say.internal },
                  { value: 'public', label: say.public },
                ]}
              />
            </Form.Item>
          ) : null}
          <Form.Item name="photos" label={`${say.photos}${say.optional}`}>
            <PhotoField />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
