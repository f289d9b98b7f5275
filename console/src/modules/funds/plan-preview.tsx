// What each household would pay by the plan as it is typed, reckoned by the server before anything is kept.
import { Button } from 'antd'
import { useAct, type Body } from '../../platform/api.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { figures, PlainTable } from '../../platform/plain-table.tsx'
import { useWords } from '../../platform/words.ts'
import { yuan } from './money.ts'
import { words } from './words.ts'

interface Props {
  readonly read: () => Body<'POST /api/funds/plans/preview'>
}
export const PlanPreview = ({ read }: Props) => {
  const say = useWords(words)
  const asked = useAct('POST /api/funds/plans/preview', { refreshes: [] })
  return (
    <section className="stack">
      <p className="row">
        <Button loading={asked.isPending} onClick={() => asked.mutate({ body: read() })}>
          {say.reckon}
        </Button>
        <span role="status">{asked.data ? say.reckoned(asked.data.lines.length, yuan(asked.data.sum)) : null}</span>
      </p>
      {asked.error ? <ProblemPanel problem={asked.error} /> : null}
      {asked.data ? (
        <PlainTable label={say.reckon} heads={[say.home, ...figures(say.area, say.factor, say.share)]}>
          {asked.data.lines.map((line) => (
            <tr key={line.home.id}>
              <td>{line.home.name}</td>
              <td className="figure">{line.area === null ? '' : (line.area / 100).toFixed(2)}</td>
              <td className="figure">{line.factor === null ? '' : line.factor / 1000}</td>
              <td className="figure">{yuan(line.share)}</td>
            </tr>
          ))}
        </PlainTable>
      ) : null}
    </section>
  )
}
