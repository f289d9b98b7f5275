// Random re-checks: rounds with their seed, the cases drawn, and the result of each.
import { App, Button, Form, Input, InputNumber } from 'antd'
import { Dices } from 'lucide-react'
import { useState } from 'react'
import { useSearch } from '../../platform/address.ts'
import { useAct, useApi } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useList } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { useMarks } from '../../platform/marks.ts'
import { useMay } from '../../platform/me.ts'
import { useWords } from '../../platform/words.ts'
import { RoundItems } from './round-items.tsx'
import { words } from './words.ts'

const Share = () => {
  const say = useWords(words)
  const mark = useMarks()
  const may = useMay()
  const { message } = App.useApp()
  const [isOpen, setOpen] = useState(false)
  const { data } = useApi('GET /api/supervision/recheck-share', {})
  const act = useAct('PUT /api/supervision/recheck-share', {
    onDone: () => {
      void message.success(say.stepDone)
      setOpen(false)
    },
  })
  if (!data) return null
  return (
    <p className="row">
      <span>
        {say.share}
        {mark.colon}
        {say.shareOf(data.permille)}
      </span>
      {may('rates.review') ? <Button onClick={() => setOpen(true)}>{say.setShare}</Button> : null}
      {isOpen ? (
        <FormDrawer<{ permille: number }>
          open
          title={say.setShare}
          initial={data}
          isBusy={act.isPending}
          problem={act.error}
          onSave={(body) => act.mutate({ body })}
          onClose={() => setOpen(false)}
        >
          {() => (
            <Form.Item name="permille" label={say.share} rules={[{ required: true }]}>
              <InputNumber min={0} max={1000} suffix="‰" />
            </Form.Item>
          )}
        </FormDrawer>
      ) : null}
    </p>
  )
}
const Draw = () => {
  const say = useWords(words)
  const { message } = App.useApp()
  const [isOpen, setOpen] = useState(false)
  const act = useAct('POST /api/supervision/rounds', {
    onDone: () => {
      void message.success(say.drawn)
      setOpen(false)
    },
  })
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {say.draw}
      </Button>
      {isOpen ? (
        <FormDrawer<{ from: string; to: string }>
          open
          title={say.draw}
          lead={say.drawLead}
          initial={{}}
          verb={say.draw}
          isBusy={act.isPending}
          problem={act.error}
          onSave={(body) => act.mutate({ body })}
          onClose={() => setOpen(false)}
        >
          {() => (
            <>
              <Form.Item name="from" label={say.drawFrom} rules={[{ required: true, message: say.drawWrong }]}>
                <Input type="date" />
              </Form.Item>
              <Form.Item name="to" label={say.drawTo} rules={[{ required: true, message: say.drawWrong }]}>
                <Input type="date" />
              </Form.Item>
            </>
          )}
        </FormDrawer>
      ) : null}
    </>
  )
}
export const RechecksTab = () => {
  const say = useWords(words)
  const may = useMay()
  const [{ round }, change] = useSearch()
  const list = useList('GET /api/supervision/rounds', { query: { limit: 20 } }, !round)
  if (round) return <RoundItems id={round} back={() => change({ round: undefined })} />
  return (
    <>
      <div className="filters">
        <Share />
        {may('rates.review') ? <Draw /> : null}
      </div>
      <Listing list={list} icon={Dices} empty={{ title: say.noRounds, hint: say.noRoundsHint }}>
        {(rows) => (
          <ul className="promises">
            {rows.map((row) => (
              <li key={row.id} className="promise">
                <p className="row">
                  <strong>{say.round(row.from, row.to)}</strong>
                  <Button onClick={() => change({ round: row.id })}>{say.see}</Button>
                </p>
                <p>{say.roundFacts(row.drawn, row.population, row.passed, row.failed)}</p>
                <p className="quiet">
                  {say.seed} {row.seed}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Listing>
    </>
  )
}
