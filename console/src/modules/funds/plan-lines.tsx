// The households of a shared cost: weight, share, answer, what was paid and what is due.
import { Button } from 'antd'
import { figures, PlainTable } from '../../platform/plain-table.tsx'
import { useWords } from '../../platform/words.ts'
import { yuan } from './money.ts'
import type { Plan } from './plan.ts'
import type { PlanAct } from './plan-steps.tsx'
import { words } from './words.ts'

interface Props {
  readonly of: Plan
  readonly ask: (act: PlanAct) => void
}
export const PlanLines = ({ of, ask }: Props) => {
  const say = useWords(words)
  const isPaying = of.state !== 'draft' && of.state !== 'asked'
  const paying = figures(say.covered, say.paid, say.finalShare, say.due)
  const heads = [say.home, ...figures(say.area, say.share), say.reply, ...(isPaying ? paying : []), say.act]
  return (
    <section className="stack">
      <h2>{say.lines}</h2>
      <PlainTable label={say.lines} heads={heads}>
        {of.lines.map((line) => (
          <tr key={line.id}>
            <td>{line.home.name}</td>
            <td className="figure">{line.area === null ? '' : (line.area / 100).toFixed(2)}</td>
            <td className="figure">{yuan(line.share)}</td>
            <td>{line.answer === null ? say.noReply : line.answer === 'agree' ? say.agreed : say.objected}</td>
            {isPaying ? (
              <>
                <td className="figure">{yuan(line.covered)}</td>
                <td className="figure">{yuan(line.paid)}</td>
                <td className="figure">{line.finalShare === null ? '' : yuan(line.finalShare)}</td>
                <td className="figure">{yuan(line.due)}</td>
              </>
            ) : null}
            <td>
              <LineActs of={of} line={line} ask={ask} />
            </td>
          </tr>
        ))}
      </PlainTable>
    </section>
  )
}
const LineActs = ({ of, line, ask }: Props & { readonly line: Plan['lines'][number] }) => {
  const say = useWords(words)
  const thing = { thingId: line.id, home: line.home.name }
  if (of.state === 'asked' && of.may.includes('collect') && line.answer !== 'agree')
    return (
      <p className="row">
        <Button size="small" onClick={() => ask({ name: 'agree', ...thing })}>
          {say.writeAgree}
        </Button>
        {line.answer === null ? (
          <Button size="small" onClick={() => ask({ name: 'object', ...thing })}>
            {say.writeObject}
          </Button>
        ) : null}
      </p>
    )
  if (line.due > 0 && of.may.includes('collectFrom'))
    return (
      <Button size="small" onClick={() => ask({ name: 'pay', amount: line.due, ...thing })}>
        {say.recordPayment}
      </Button>
    )
  if (line.due < 0 && of.may.includes('refund'))
    return (
      <Button size="small" onClick={() => ask({ name: 'refund', amount: -line.due, ...thing })}>
        {say.refund}
      </Button>
    )
  return null
}
