// Call-outs: who was called and what they answered; calling more people.
import { App, Button, Form, Input, Segmented, Select, Table } from 'antd'
import { Megaphone } from 'lucide-react'
import { useState } from 'react'
import { callAnswers } from '../../../../contract/src/emergency-kinds.ts'
import { useSearch } from '../../platform/address.ts'
import { useAct, useApi } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { OrganisationPicker, PersonPicker } from '../../platform/pickers.tsx'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import type { Emergency } from './emergency.ts'
import { words } from './words.ts'

type Call = RowOf<'GET /api/emergency/:id/calls'>
const answers = ['coming', 'cannot', 'none'] as const
export const CallsTab = ({ emergency }: { readonly emergency: Emergency }) => {
  const say = useWords(words)
  const [search, change] = useSearch()
  const [isCalling, call] = useState(false)
  const answer = answers.find((one) => one === search['answer'])
  const list = useList('GET /api/emergency/:id/calls', {
    params: { id: emergency.id },
    query: { limit: 100, ...(answer ? { answer } : {}) },
  })
  return (
    <>
      <div className="filters" role="search">
        <Segmented
          aria-label={say.answer}
          value={answer ?? 'any'}
          onChange={(next) => change({ answer: next === 'any' ? undefined : next })}
          options={[
            { value: 'any', label: say.any },
            { value: 'coming', label: say.coming },
            { value: 'cannot', label: say.cannot },
            { value: 'none', label: say.noAnswer },
          ]}
        />
        {emergency.may.includes('command') ? (
          <Button type="primary" icon={<Megaphone size={16} aria-hidden />} onClick={() => call(true)}>
            {say.callOut}
          </Button>
        ) : null}
      </div>
      <Listing list={list} icon={Megaphone} empty={{ title: say.noCalls, hint: say.noCallsHint }}>
        {(rows) => <Calls rows={rows} />}
      </Listing>
      {isCalling ? <CallForm emergency={emergency} close={() => call(false)} /> : null}
    </>
  )
}
const Calls = ({ rows }: { readonly rows: Call[] }) => {
  const say = useWords(words)
  const pick = usePick()
  return (
    <ScrollX label={say.calls}>
      <Table<Call>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={rows}
        columns={[
          { title: say.person, render: (_, row) => <strong>{row.person}</strong> },
          { title: say.post, render: (_, row) => row.post },
          {
            title: say.answer,
            render: (_, row) =>
              row.answer === null ? (
                <Tag>{say.noAnswer}</Tag>
              ) : (
                <Tag tone={row.answer === 'coming' ? 'good' : 'warn'}>{pick(callAnswers[row.answer])}</Tag>
              ),
          },
          { title: say.eta, render: (_, row) => (row.eta ? <TimeText at={row.eta} /> : '—') },
          { title: say.note, render: (_, row) => row.said ?? '' },
          { title: say.callWords, render: (_, row) => row.words },
        ]}
      />
    </ScrollX>
  )
}
interface Values {
  words: string
  positionCodes?: string[]
  organisationId?: string
  personId?: string
}
const CallForm = ({ emergency, close }: { readonly emergency: Emergency; readonly close: () => void }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const positions = useApi('GET /api/organisations/positions', {}, { fresh: 60_000 })
  const call = useAct('POST /api/emergency/:id/callouts', {
    onDone: ({ called }) => {
      message.success(say.calledDone(called))
      close()
    },
  })
  return (
    <FormDrawer<Values>
      open
      title={say.callOut}
      initial={{ positionCodes: ['gridWorker', 'buildingLead', 'steward'] }}
      verb={say.callOut}
      isBusy={call.isPending}
      problem={call.error}
      onSave={(values) =>
        call.mutate({
          params: { id: emergency.id },
          body: {
            words: values.words,
            positionCodes: values.positionCodes ?? [],
            organisationIds: values.organisationId ? [values.organisationId] : [],
            personIds: values.personId ? [values.personId] : [],
          },
        })
      }
      onClose={close}
    >
      {() => (
        <>
          <Form.Item name="words" label={say.callWords} rules={[{ required: true, min: 2, message: say.required }]}>
            <Input.TextArea rows={3} maxLength={300} />
          </Form.Item>
          <Form.Item name="positionCodes" label={say.positions}>
            <Select
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              options={(positions.data ?? []).map((position) => ({ value: position.code, label: position.name }))}
            />
          </Form.Item>
          <Form.Item name="organisationId" label={say.organisations}>
            <OrganisationPicker label={say.organisations} />
          </Form.Item>
          <Form.Item name="personId" label={say.persons}>
            <PersonPicker label={say.persons} staffOnly />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
