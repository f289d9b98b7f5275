// Which categories are services, and the fields callers fill in.
import { Button, Checkbox, Form, Input, Select } from 'antd'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { attributeTypes, isList, type AttributeType } from '../../../../contract/src/open311-kinds.ts'
import { useAct, useApi, type Body, type Out } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { Loaded } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { words } from './words.ts'

type Service = Out<'GET /api/open311/services'>[number]
interface AttributeValues {
  code: string
  description: string
  datatype: AttributeType
  required?: boolean
  isNotice?: boolean
  choices?: string
}
interface Values {
  code: string
  description: string
  keywords: string
  isOpen: boolean
  attributes: AttributeValues[]
}
const valuesOf = (service: Service): Values => ({
  code: service.code ?? '',
  description: service.description === '' ? service.category.name : service.description,
  keywords: service.keywords,
  isOpen: service.code === null || service.isOpen,
  attributes: service.attributes.map((one) => ({
    code: one.code,
    description: one.description,
    datatype: one.datatype,
    required: one.required,
    isNotice: !one.variable,
    choices: (one.choices ?? []).map((choice) => `${choice.key}=${choice.name}`).join('\n'),
  })),
})
const choicesOf = (text: string | undefined) =>
  (text ?? '')
    .split('\n')
    .map((line) => line.split('='))
    .filter(([key, name]) => key?.trim() && name?.trim())
    .map(([key, name]) => ({ key: key!.trim(), name: name!.trim() }))
const bodyOf = (values: Values): Body<'PUT /api/open311/services/:id'> => ({
  code: values.code.trim(),
  description: values.description,
  keywords: values.keywords ?? '',
  isOpen: values.isOpen,
  attributes: (values.attributes ?? []).map((one) => ({
    code: one.code.trim(),
    description: one.description,
    datatype: one.datatype,
    required: one.required === true && one.isNotice !== true,
    variable: one.isNotice !== true,
    choices: isList(one.datatype) ? choicesOf(one.choices) : [],
  })),
})

export default function ServicesTab() {
  const say = useWords(words)
  const services = useApi('GET /api/open311/services', {})
  const [chosen, choose] = useState<Service | null>(null)
  const act = useAct('PUT /api/open311/services/:id', { onDone: () => choose(null) })
  return (
    <div className="stack">
      <p className="quiet">{say.servicesLead}</p>
      <Loaded of={services}>
        {(rows) => (
          <ul className="card open-list">
            {rows.map((service) => (
              <li key={service.category.id}>
                <div className="row spread">
                  <span className="row">
                    <strong>{service.category.name}</strong>
                    {service.code === null ? null : <code>{service.code}</code>}
                    <Tag tone={service.isOpen ? 'good' : 'quiet'}>{service.isOpen ? say.isOpen : say.isClosed}</Tag>
                  </span>
                  <Button size="small" onClick={() => choose(service)}>
                    {say.set}
                  </Button>
                </div>
                <p className="quiet">
                  {[
                    service.description === service.category.name ? '' : service.description,
                    service.attributes.length > 0 ? say.fields(service.attributes.length) : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <FormDrawer<Values>
        open={chosen !== null}
        title={chosen?.category.name ?? ''}
        initial={chosen === null ? {} : valuesOf(chosen)}
        width={620}
        isBusy={act.isPending}
        problem={act.error}
        onSave={(values) => act.mutate({ params: { id: chosen!.category.id }, body: bodyOf(values) })}
        onClose={() => choose(null)}
      >
        {() => <ServiceFields />}
      </FormDrawer>
    </div>
  )
}
const codePattern = /^[A-Za-z0-9_-]{1,40}$/
const ServiceFields = () => {
  const say = useWords(words)
  return (
    <>
      <Form.Item name="isOpen" valuePropName="checked">
        <Checkbox>{say.offer}</Checkbox>
      </Form.Item>
      <Form.Item
        name="code"
        label={say.code}
        rules={[{ required: true, pattern: codePattern, message: say.codeWrong }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item
        name="description"
        label={say.description}
        rules={[{ required: true, whitespace: true, message: say.needed }]}
      >
        <Input.TextArea rows={2} maxLength={300} />
      </Form.Item>
      <Form.Item name="keywords" label={say.keywords}>
        <Input maxLength={200} />
      </Form.Item>
      <h3>{say.attributes}</h3>
      <Form.List name="attributes">
        {(fields, { add, remove }) => (
          <div className="stack">
            {fields.map((field, index) => (
              <AttributeFields key={field.key} name={field.name} index={index} remove={() => remove(field.name)} />
            ))}
            <div>
              <Button
                icon={<Plus size={16} aria-hidden />}
                onClick={() => add({ datatype: 'string', required: false, isNotice: false })}
              >
                {say.addAttribute}
              </Button>
            </div>
          </div>
        )}
      </Form.List>
    </>
  )
}
const AttributeFields = ({ name, index, remove }: { name: number; index: number; remove: () => void }) => {
  const say = useWords(words)
  const pick = usePick()
  const type = Form.useWatch<AttributeType | undefined>(['attributes', name, 'datatype'])
  return (
    <fieldset className="open-attribute">
      <legend>{say.attribute(index + 1)}</legend>
      <Form.Item
        name={[name, 'code']}
        label={say.attributeCode}
        rules={[{ required: true, pattern: codePattern, message: say.codeWrong }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item
        name={[name, 'description']}
        label={say.question}
        rules={[{ required: true, whitespace: true, message: say.needed }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={[name, 'datatype']} label={say.datatype}>
        <Select
          aria-label={say.datatype}
          options={Object.entries(attributeTypes).map(([value, words]) => ({ value, label: pick(words) }))}
        />
      </Form.Item>
      {type !== undefined && isList(type) ? (
        <Form.Item
          name={[name, 'choices']}
          label={say.choices}
          rules={[
            {
              validator: (_, text: string | undefined) =>
                choicesOf(text).length > 0 ? Promise.resolve() : Promise.reject(new Error(say.choicesWrong)),
            },
          ]}
        >
          <Input.TextArea rows={3} />
        </Form.Item>
      ) : null}
      <div className="row">
        <Form.Item name={[name, 'required']} valuePropName="checked" noStyle>
          <Checkbox>{say.required}</Checkbox>
        </Form.Item>
        <Form.Item name={[name, 'isNotice']} valuePropName="checked" noStyle>
          <Checkbox>{say.isNotice}</Checkbox>
        </Form.Item>
        <span className="grow" />
        <Button size="small" icon={<Trash2 size={14} aria-hidden />} onClick={remove}>
          {say.removeAttribute}
        </Button>
      </div>
    </fieldset>
  )
}
