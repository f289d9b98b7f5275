// Notes what was found: words, place, photos, and whether it becomes a case at once.
import { Form, Input, Switch } from 'antd'
import { useState } from 'react'
import { newKey, useAct } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { useWords } from '../../platform/words.ts'
import { PhotoField } from '../cases/photo-field.tsx'
import type { Operation } from './operation.ts'
import { words } from './words.ts'

interface Values {
  words: string
  placeId: string
  photos?: string[]
  asCase: boolean
}
export const FindingForm = ({ operation, close }: { readonly operation: Operation; readonly close: () => void }) => {
  const say = useWords(words)
  const [id] = useState(newKey)
  const note = useAct('POST /api/operations/:id/findings', {
    refreshes: ['/api/operations', '/api/cases'],
    onDone: close,
  })
  return (
    <FormDrawer<Values>
      open
      title={say.note}
      initial={{ placeId: operation.place.id, asCase: false }}
      isBusy={note.isPending}
      problem={note.error}
      onSave={(values) =>
        note.mutate({
          params: { id: operation.id },
          body: {
            id,
            words: values.words,
            placeId: values.placeId,
            photos: values.photos ?? [],
            asCase: values.asCase,
          },
        })
      }
      onClose={close}
    >
      {() => (
        <>
          <Form.Item name="words" label={say.noteWords} rules={[{ required: true, min: 2, message: say.required }]}>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
          <Form.Item name="placeId" label={say.place} rules={[{ required: true, message: say.required }]}>
            <PlacePicker label={say.place} initial={operation.place} />
          </Form.Item>
          <Form.Item name="photos" label={say.photos}>
            <PhotoField />
          </Form.Item>
          <Form.Item name="asCase" label={say.alsoCase} valuePropName="checked">
            <Switch />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
