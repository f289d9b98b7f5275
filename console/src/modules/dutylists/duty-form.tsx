// Adds a duty to a department's list, or changes one.
import { Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { dutyLists, type DutyList } from '../../../../contract/src/dutylists-kinds.ts'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { words } from './words.ts'

type Duty = Out<'GET /api/dutylists'>['rows'][number]
interface Values {
  organisationId: string
  list: DutyList
  name: string
  description?: string
  categoryIds: string[]
  placeIds: string[]
  contact: string
  legalBasis?: string
}
export const DutyForm = ({ duty, close }: { readonly duty?: Duty; readonly close: () => void }) => {
  const say = useWords(words)
  const options = {
    refreshes: ['/api/dutylists'],
    onDone: useDone(say.saved, close),
  }
  const add = useAct('POST /api/dutylists', options)
  const change = useAct('PUT /api/dutylists/:id', options)
  const act = duty ? change : add
  const save = ({ organisationId, description, legalBasis, ...rest }: Values) => {
    const body = {
      ...rest,
      order: duty?.order ?? 0,
      ...(description?.trim() ? { description } : {}),
      ...(legalBasis?.trim() ? { legalBasis } : {}),
    }
    if (duty) change.mutate({ params: { id: duty.id }, body })
    else add.mutate({ body: { ...body, organisationId } })
  }
  const initial: Partial<Values> = duty
    ? {
        ...duty,
        organisationId: duty.organisation.id,
        categoryIds: duty.categories.map((one) => one.id),
        placeIds: duty.places.map((one) => one.id),
      }
    : { list: 'enforcement', categoryIds: [], placeIds: [] }
  return (
    <FormDrawer<Values>
      open
      title={duty ? `${say.edit} · ${duty.name}` : say.add}
      initial={initial}
      isBusy={act.isPending}
      problem={act.error}
      onSave={save}
      onClose={close}
    >
      {() => <Fields duty={duty} />}
    </FormDrawer>
  )
}
const Fields = ({ duty }: { readonly duty: Duty | undefined }) => {
  const say = useWords(words)
  const pick = usePick()
  const departments = useApi('GET /api/dutylists/departments', { query: { mine: 'true' } }, { fresh: 60_000 })
  const categories = useApi('GET /api/cases/categories', {}, { fresh: 60_000 })
  const needed = [{ required: true, whitespace: true, message: say.needed }]
  return (
    <>
      {duty ? null : (
        <Form.Item
          name="organisationId"
          label={say.department}
          rules={[{ required: true, message: say.departmentNeeded }]}
        >
          <Select
            options={(departments.data ?? []).map((one) => ({
              value: one.organisation.id,
              label: one.organisation.name,
            }))}
          />
        </Form.Item>
      )}
      <Form.Item name="list" label={say.list}>
        <Radio.Group
          className="radio-column"
          options={(Object.keys(dutyLists) as DutyList[]).map((one) => ({ value: one, label: pick(dutyLists[one]) }))}
        />
      </Form.Item>
      <Form.Item name="name" label={say.name} rules={needed}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="description" label={say.description}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <Form.Item name="categoryIds" label={say.categories} extra={say.categoriesHint}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={(categories.data ?? [])
            .filter((one) => one.active)
            .map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form.Item>
      <Form.Item name="placeIds" label={say.places} extra={say.placesHint}>
        <Places known={duty?.places ?? []} />
      </Form.Item>
      <Form.Item name="contact" label={say.contact} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="legalBasis" label={say.legalBasis}>
        <Input.TextArea rows={2} maxLength={300} />
      </Form.Item>
    </>
  )
}
interface PlacesProps {
  readonly id?: string
  readonly value?: string[]
  readonly onChange?: (ids: string[]) => void
  readonly known: readonly { readonly id: string; readonly name: string }[]
}
/** Several areas: the chosen ones, and a picker for one more. */
const Places = ({ id, value = [], onChange, known }: PlacesProps) => {
  const say = useWords(words)
  const [names, setNames] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(known.map((one) => [one.id, one.name])),
  )
  return (
    <div className="stack">
      <Select
        {...(id ? { id } : {})}
        mode="multiple"
        open={false}
        aria-label={say.places}
        placeholder={say.everywhere}
        value={value}
        options={value.map((one) => ({ value: one, label: names[one] ?? one }))}
        onChange={(ids: string[]) => onChange?.(ids)}
      />
      <PlacePicker
        key={value.length}
        label={say.addPlace}
        placeholder={say.addPlace}
        kinds={['district', 'street', 'community', 'grid', 'estate']}
        onChange={(chosen, place) => {
          if (chosen === null || value.includes(chosen)) return
          setNames({ ...names, [chosen]: place?.path ?? chosen })
          onChange?.([...value, chosen])
        }}
      />
    </div>
  )
}
