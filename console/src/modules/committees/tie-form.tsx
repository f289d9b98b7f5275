// Members written down as names: whom of the known people each is, all appointed in one step; who is unknown stays a name.
import { Drawer } from 'antd'
import { groupSides } from '../../../../contract/src/committees-life.ts'
import { call, useApi, type Out } from '../../platform/api.ts'
import { Loaded } from '../../platform/page.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { StepForm, type StepField } from '../funds/step-form.tsx'
import { refreshes } from './begin-forms.tsx'
import { words } from './words.ts'

interface Props {
  readonly id: string
  readonly close: () => void
}
type Known = Out<'GET /api/committees/:id/known'>
export const TieForm = ({ id, close }: Props) => {
  const found = useApi('GET /api/committees/:id/known', { params: { id } })
  return (
    <Loaded of={found}>
      {(known) =>
        known.every((one) => one.people.length === 0) ? (
          <Nobody known={known} close={close} />
        ) : (
          <Form id={id} known={known} close={close} />
        )
      }
    </Loaded>
  )
}
const useLabel = () => {
  const pick = usePick()
  return ({ name, side }: Known[number]) => `${name}（${pick(groupSides[side])}）`
}
/** What to put on record first, where none of the names is known. */
const Nobody = ({ known, close }: Pick<Props, 'close'> & { readonly known: Known }) => {
  const say = useWords(words)
  const labelOf = useLabel()
  return (
    <Drawer open title={say.tie} onClose={close}>
      <div className="stack">
        <p>{say.tieNobody}</p>
        <ul>
          {known.map((one) => (
            <li key={one.memberId}>
              {labelOf(one)}：{one.side === 'owners' ? say.tieOwner : say.tieStaff}
            </li>
          ))}
        </ul>
      </div>
    </Drawer>
  )
}
const Form = ({ id, known, close }: Props & { readonly known: Known }) => {
  const say = useWords(words)
  const labelOf = useLabel()
  const fields = known.map((one): StepField =>
    one.people.length === 0
      ? { name: one.memberId, label: labelOf(one), as: 'fixed', isOptional: true, shown: say.unknownPerson }
      : {
          name: one.memberId,
          label: labelOf(one),
          as: 'choice',
          isOptional: true,
          options: one.people.map(({ id: value, phoneMasked, where }) => ({
            value,
            label: [where, phoneMasked].filter((part) => part !== null).join(' · '),
          })),
          // One of that name: proposed. Several: the clerk knows which.
          ...(one.people.length === 1 ? { initial: one.people[0]!.id } : {}),
        },
  )
  return (
    <StepForm
      close={close}
      step={{
        title: say.tie,
        verb: say.tieVerb,
        lead: say.tieLead,
        refreshes,
        fields,
        send: (values, key) =>
          call(
            'POST /api/committees/:id/appointments',
            {
              params: { id },
              body: {
                members: known.flatMap(({ memberId }) => {
                  const personId = values[memberId]
                  return typeof personId === 'string' ? { memberId, personId } : []
                }),
              },
            },
            { key },
          ),
      }}
    />
  )
}
