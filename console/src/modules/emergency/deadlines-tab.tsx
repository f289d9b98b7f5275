// Deadlines in an emergency by kind of case, in minutes day and night.
import { App, Button, InputNumber, Table } from 'antd'
import { useState } from 'react'
import { caseKinds } from '../../../../contract/src/cases-kinds.ts'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { useMay } from '../../platform/me.ts'
import { Loaded, ProblemPanel } from '../../platform/page.tsx'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { words } from './words.ts'

type Deadline = Out<'GET /api/emergency/deadlines'>[number]
export const DeadlinesTab = () => {
  const deadlines = useApi('GET /api/emergency/deadlines', {})
  return <Loaded of={deadlines}>{(data) => <Deadlines key={JSON.stringify(data)} of={data} />}</Loaded>
}
const Deadlines = ({ of }: { readonly of: readonly Deadline[] }) => {
  const say = useWords(words)
  const pick = usePick()
  const may = useMay()
  const { message } = App.useApp()
  const [rows, setRows] = useState<readonly Deadline[]>(of)
  const save = useAct('PUT /api/emergency/deadlines', { onDone: () => void message.success(say.saved) })
  const isReader = !may('case.configure')
  const set = (kind: Deadline['kind'], change: Partial<Deadline>) =>
    setRows(rows.map((row) => (row.kind === kind ? { ...row, ...change } : row)))
  const number = (key: 'respondMinutes' | 'resolveMinutes', title: string) => ({
    title,
    render: (_: unknown, row: Deadline) => (
      <InputNumber
        aria-label={`${pick(caseKinds[row.kind])} ${title}`}
        min={1}
        max={key === 'respondMinutes' ? 43_200 : 525_600}
        precision={0}
        disabled={isReader}
        value={row[key]}
        onChange={(value) => value !== null && set(row.kind, { [key]: value })}
      />
    ),
  })
  return (
    <div className="stack">
      <p className="quiet">{say.deadlinesLead}</p>
      <div className="list-card">
        <ScrollX label={say.deadlines}>
          <Table<Deadline>
            size="small"
            rowKey="kind"
            pagination={false}
            dataSource={[...rows]}
            columns={[
              { title: say.caseKind, render: (_, row) => pick(caseKinds[row.kind]) },
              number('respondMinutes', say.respond),
              number('resolveMinutes', say.resolve),
            ]}
          />
        </ScrollX>
      </div>
      {save.error ? <ProblemPanel problem={save.error} /> : null}
      {isReader ? null : (
        <div>
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate({ body: [...rows] })}>
            {say.save}
          </Button>
        </div>
      )}
    </div>
  )
}
