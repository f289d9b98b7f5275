// The plan of a hard case as its reporter reads it: what is done, by whom, by which day; and its deliberation.
import { useEffect } from 'preact/hooks'
import { call } from '../../api.ts'
import { useLoad } from '../../kit/load.ts'
import { Photos, picturesOf } from '../../kit/photos.tsx'
import { onCaseChange } from '../../live.ts'
import { words } from '../../words.ts'
import type { CasePanelProps } from './case-panel.ts'

const w = words({
  plan: ['办理计划', 'The plan'],
  promises: ['答应您的事', 'What was promised'],
  by: ['{who}，{day} 前', '{who}, by {day}'],
  kept: ['已做到', 'Done'],
  released: ['有变化', 'Changed'],
  late: ['已超时', 'Late'],
  open: ['要做', 'To do'],
  waiting: ['正在和大家商量', 'Being talked over'],
  returned: ['商量的结果', 'The outcome'],
})
export const PlanPanel = ({ of }: CasePanelProps) => {
  const { data, reload } = useLoad(`cases/${of.id}/plan`, () =>
    call('GET /api/cases/:id/plan', { params: { id: of.id } }),
  )
  useEffect(() => onCaseChange((changed) => changed === of.id && reload()), [of.id])
  if (!data || (data.promises.length === 0 && !data.handOver)) return null
  return (
    <section class="card stack">
      <h2>{data.plan ? w('plan') : w('promises')}</h2>
      {data.plan && <p>{data.plan.aim}</p>}
      {data.handOver && (
        <p>
          <span class="strong">{data.handOver.state === 'waiting' ? w('waiting') : w('returned')}</span>
          <br />
          {data.handOver.outcome ?? data.handOver.reason}
        </p>
      )}
      <ol class="plan-steps">
        {data.promises.map((one) => (
          <li key={one.id}>
            <span class={`state ${one.state === 'kept' ? 'done' : one.state === 'released' ? 'ended' : 'work'}`}>
              {one.state === 'open' ? (one.late ? w('late') : w('open')) : w(one.state)}
            </span>{' '}
            <span class="strong">{one.what}</span>
            <br />
            <span class="small quiet">{w('by', { who: one.owner.name, day: one.dueOn })}</span>
            {one.endedWords && <p class="said">{one.endedWords}</p>}
            {one.photos.length > 0 && <Photos pictures={picturesOf(one.photos)} />}
          </li>
        ))}
      </ol>
    </section>
  )
}
