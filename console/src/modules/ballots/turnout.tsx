// Who takes part so far, on both axes and by building, live; and the reconciliation of papers.
import { useApi, type Out } from '../../platform/api.ts'
import { useMarks } from '../../platform/marks.ts'
import { Loaded } from '../../platform/page.tsx'
import { figures, PlainTable } from '../../platform/plain-table.tsx'
import { useWords } from '../../platform/words.ts'
import type { Decision } from './step-forms.tsx'
import { words } from './words.ts'

const Buildings = ({ rows }: { readonly rows: Out<'GET /api/decisions/:id/turnout'>['buildings'] }) => {
  const say = useWords(words)
  return (
    <PlainTable label={say.building} heads={[say.building, ...figures(say.voted, say.owners), say.area]}>
      {rows.map((one) => (
        <tr key={one.building}>
          <th scope="row">{one.building}</th>
          <td className="figure">{one.voted}</td>
          <td className="figure">{one.owners}</td>
          <td>
            {say.squareMetres(one.votedArea)} / {say.squareMetres(one.area)}
          </td>
        </tr>
      ))}
    </PlainTable>
  )
}
/** How many take part so far, and what is still to be done for more. */
export const Turnout = ({ of }: { readonly of: Decision }) => {
  const say = useWords(words)
  const mark = useMarks()
  const read = useApi('GET /api/decisions/:id/turnout', { params: { id: of.id } }, { every: 15_000 })
  return (
    <section className="stack">
      <h2>{say.turnout}</h2>
      <Loaded of={read}>
        {({ area, owners, buildings, papers }) => (
          <>
            <p>
              <strong>
                {owners.short === 0 && area.short === 0 ? say.enough : say.short(owners.short, area.short)}
              </strong>
            </p>
            <p className="quiet">
              {owners.participating} / {owners.total} · {say.squareMetres(area.participating)} /{' '}
              {say.squareMetres(area.total)}
            </p>
            {of.rules.silence ? <p className="quiet">{say.turnoutWithoutSilent}</p> : null}
            <Buildings rows={buildings} />
            <p>
              {say.papers}
              {mark.colon}
              {say.reconcile(papers)}
            </p>
          </>
        )}
      </Loaded>
    </section>
  )
}
