// Keys of the open interface: issued and shown once, switched on and off.
import { Button, Checkbox, Form, Input } from 'antd'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { AddButton } from '../../platform/add-button.tsx'
import { useAct } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { useMarks } from '../../platform/marks.ts'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

type Key = RowOf<'GET /api/open311/keys'>
interface Values {
  name: string
  scopeId: string
  mayReport: boolean
  mayUpdate: boolean
}
export default function KeysTab() {
  const say = useWords(words)
  const list = useList('GET /api/open311/keys', { query: { limit: 50 } })
  const [isAdding, setAdding] = useState(false)
  const [once, setOnce] = useState<string | null>(null)
  return (
    <div className="stack">
      <p className="quiet">{say.keysLead}</p>
      <div>
        <AddButton onClick={() => setAdding(true)}>{say.newKey}</AddButton>
      </div>
      {once ? (
        <div role="status">
          <p>{say.once}</p>
          <p className="open-once">{once}</p>
        </div>
      ) : null}
      <Listing list={list} icon={KeyRound} empty={{ title: say.noKeys, hint: say.noKeysHint }}>
        {(rows) => (
          <ul className="open-list">
            {rows.map((key) => (
              <li key={key.id}>
                <KeyRow of={key} />
              </li>
            ))}
          </ul>
        )}
      </Listing>
      {isAdding ? <NewKey close={() => setAdding(false)} onKey={setOnce} /> : null}
    </div>
  )
}
const NewKey = ({ close, onKey }: { readonly close: () => void; readonly onKey: (key: string) => void }) => {
  const say = useWords(words)
  const issue = useAct('POST /api/open311/keys', {
    onDone: (made) => {
      onKey(made.key)
      close()
    },
  })
  return (
    <FormDrawer<Values>
      open
      title={say.newKey}
      initial={{ mayReport: true, mayUpdate: false }}
      isBusy={issue.isPending}
      problem={issue.error}
      onSave={(values) => issue.mutate({ body: values })}
      onClose={close}
    >
      {() => (
        <>
          <Form.Item
            name="name"
            label={say.keyName}
            rules={[{ required: true, whitespace: true, message: say.needed }]}
          >
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="scopeId" label={say.keyScope} rules={[{ required: true, message: say.needed }]}>
            <PlacePicker label={say.keyScope} kinds={['district', 'street', 'community', 'estate']} />
          </Form.Item>
          <Form.Item name="mayReport" valuePropName="checked">
            <Checkbox>{say.mayReport}</Checkbox>
          </Form.Item>
          <Form.Item name="mayUpdate" valuePropName="checked">
            <Checkbox>{say.mayUpdate}</Checkbox>
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
const KeyRow = ({ of: key }: { readonly of: Key }) => {
  const say = useWords(words)
  const mark = useMarks()
  const [isAsking, setAsking] = useState(false)
  const act = useAct('PATCH /api/open311/keys/:id', { onDone: () => setAsking(false) })
  const rights = [key.mayReport ? say.mayReport : null, key.mayUpdate ? say.mayUpdate : null].filter(Boolean)
  const verb = key.active ? say.switchOff : say.switchOn
  return (
    <>
      <div className="row spread">
        <span className="row">
          <strong>{key.name}</strong>
          <Tag tone={key.active ? 'good' : 'quiet'}>{key.active ? say.active : say.inactive}</Tag>
        </span>
        <Button size="small" danger={key.active} onClick={() => setAsking(true)}>
          {verb}
        </Button>
      </div>
      <p className="quiet">
        {key.hint}… · {key.scope.name} · {rights.join(mark.list)} · {say.issuedBy(key.madeBy)}{' '}
        <TimeText at={key.madeAt} />
      </p>
      <Ask
        open={isAsking}
        title={`${verb} · ${key.name}`}
        what={key.active ? say.switchOffWhat : say.switchOnWhat}
        verb={verb}
        isDangerous={key.active}
        isBusy={act.isPending}
        problem={act.error}
        onYes={() => act.mutate({ params: { id: key.id }, body: { active: !key.active } })}
        onNo={() => setAsking(false)}
      />
    </>
  )
}
