// Makes a task for every home of a building, unit or estate.
import { App, Form, Input, Select } from 'antd'
import { taskKinds, type TaskKind } from '../../../../contract/src/emergency-kinds.ts'
import { useAct } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { PersonPicker } from '../../platform/pickers.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import type { Emergency } from './emergency.ts'
import { words } from './words.ts'

interface Values {
  placeId: string
  kind: TaskKind
  words: string
  assigneeId?: string | null
}
export const MakeForm = ({ emergency, close }: { readonly emergency: Emergency; readonly close: () => void }) => {
  const say = useWords(words)
  const pick = usePick()
  const { message } = App.useApp()
  const make = useAct('POST /api/emergency/:id/tasks', {
    onDone: ({ made, alreadyThere }) => {
      message.success(say.made(made, alreadyThere))
      close()
    },
  })
  const rules = [{ required: true, message: say.required }]
  return (
    <FormDrawer<Values>
      open
      title={say.makeTasks}
      lead={say.makeLead}
      verb={say.makeTasks}
      initial={{ kind: 'check' }}
      isBusy={make.isPending}
      problem={make.error}
      onSave={({ placeId, kind, words: text, assigneeId }) =>
        make.mutate({
          params: { id: emergency.id },
          body: { placeIds: [placeId], kind, words: text, ...(assigneeId ? { assigneeId } : {}) },
        })
      }
      onClose={close}
    >
      {() => (
        <>
          <Form.Item name="placeId" label={say.where} rules={rules}>
            <PlacePicker
              label={say.where}
              placeholder={say.whereHint}
              kinds={['community', 'grid', 'estate', 'building', 'unit', 'home']}
            />
          </Form.Item>
          <Form.Item name="kind" label={say.kind} rules={rules}>
            <Select
              options={(Object.keys(taskKinds) as TaskKind[]).map((kind) => ({
                value: kind,
                label: pick(taskKinds[kind]),
              }))}
            />
          </Form.Item>
          <Form.Item name="words" label={say.taskWords} rules={[{ required: true, min: 2, message: say.required }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="assigneeId" label={say.assignee}>
            <PersonPicker label={say.assignee} staffOnly />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
