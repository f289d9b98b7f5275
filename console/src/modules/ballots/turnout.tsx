// Who takes part so far, on both axes and by building; the doors still to knock at; papers and their reconciliation.
import { App, Button } from 'antd'
import { addressOf, useAct, useApi, type Out } from '../../platform/api.ts'
import { ExportButton } from '../../platform/export-button.tsx'
import { Loaded } from '../../platform/page.tsx'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { useWords } from '../../platform/words.ts'
import type { Decision } from './step-forms.tsx'
import { words } from './words.ts'

const Buildings = ({ rows }: { readonly rows: Out<'GET /api/decisions/:id/turnout'>['buildings'] }) => {
  const say = useWords(words)
  return (
    <ScrollX label={say.building}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say.building}</th>
            <th scope="col">{say.voted}</th>
            <th scope="col">{say.owners}</th>
            <th scope="col">{say.area}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.building}>
              <th scope="row">{one.building}</th>
              <td>{one.voted}</td>
              <td>{one.owners}</td>
              <td>
                {say.squareMetres(one.votedArea)} / {say.squareMetres(one.area)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  )
}
const Papers = ({ of }: { readonly of: Decision }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const issue = useAct('POST /api/decisions/:id/papers', { onDone: () => void message.success(say.done) })
  return (
    <p className="row">
      <ExportButton
        label={say.missing}
        href={addressOf('GET /api/decisions/:id/missing.xlsx', { params: { id: of.id } })}
      />
      {['rollFrozen', 'noticed', 'open'].includes(of.state) ? (
        <Button loading={issue.isPending} onClick={() => issue.mutate({ params: { id: of.id }, body: {} })}>
          {say.issue}
        </Button>
      ) : null}
      <Button
        href={addressOf('GET /api/decisions/:id/papers.pdf', {
          params: { id: of.id },
          query: { from: 1, to: 100_000 },
        })}
      >
        {say.print}
      </Button>
    </p>
  )
}
/** How many take part so far, and what is still to be done for more. */
export const Turnout = ({ of }: { readonly of: Decision }) => {
  const say = useWords(words)
  const read = useApi('GET /api/decisions/:id/turnout', { params: { id: of.id } })
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
            <Buildings rows={buildings} />
            <p>
              {say.papers}：{say.reconcile(papers)}
            </p>
          </>
        )}
      </Loaded>
      <Papers of={of} />
    </section>
  )
}
