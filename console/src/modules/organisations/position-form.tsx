// Adds a position: its name, the organisations it may be held in, the places it covers, and what it permits.
import { App, Form, Input, Select } from 'antd'
import { organisationKinds, type OrganisationKind } from '../../../../contract/src/organisations-kinds.ts'
import type { Permission } from '../../../../contract/src/permissions.ts'
import { placeKinds, type PlaceKind } from '../../../../contract/src/places-tree.ts'
import { useAct } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { PermissionChecks } from './permission-checks.tsx'
import { words } from './words.ts'

interface Values {
  name: string
  organisationKinds: OrganisationKind[]
  scopeKinds: PlaceKind[]
  permissions: Permission[]
}
interface PositionFormProps {
  readonly open: boolean
  readonly close: () => void
  readonly done: (id: string) => void
}
export const PositionForm = ({ open, close, done }: PositionFormProps) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const add = useAct('POST /api/organisations/positions', {
    onDone: (position) => {
      message.success(say.saved)
      done(position.id)
    },
  })
  return (
    <FormDrawer<Values>
      open={open}
      title={say.addPosition}
      width={720}
      initial={{ permissions: [] }}
      isBusy={add.isPending}
      problem={add.error}
      onSave={(values) => add.mutate({ body: values })}
      onClose={() => {
        add.reset()
        close()
      }}
    >
      {() => <PositionFields />}
    </FormDrawer>
  )
}
const optionsOf = <K extends string>(
  table: Readonly<Record<K, { readonly zh: string; readonly en: string }>>,
  pick: ReturnType<typeof usePick>,
) => (Object.keys(table) as K[]).map((kind) => ({ value: kind, label: pick(table[kind]) }))

const PositionFields = () => {
  const say = useWords(words)
  const pick = usePick()
  const atLeastOne = [{ required: true, message: say.chooseAtLeastOne }]
  return (
    <>
      <Form.Item
        name="name"
        label={say.positionName}
        rules={[{ required: true, whitespace: true, message: say.nameNeeded }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="organisationKinds" label={say.inKinds} rules={atLeastOne}>
        <Select mode="multiple" options={optionsOf<OrganisationKind>(organisationKinds, pick)} />
      </Form.Item>
      <Form.Item name="scopeKinds" label={say.scopeKinds} rules={atLeastOne}>
        <Select mode="multiple" options={optionsOf<PlaceKind>(placeKinds, pick)} />
      </Form.Item>
      <Form.Item name="permissions" label={say.permissions}>
        <PermissionChecks />
      </Form.Item>
    </>
  )
}
