// Tasks home by home: progress by building with who has it, the doors, making more, giving a building to somebody.
import { App, Button, Form, Select, Table } from 'antd'
import { Download, House } from 'lucide-react'
import { useState } from 'react'
import { taskKinds, taskStates, type TaskKind, type TaskState } from '../../../../contract/src/emergency-kinds.ts'
import { AddButton } from '../../platform/add-button.tsx'
import { useSearch } from '../../platform/address.ts'
import { addressOf, useAct, useApi, type Out } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { useMarks } from '../../platform/marks.ts'
import { Loaded } from '../../platform/page.tsx'
import { PersonPicker } from '../../platform/pickers.tsx'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { MakeForm } from './make-form.tsx'
import type { Emergency } from './emergency.ts'
import { words } from './words.ts'

type Task = RowOf<'GET /api/emergency/:id/tasks'>
type Building = Out<'GET /api/emergency/:id/buildings'>[number]
const tones = {
  open: 'info',
  done: 'good',
  absent: 'warn',
  refused: 'quiet',
  needs: 'late',
  closed: 'quiet',
  handedOn: 'quiet',
} as const
export const TasksTab = ({ emergency }: { readonly emergency: Emergency }) => {
  const say = useWords(words)
  const pick = usePick()
  const [search, change] = useSearch()
  const [isMaking, make] = useState(false)
  const state = search['state'] as TaskState | undefined
  const filters = { ...(search['building'] ? { buildingId: search['building'] } : {}), ...(state ? { state } : {}) }
  const params = { id: emergency.id }
  const list = useList('GET /api/emergency/:id/tasks', { params, query: { limit: 50, ...filters } })
  const commands = emergency.may.includes('command')
  return (
    <>
      <Buildings emergency={emergency} />
      <div className="filters" role="search">
        <Select
          aria-label={say.state}
          style={{ minWidth: 130 }}
          value={state ?? ''}
          onChange={(next: string) => change({ state: next || undefined })}
          options={[
            { value: '', label: say.any },
            ...(Object.keys(taskStates) as TaskState[]).map((one) => ({ value: one, label: pick(taskStates[one]) })),
          ]}
        />
        {commands ? (
          <>
            <Button
              icon={<Download size={16} aria-hidden />}
              href={addressOf('GET /api/emergency/:id/tasks.xlsx', { params, query: filters })}
            >
              {say.export}
            </Button>
            <AddButton onClick={() => make(true)}>{say.makeTasks}</AddButton>
          </>
        ) : null}
      </div>
      <Listing list={list} icon={House} empty={{ title: say.noTasks, hint: say.noTasksHint }}>
        {(rows) => <Tasks rows={rows} />}
      </Listing>
      {isMaking ? <MakeForm emergency={emergency} close={() => make(false)} /> : null}
    </>
  )
}
const Tasks = ({ rows }: { readonly rows: Task[] }) => {
  const say = useWords(words)
  const pick = usePick()
  return (
    <ScrollX label={say.tasks}>
      <Table<Task>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={rows}
        columns={[
          {
            title: say.home,
            render: (_, row) => (
              <>
                <strong>{row.home.path}</strong> {row.requested ? <Tag tone="info">{say.asked}</Tag> : null}
              </>
            ),
          },
          { title: say.kind, render: (_, row) => pick(taskKinds[row.kind as TaskKind]) },
          { title: say.taskWords, render: (_, row) => row.words },
          { title: say.assignee, render: (_, row) => row.assignee?.name ?? '—' },
          { title: say.state, render: (_, row) => <Tag tone={tones[row.state]}>{pick(taskStates[row.state])}</Tag> },
          { title: say.quantity, align: 'end', render: (_, row) => row.quantity || '' },
          { title: say.note, render: (_, row) => row.result ?? '' },
        ]}
      />
    </ScrollX>
  )
}
const Buildings = ({ emergency }: { readonly emergency: Emergency }) => {
  const say = useWords(words)
  const mark = useMarks()
  const buildings = useApi('GET /api/emergency/:id/buildings', { params: { id: emergency.id } })
  const [search, change] = useSearch()
  const [assigning, assign] = useState<Building | null>(null)
  return (
    <Loaded of={buildings} rows={2}>
      {(rows) =>
        rows.length === 0 ? null : (
          <div className="list-card" style={{ marginBottom: 16 }}>
            <ScrollX label={say.progress}>
              <Table<Building>
                size="small"
                rowKey={(row) => row.building.id}
                pagination={false}
                dataSource={[...rows]}
                columns={[
                  {
                    title: say.building,
                    render: (_, row) => (
                      <button
                        type="button"
                        className="link-button"
                        aria-pressed={search['building'] === row.building.id}
                        onClick={() =>
                          change({ building: search['building'] === row.building.id ? undefined : row.building.id })
                        }
                      >
                        {row.building.path}
                      </button>
                    ),
                  },
                  { title: say.progress, render: (_, row) => say.left(row.open, row.total) },
                  { title: say.assignee, render: (_, row) => row.assignees.join(mark.list) || '—' },
                  {
                    title: say.actions,
                    render: (_, row) =>
                      emergency.may.includes('command') && row.open > 0 ? (
                        <Button size="small" onClick={() => assign(row)}>
                          {say.assign}
                        </Button>
                      ) : null,
                  },
                ]}
              />
            </ScrollX>
            {assigning ? <AssignForm emergency={emergency} of={assigning} close={() => assign(null)} /> : null}
          </div>
        )
      }
    </Loaded>
  )
}
interface AssignProps {
  readonly emergency: Emergency
  readonly of: Building
  readonly close: () => void
}
const AssignForm = ({ emergency, of, close }: AssignProps) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const assign = useAct('POST /api/emergency/:id/assignments', {
    onDone: ({ assigned }) => {
      message.success(say.assigned(assigned))
      close()
    },
  })
  return (
    <FormDrawer<{ personId: string }>
      open
      title={say.assignTitle(of.building.path)}
      verb={say.assign}
      initial={{}}
      isBusy={assign.isPending}
      problem={assign.error}
      onSave={({ personId }) =>
        assign.mutate({ params: { id: emergency.id }, body: { buildingId: of.building.id, personId } })
      }
      onClose={close}
    >
      {() => (
        <Form.Item name="personId" label={say.assignee} rules={[{ required: true, message: say.required }]}>
          <PersonPicker label={say.assignee} staffOnly />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
