// Appoints a person: position, organisation, the place it covers, and the dates it holds.
import { App, Form, Input, Select, type FormInstance } from 'antd'
import { organisationKinds } from '../../../../contract/src/organisations-kinds.ts'
import { placeKinds, type PlaceKind } from '../../../../contract/src/places-tree.ts'
import { useAct, useApi } from '../../platform/api.ts'
import { today } from '../../platform/day.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useMarks } from '../../platform/marks.ts'
import { OrganisationPicker, PersonPicker } from '../../platform/pickers.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { words } from './words.ts'

interface Values {
  personId: string
  positionId: string
  organisationId: string
  scopeId: string
  from: string
  to?: string
}
interface AppointFormProps {
  readonly open: boolean
  readonly organisation?: { readonly id: string; readonly name: string }
  readonly close: () => void
  readonly done: () => void
}
export const AppointForm = ({ open, organisation, close, done }: AppointFormProps) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const appoint = useAct('POST /api/organisations/appointments', {
    refreshes: ['/api/organisations', '/api/identity/people'],
    onDone: () => {
      message.success(say.appointed)
      done()
    },
  })
  return (
    <FormDrawer<Values>
      open={open}
      title={say.appointTitle}
      verb={say.appoint}
      initial={{ from: today(), ...(organisation ? { organisationId: organisation.id } : {}) }}
      isBusy={appoint.isPending}
      problem={appoint.error}
      onSave={({ to, ...values }) => appoint.mutate({ body: { ...values, to: to ? to : null } })}
      onClose={() => {
        appoint.reset()
        close()
      }}
    >
      {(form) => <AppointFields form={form} organisation={organisation} />}
    </FormDrawer>
  )
}

interface AppointFieldsProps {
  readonly form: FormInstance<Values>
  readonly organisation: AppointFormProps['organisation'] | undefined
}
const isPlaceKind = (kind: string): kind is PlaceKind => kind in placeKinds

const AppointFields = ({ form, organisation }: AppointFieldsProps) => {
  const say = useWords(words)
  const mark = useMarks()
  const pick = usePick()
  const positions = useApi('GET /api/organisations/positions', {}, { fresh: 60_000 })
  const positionId = Form.useWatch('positionId', form)
  const position = positions.data?.find((each) => each.id === positionId)
  const scopeKinds = position?.scopeKinds.filter(isPlaceKind) ?? []
  return (
    <>
      <Form.Item name="personId" label={say.person} rules={[{ required: true, message: say.personNeeded }]}>
        <PersonPicker label={say.person} />
      </Form.Item>
      <Form.Item name="positionId" label={say.position} rules={[{ required: true, message: say.positionNeeded }]}>
        <Select
          loading={positions.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          options={(positions.data ?? []).map((each) => ({ value: each.id, label: each.name }))}
        />
      </Form.Item>
      <Form.Item
        name="organisationId"
        label={say.organisation}
        extra={
          position
            ? say.organisationHint(
                position.organisationKinds.map((kind) => pick(organisationKinds[kind])).join(mark.list),
              )
            : null
        }
        rules={[{ required: true, message: say.organisationNeeded }]}
      >
        <OrganisationPicker label={say.organisation} initial={organisation ?? null} />
      </Form.Item>
      <Form.Item
        name="scopeId"
        label={say.scope}
        extra={
          scopeKinds.length > 0 ? say.scopeHint(scopeKinds.map((kind) => pick(placeKinds[kind])).join(mark.list)) : null
        }
        rules={[{ required: true, message: say.scopeNeeded }]}
      >
        <PlacePicker key={positionId} label={say.scope} {...(scopeKinds.length > 0 ? { kinds: scopeKinds } : {})} />
      </Form.Item>
      <Term />
    </>
  )
}

const Term = () => {
  const say = useWords(words)
  return (
    <>
      <Form.Item name="from" label={say.from} rules={[{ required: true, message: say.fromNeeded }]}>
        <Input type="date" />
      </Form.Item>
      <Form.Item
        name="to"
        label={say.to}
        extra={say.toHelp}
        dependencies={['from']}
        rules={[
          ({ getFieldValue }) => ({
            validator: async (_, to: string | undefined) => {
              const from = getFieldValue('from') as string | undefined
              if (to && from && to < from) throw new Error(say.toBeforeFrom)
            },
          }),
        ]}
      >
        <Input type="date" />
      </Form.Item>
    </>
  )
}
