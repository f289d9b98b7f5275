// 我关注的: matters of others that I follow, on the page of my cases. Nothing is shown when there are none.
import { call } from '../../api.ts'
import { useLoad } from '../../kit/load.ts'
import { Moment } from '../../kit/when.tsx'
import { Stand } from './alike-view.tsx'
import { w } from './words.ts'

export const FollowedList = () => {
  const { data } = useLoad('cases/followed', () => call('GET /api/cases/followed', { query: { limit: 50 } }))
  if (!data || data.rows.length === 0) return null
  return (
    <section class="stack">
      <h2>{w('myFollowed')}</h2>
      <ul class="cells">
        {data.rows.map((row) => (
          <li key={row.id}>
            <a class="case-row" href={`/followed/${row.id}`}>
              <span class="said">
                {row.category.name} · {row.place}
              </span>
              <Stand of={row} />
              <span class="small quiet">
                {w('number', { number: row.number })} · <Moment at={`${row.raisedOn}T00:00:00+08:00`} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
