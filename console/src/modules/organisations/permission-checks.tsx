// The list of all permissions to tick, in groups an administrator understands.
import { Checkbox } from 'antd'
import { permissions, permissionNames, type Permission } from '../../../../contract/src/permissions.ts'
import { usePick, useWords } from '../../platform/words.ts'
import { words } from './words.ts'
import './organisations.css'

const groupOf = {
  person: 'groupPerson',
  place: 'groupPlace',
  home: 'groupPlace',
  organisation: 'groupOrganisation',
  appointment: 'groupOrganisation',
  position: 'groupOrganisation',
  doorcode: 'groupDoorcode',
  case: 'groupCase',
  whistle: 'groupWork',
  supervision: 'groupWork',
  channel: 'groupWork',
  board: 'groupWork',
  photo: 'groupWork',
  hotline: 'groupWork',
  patrol: 'groupWork',
  mediation: 'groupWork',
  dutylist: 'groupWork',
  operation: 'groupWork',
  hotspot: 'groupWork',
  rates: 'groupWork',
  emergency: 'groupWork',
} as const satisfies Record<string, keyof typeof words>
type Group = (typeof groupOf)[keyof typeof groupOf] | 'groupSetting'
const groups: readonly Group[] = [
  'groupCase',
  'groupWork',
  'groupPerson',
  'groupPlace',
  'groupOrganisation',
  'groupDoorcode',
  'groupSetting',
]
const groupOfPermission = (permission: Permission): Group => {
  const [thing = ''] = permission.split('.')
  return thing in groupOf ? groupOf[thing as keyof typeof groupOf] : 'groupSetting'
}

interface PermissionChecksProps {
  readonly value?: readonly Permission[]
  readonly onChange?: (held: Permission[]) => void
  readonly disabled?: boolean
}
/** Works in a form: the value is the list of permissions. */
export const PermissionChecks = ({ value = [], onChange, disabled = false }: PermissionChecksProps) => {
  const say = useWords(words)
  const pick = usePick()
  const set = (permission: Permission, isHeld: boolean) =>
    onChange?.(permissionNames.filter((each) => (each === permission ? isHeld : value.includes(each))))
  return (
    <div className="permission-groups">
      {groups.map((group) => (
        <fieldset key={group}>
          <legend>{say[group]}</legend>
          {permissionNames
            .filter((each) => groupOfPermission(each) === group)
            .map((permission) => (
              <Checkbox
                key={permission}
                disabled={disabled}
                checked={value.includes(permission)}
                onChange={(event) => set(permission, event.target.checked)}
              >
                {pick(permissions[permission])}
              </Checkbox>
            ))}
        </fieldset>
      ))}
    </div>
  )
}
