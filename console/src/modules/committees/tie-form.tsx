// Members written down as names: whom of the known people each is, all appointed in one step; who is unknown stays a name.
import { Drawer } from 'antd'
import { groupSides } from '../../../../contract/src/committees-life.ts'
import { call, useApi, type Out } from '../../platform/api.ts'
import { useMarks } from '../../platform/marks.ts'
import { Loaded } from '../../platform/page.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { StepForm, type StepField } from '../funds/step-form.tsx'
import { refreshes } from './begin-forms.tsx'
import { words } from './words.ts'
import './committees.css'
import '../../platform/entries.css'

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
  const mark = useMarks()
  const pick = usePick()
  return ({ name, side }: Known[number]) => `${name}${mark.aside(pick(groupSides[side]))}`
}
/** What to put on record first, where none of the names is known. */
const Nobody = ({ known, close }: Pick<Props, 'close'> & { readonly known: Known }) => {
  const say = useWords(words)
  const labelOf = useLabel()
  const groups = [
    { how: say.tieStaff, members: known.filter((one) => one.side !== 'owners') },
    { how: say.tieOwner, members: known.filter((one) => one.side === 'owners') },
  ]
  return (
    <Drawer open title={say.tie} size={480} onClose={close} styles={{ wrapper: { maxWidth: '100vw' } }}>
      <div className="stack">
        <p>{say.tieNobody}</p>
        {groups.map(({ how, members }) =>
          members.length === 0 ? null : (
            <section key={how} className="entry">
              <p>{how}</p>
              <ul className="tie-names">
                {members.map((one) => (
                  <li key={one.memberId}>{labelOf(one)}</li>
                ))}
              </ul>
            </section>
          ),
        )}
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
