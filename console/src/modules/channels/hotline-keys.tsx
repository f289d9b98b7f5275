// Keys of the hotline's interface: issue one (shown this once), see when each was used, revoke.
import { Button, Checkbox, Form, Input, InputNumber } from 'antd'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { hotlineScopes, type HotlineScope } from '../../../../contract/src/channels-kinds.ts'
import { AddButton } from '../../platform/add-button.tsx'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useMarks } from '../../platform/marks.ts'
import { EmptyState, Loaded } from '../../platform/page.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { hotlineWords } from './hotline-words.ts'

type Key = Out<'GET /api/hotline/keys'>[number]
interface Values {
  name: string
  placeId: string
  scopes: HotlineScope[]
  perMinute: number
}
export const HotlineKeys = () => {
  const say = useWords(hotlineWords)
  const keys = useApi('GET /api/hotline/keys', {})
  const [adding, setAdding] = useState(false)
  const [once, setOnce] = useState<string | null>(null)
  const issue = useAct('POST /api/hotline/keys', {
    onDone: (made) => {
      setOnce(made.key)
      setAdding(false)
    },
  })
  return (
    <div className="stack">
      <p>{say.keysLead}</p>
      <div>
        <AddButton onClick={() => setAdding(true)}>{say.newKey}</AddButton>
      </div>
      {once ? (
        <div role="status">
          <p>{say.once}</p>
          <p className="key-once">{once}</p>
        </div>
      ) : null}
      <Loaded of={keys}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={KeyRound} title={say.noKeys} />
          ) : (
            <ul>
              {rows.map((key) => (
                <li key={key.id} className="slip-row">
                  <KeyRow of={key} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <FormDrawer<Values>
        open={adding}
        title={say.newKey}
        initial={{ scopes: ['push', 'return'], perMinute: 120 }}
        isBusy={issue.isPending}
        problem={issue.error}
        onSave={(values) => issue.mutate({ body: values })}
        onClose={() => setAdding(false)}
      >
        {() => <KeyFields />}
      </FormDrawer>
    </div>
  )
}
const KeyFields = () => {
  const say = useWords(hotlineWords)
  const pick = usePick()
  return (
    <>
      <Form.Item name="name" label={say.keyName} rules={[{ required: true, whitespace: true, message: say.needed }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="placeId" label={say.keyPlace} rules={[{ required: true, message: say.needed }]}>
        <PlacePicker label={say.keyPlace} />
      </Form.Item>
      <Form.Item name="scopes" label={say.scopes} rules={[{ required: true, message: say.needed }]}>
        <Checkbox.Group
          options={Object.entries(hotlineScopes).map(([value, scope]) => ({ value, label: pick(scope) }))}
        />
      </Form.Item>
      <Form.Item name="perMinute" label={say.perMinute} rules={[{ required: true, message: say.needed }]}>
        <InputNumber min={1} max={6000} />
      </Form.Item>
    </>
  )
}
const KeyRow = ({ of: key }: { readonly of: Key }) => {
  const say = useWords(hotlineWords)
  const mark = useMarks()
  const pick = usePick()
  const [asking, setAsking] = useState(false)
  const revoke = useAct('POST /api/hotline/keys/:id/revocation', { onDone: () => setAsking(false) })
  return (
    <>
      <div className="row spread">
        <strong>
          {key.name} · {key.place.name} · …{key.tail}
        </strong>
        {key.revokedAt ? (
          <Tag>{say.revoked}</Tag>
        ) : (
          <Button size="small" danger onClick={() => setAsking(true)}>
            {say.revoke}
          </Button>
        )}
      </div>
      <p className="quiet">
        {key.scopes.map((scope) => pick(hotlineScopes[scope])).join(mark.list)} · {say.perMinute} {key.perMinute} ·{' '}
        {say.used} {key.lastUsedAt ? <TimeText at={key.lastUsedAt} /> : say.neverUsed}
      </p>
      <Ask
        open={asking}
        title={say.revoke}
        what={say.revokeWhat}
        verb={say.revoke}
        isDangerous
        isBusy={revoke.isPending}
        problem={revoke.error}
        onYes={() => revoke.mutate({ params: { id: key.id }, body: {} })}
        onNo={() => setAsking(false)}
      />
    </>
  )
}
