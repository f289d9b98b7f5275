// What a new district does first, in order, until its first case has come in: each step says whether it is done.
import { CircleCheck, CircleDashed } from 'lucide-react'
import { Link } from '@tanstack/react-router'
import { useApi } from '../../platform/api.ts'
import { useMay } from '../../platform/me.ts'
import { useWords } from '../../platform/words.ts'
import { firstWords } from './first-words.ts'
import './first-steps.css'

const two = { limit: 2 }
/** What is there already; undefined while it is not known. One body and one post are there from the beginning. */
const useDone = () => {
  const places = useApi('GET /api/places/tree', {})
  const bodies = useApi('GET /api/organisations', { query: two })
  const staff = useApi('GET /api/organisations/appointments', { query: { ...two, inForce: 'true' } })
  const codes = useApi('GET /api/doorcodes', { query: { limit: 1, revoked: 'false' } })
  if (!places.data || !bodies.data || !staff.data || !codes.data) return undefined
  return {
    places: places.data.some((place) => place.kind !== 'district' || place.childCount > 0),
    organisations: bodies.data.rows.length > 1,
    staff: staff.data.rows.length > 1,
    codes: codes.data.rows.length > 0,
  }
}
const steps = [
  { name: 'places', to: '/imports', search: { kind: 'places' } },
  { name: 'organisations', to: '/imports', search: { kind: 'organisations' } },
  { name: 'staff', to: '/imports', search: { kind: 'staff' } },
  { name: 'codes', to: '/doorcodes', search: {} },
] as const

/** For who may build a district up; others read that nothing has come yet. */
export const FirstSteps = () => {
  const may = useMay()
  return may('place.edit') && may('organisation.edit') && may('import.run') && may('doorcode.issue') ? <Steps /> : null
}
const Steps = () => {
  const say = useWords(firstWords)
  const done = useDone()
  // Until it is known nothing is ticked: what arrives moves nothing on the page.
  const next = done ? steps.find((step) => !done[step.name]) : steps[0]
  return (
    <section className="card first-steps" aria-label={say.title}>
      <h2>{say.title}</h2>
      <p className="quiet">{next ? say.lead : say.allDone}</p>
      <ol>
        {steps.map(({ name, to, search }) => (
          <li key={name} className={name === next?.name ? 'is-next' : ''}>
            {done?.[name] ? <CircleCheck size={20} aria-hidden /> : <CircleDashed size={20} aria-hidden />}
            <span>
              <Link to={to} search={search as never}>
                {say[name]}
              </Link>
              {done?.[name] ? <span className="quiet"> · {say.done}</span> : null}
              <br />
              <span className="quiet">{say[`${name}What`]}</span>
            </span>
          </li>
        ))}
        <li className={next ? '' : 'is-next'}>
          <CircleDashed size={20} aria-hidden />
          <span>
            <a href="/report" target="_blank" rel="noreferrer">
              {say.report}
            </a>
            <br />
            <span className="quiet">{say.reportWhat}</span>
          </span>
        </li>
      </ol>
    </section>
  )
}
