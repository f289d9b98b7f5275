// One endpoint: where it is, which key it gave us, which of its services our categories are.
import { Button, Checkbox, Form, Input, Select } from 'antd'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useAct, useApi, type Body } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useMarks } from '../../platform/marks.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { useWords } from '../../platform/words.ts'
import type { Peer } from './peer.ts'
import { words } from './words.ts'

type Values = Body<'PUT /api/open311/peers/:id'>
const bodyOf = ({ key, jurisdiction, ...values }: Values): Values => ({
  ...values,
  jurisdiction: jurisdiction?.trim() ? jurisdiction.trim() : null,
  services: (values.services ?? []).map((one) => ({ ...one, automatic: one.automatic ?? false })),
  // Left empty, the key of before stays.
  ...(key?.trim() ? { key: key.trim() } : {}),
})
export const PeerForm = ({ peer, close }: { readonly peer: Peer | null; readonly close: () => void }) => {
  const say = useWords(words)
  const add = useAct('POST /api/open311/peers', { onDone: close })
  const change = useAct('PUT /api/open311/peers/:id', { onDone: close })
  return (
    <FormDrawer<Values>
      open
      title={peer?.name ?? say.newPeer}
      initial={peer ?? { imports: false, forwards: true, active: false, services: [] }}
      width={620}
      isBusy={add.isPending || change.isPending}
      problem={add.error ?? change.error}
      onSave={(values) =>
        peer === null
          ? add.mutate({ body: bodyOf(values) })
          : change.mutate({ params: { id: peer.id }, body: bodyOf(values) })
      }
      onClose={close}
    >
      {() => (
        <>
          <PeerFields peer={peer} />
          {peer?.active ? <TheirServices id={peer.id} /> : null}
          <Mapping />
        </>
      )}
    </FormDrawer>
  )
}
const PeerFields = ({ peer }: { readonly peer: Peer | null }) => {
  const say = useWords(words)
  const needed = [{ required: true, whitespace: true, message: say.needed }]
  const initialPlace =
    peer === null ? {} : { initial: { ...peer.place, kind: 'community' as const, path: peer.place.name } }
  return (
    <>
      <Form.Item name="name" label={say.peerName} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="url"
        label={say.url}
        rules={[{ required: true, pattern: /^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/, message: say.urlWrong }]}
      >
        <Input maxLength={200} placeholder="https://city.example/open311/v2" />
      </Form.Item>
      <Form.Item name="jurisdiction" label={say.jurisdictionOptional}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="key" label={say.peerKey} {...(peer?.hasKey ? { extra: say.peerKeyKept } : {})}>
        <Input.Password maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="placeId" label={say.place} rules={[{ required: true, message: say.needed }]}>
        <PlacePicker label={say.place} kinds={['community', 'estate']} {...initialPlace} />
      </Form.Item>
      {(['imports', 'forwards'] as const).map((name) => (
        <Form.Item key={name} name={name} valuePropName="checked">
          <Checkbox>{say[name]}</Checkbox>
        </Form.Item>
      ))}
      <Form.Item name="active" valuePropName="checked">
        <Checkbox>{say.peerActive}</Checkbox>
      </Form.Item>
    </>
  )
}
const TheirServices = ({ id }: { readonly id: string }) => {
  const say = useWords(words)
  const mark = useMarks()
  const [isAsked, ask] = useState(false)
  const found = useApi('GET /api/open311/peers/:id/services', { params: { id } }, { when: isAsked })
  return (
    <div className="stack">
      <div>
        <Button loading={isAsked && found.isFetching} onClick={() => (isAsked ? void found.refetch() : ask(true))}>
          {say.askServices}
        </Button>
      </div>
      {found.error ? <ProblemPanel problem={found.error} /> : null}
      {found.data ? (
        <p role="status">
          {say.theirServices}
          {found.data.map((one) => `${one.code} ${one.name}`).join(mark.list)}
        </p>
      ) : null}
    </div>
  )
}
const Mapping = () => {
  const say = useWords(words)
  const categories = useApi('GET /api/open311/services', {})
  const options = (categories.data ?? []).map(({ category }) => ({ value: category.id, label: category.name }))
  return (
    <>
      <h3>{say.mapping}</h3>
      <Form.List name="services">
        {(fields, { add, remove }) => (
          <div className="stack">
            {fields.map((field) => (
              <fieldset key={field.key} className="open-attribute">
                <Form.Item
                  name={[field.name, 'serviceCode']}
                  label={say.serviceCode}
                  rules={[{ required: true, whitespace: true, message: say.needed }]}
                >
                  <Input maxLength={60} />
                </Form.Item>
                <Form.Item
                  name={[field.name, 'categoryId']}
                  label={say.category}
                  rules={[{ required: true, message: say.needed }]}
                >
                  <Select aria-label={say.category} options={options} showSearch={{ optionFilterProp: 'label' }} />
                </Form.Item>
                <div className="row">
                  <Form.Item name={[field.name, 'automatic']} valuePropName="checked" noStyle>
                    <Checkbox>{say.automatic}</Checkbox>
                  </Form.Item>
                  <span className="grow" />
                  <Button size="small" icon={<Trash2 size={14} aria-hidden />} onClick={() => remove(field.name)}>
                    {say.remove}
                  </Button>
                </div>
              </fieldset>
            ))}
            <div>
              <Button icon={<Plus size={16} aria-hidden />} onClick={() => add({ automatic: false })}>
                {say.addMapping}
              </Button>
            </div>
          </div>
        )}
      </Form.List>
    </>
  )
}
