// Who is of a meeting: the code to scan at the door, seats with their written duties, and who was told, answered, came, signed.
import { addressOf } from '../../platform/api.ts'
import { Facts } from '../../platform/facts.tsx'
import { useMarks } from '../../platform/marks.ts'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import type { Meeting } from './meeting.ts'
import { words } from './words.ts'

/** Held up on a screen: scanning it opens the meeting and checks in; the digits do for whoever cannot scan. */
export const CheckIn = ({ of }: { readonly of: Meeting }) => {
  const say = useWords(words)
  if (!of.checkInCode) return null
  return (
    <section className="check-in">
      <img
        src={addressOf('GET /api/deliberation/meetings/:id/check-in.svg', { params: { id: of.id } })}
        alt={say.scanAlt}
        width={180}
        height={180}
      />
      <p>
        <strong>{say.scanTitle}</strong>
        <br />
        {say.scanLead}
        <br />
        <span className="check-in-code">{of.checkInCode}</span>
      </p>
    </section>
  )
}
/** How it was really held, once it was opened: as the minutes print it. */
export const HeldFacts = ({ of: { held } }: { readonly of: Meeting }) => {
  const say = useWords(words)
  if (held.openedAt === null) return null
  const officer = (label: string, who: Meeting['held']['chair']) =>
    who === null ? null : { label, value: [who.name, who.role].filter((part) => part !== null).join(' · ') }
  return (
    <Facts
      facts={[
        {
          label: say.announced,
          value: held.announcedAt === null ? say.onTheSpot : <TimeText at={held.announcedAt} exact />,
        },
        {
          label: say.really,
          value: (
            <div>
              <div>
                <TimeText at={held.openedAt} exact /> {say.opened}
              </div>
              {held.closedAt ? (
                <div>
                  <TimeText at={held.closedAt} exact /> {say.closed}
                </div>
              ) : null}
            </div>
          ),
        },
        officer(say.chair, held.chair),
        officer(say.recorder, held.recorder),
        officer(say.signer, held.signer),
        held.atTheDoor
          ? null
          : {
              label: say.attendance,
              value: `${say.attendanceOf(held.expected, held.attended, held.absent)}${held.guests > 0 ? say.guestsToo(held.guests) : ''}`,
            },
      ]}
    />
  )
}
type Person = Meeting['people'][number]
const SHOWN = 100
export const People = ({ of }: { readonly of: Meeting }) => {
  const say = useWords(words)
  const mark = useMarks()
  // Neighbours told of a meeting at the door need not come.
  const isOver = !of.held.atTheDoor && !['called', 'inSession', 'cancelled'].includes(of.state)
  const seats = new Map<string, Person[]>()
  for (const one of of.people.slice(0, SHOWN)) seats.set(one.seat, [...(seats.get(one.seat) ?? []), one])
  // A seat nobody holds still shows its duties.
  for (const { seat } of of.duties) if (!seats.has(seat)) seats.set(seat, [])
  return (
    <section className="stack">
      <h2>{say.people}</h2>
      <ul className="seats">
        {[...seats].map(([seat, people]) => {
          const duties = of.duties.find((one) => one.seat === seat)?.duties ?? []
          return (
            <li key={seat}>
              <strong>{seat}</strong>
              {duties.length > 0 ? <span className="quiet"> {duties.join(mark.list)}</span> : null}
              {people.length === 0 ? <p className="quiet">{say.nobodySits}</p> : null}
              <ul>
                {people.map((one) => (
                  <PersonLine key={one.id} one={one} isOver={isOver} />
                ))}
              </ul>
            </li>
          )
        })}
      </ul>
      {of.people.length > SHOWN ? <p className="quiet">{say.moreOf(of.people.length - SHOWN)}</p> : null}
    </section>
  )
}
const PersonLine = ({ one, isOver }: { readonly one: Person; readonly isOver: boolean }) => {
  const say = useWords(words)
  return (
    <li className="row">
      <span>{one.name}</span>
      {one.organisation && one.organisation !== one.seat ? <span className="quiet">{one.organisation}</span> : null}
      {one.cameAt ? <Tag tone="good">{say.came}</Tag> : null}
      {isOver && one.invited && one.cameAt === null ? <Tag tone="warn">{say.absent}</Tag> : null}
      {one.signedAt ? <Tag tone="info">{say.signedBy}</Tag> : null}
      {one.cameAt === null && one.answer ? (
        <Tag tone={one.answer === 'comes' ? 'info' : 'quiet'}>
          {one.answer === 'comes' ? say.willCome : say.willNot}
        </Tag>
      ) : null}
      {one.toldAt ? (
        <span className="quiet">
          {say.toldAt} <TimeText at={one.toldAt} />
        </span>
      ) : null}
    </li>
  )
}
