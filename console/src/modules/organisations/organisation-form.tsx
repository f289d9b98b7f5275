// Adds an organisation, or changes one: its names, telephone, place, parent, and the places it serves.
import { App, Button, Form, Input, Select } from 'antd'
import { X } from 'lucide-react'
import { organisationKinds, type OrganisationKind } from '../../../../contract/src/organisations-kinds.ts'
import { useAct, type Out } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { OrganisationPicker } from '../../platform/pickers.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { words } from './words.ts'
import './organisations.css'

type Organisation = Out<'GET /api/organisations/:id'>
interface Served {
  readonly id: string
  readonly name: string
}
interface Values {
  kind: OrganisationKind
  name: string
  shortName?: string
  phone?: string
  placeId?: string | null
  parentId?: string | null
  serves?: Served[]
}
interface OrganisationFormProps {
  readonly open: boolean
  readonly organisation?: Organisation
  readonly close: () => void
  readonly done: (id: string) => void
}
const bodyOf = (values: Values) => ({
  name: values.name,
  phone: values.phone?.trim() ? values.phone.trim() : null,
  placeId: values.placeId ?? null,
  parentId: values.parentId ?? null,
  servesPlaceIds: (values.serves ?? []).map((place) => place.id),
  ...(values.shortName?.trim() ? { shortName: values.shortName.trim() } : {}),
})

export const OrganisationForm = ({ open, organisation, close, done }: OrganisationFormProps) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const onDone = (out: Organisation) => {
    message.success(say.saved)
    done(out.id)
  }
  const add = useAct('POST /api/organisations', { onDone })
  const change = useAct('PATCH /api/organisations/:id', { onDone })
  const act = organisation ? change : add
  const save = (values: Values) => {
    if (organisation) change.mutate({ params: { id: organisation.id }, body: bodyOf(values) })
    else add.mutate({ body: { kind: values.kind, ...bodyOf(values) } })
  }
  return (
    <FormDrawer<Values>
      open={open}
      title={organisation ? `${say.edit} · ${organisation.name}` : say.add}
      initial={organisation ? valuesOf(organisation) : {}}
      isBusy={act.isPending}
      problem={act.error}
      onSave={save}
      onClose={() => {
        act.reset()
        close()
      }}
    >
      {() => <OrganisationFields organisation={organisation} />}
    </FormDrawer>
  )
}
const valuesOf = (organisation: Organisation): Partial<Values> => ({
  name: organisation.name,
  shortName: organisation.shortName,
  phone: organisation.phone ?? '',
  placeId: organisation.place?.id ?? null,
  parentId: organisation.parent?.id ?? null,
  serves: organisation.serves.map(({ id, name }) => ({ id, name })),
})

const OrganisationFields = ({ organisation }: { readonly organisation: Organisation | undefined }) => {
  const say = useWords(words)
  const pick = usePick()
  const kinds = Object.keys(organisationKinds) as OrganisationKind[]
  const place = organisation?.place
  return (
    <>
      {organisation ? null : (
        <Form.Item name="kind" label={say.kind} rules={[{ required: true, message: say.kindNeeded }]}>
          <Select options={kinds.map((kind) => ({ value: kind, label: pick(organisationKinds[kind]) }))} />
        </Form.Item>
      )}
      <Form.Item name="name" label={say.name} rules={[{ required: true, whitespace: true, message: say.nameNeeded }]}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="shortName" label={say.shortName}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="phone" label={say.phone}>
        <Input maxLength={20} inputMode="tel" />
      </Form.Item>
      <Form.Item name="placeId" label={say.place}>
        <PlacePicker
          label={say.place}
          initial={place ? { id: place.id, name: place.name, path: place.name, kind: 'community' } : null}
        />
      </Form.Item>
      <Form.Item name="parentId" label={say.parent}>
        <OrganisationPicker label={say.parent} initial={organisation?.parent ?? null} />
      </Form.Item>
      <Form.Item name="serves" label={say.serves}>
        <ServedPlaces />
      </Form.Item>
    </>
  )
}

interface ServedPlacesProps {
  readonly value?: Served[]
  readonly onChange?: (places: Served[]) => void
}
const ServedPlaces = ({ value = [], onChange }: ServedPlacesProps) => {
  const say = useWords(words)
  return (
    <div className="served">
      <ul>
        {value.map((place) => (
          <li key={place.id}>
            {place.name}
            <Button
              type="text"
              size="small"
              aria-label={say.servesRemove(place.name)}
              icon={<X size={14} aria-hidden />}
              onClick={() => onChange?.(value.filter((each) => each.id !== place.id))}
            />
          </li>
        ))}
      </ul>
      <PlacePicker
        value={null}
        label={say.servesAdd}
        placeholder={say.servesAdd}
        onChange={(id, place) => {
          if (id && place && !value.some((each) => each.id === id))
            onChange?.([...value, { id, name: place.path || place.name }])
        }}
      />
    </div>
  )
}
