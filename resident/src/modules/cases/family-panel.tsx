// The family of a case for its reader: what it is part of, its parts, the case it is handled together with.
import { useEffect, useState } from 'preact/hooks'
import { call } from '../../api.ts'
import { useLoad } from '../../kit/load.ts'
import { onCaseChange } from '../../live.ts'
import { words } from '../../words.ts'
import type { CasePanelProps } from './case-panel.ts'
import { CaseLink, Due, State, type CaseRow } from './case-row.tsx'
import StepSheet from './step-sheet.tsx'

const w = words({
  together: ['和同一件事一起办', 'Handled together with the same matter'],
  togetherHint: [
    '有居民先反映了同一件事。进展照样告诉您。',
    'Others reported the same before. You will hear of it all.',
  ],
  rate: ['评价办得怎么样', 'Rate how it was handled'],
  parts: ['分成几件分别办', 'Split into parts'],
  parent: ['属于这件诉求', 'Part of this case'],
  with: ['现在由 {who} 办', 'With {who} now'],
})
const Together = ({ root, onRate }: { root: CaseRow; onRate: (() => void) | null }) => (
  <section class="card stack">
    <h2>{w('together')}</h2>
    <p class="small quiet">{w('togetherHint')}</p>
    <State of={root} />
    {root.handler && <p>{w('with', { who: root.handler.name })}</p>}
    <Due of={root} />
    {onRate && (
      <button type="button" class="button main" onClick={onRate}>
        {w('rate')}
      </button>
    )}
  </section>
)
const Rows = ({ title, rows }: { title: string; rows: readonly CaseRow[] }) =>
  rows.length === 0 ? null : (
    <section class="stack">
      <h2>{title}</h2>
      <ul class="cells">
        {rows.map((row) => (
          <li key={row.id}>
            <CaseLink row={row} />
          </li>
        ))}
      </ul>
    </section>
  )

export const FamilyPanel = ({ of }: CasePanelProps) => {
  const { data, reload } = useLoad(`cases/${of.id}/family`, () =>
    call('GET /api/cases/:id/family', { params: { id: of.id } }),
  )
  const [rates, setRates] = useState(false)
  useEffect(() => onCaseChange(() => reload()), [of.id])
  if (!data) return null
  return (
    <>
      {data.mergedInto && (
        <Together
          root={data.mergedInto}
          onRate={data.may.includes('rateMerged') && of.rating === null ? () => setRates(true) : null}
        />
      )}
      <Rows title={w('parent')} rows={data.parent ? [data.parent] : []} />
      <Rows title={w('parts')} rows={data.parts} />
      {rates && (
        <StepSheet
          of={of}
          step="confirm"
          onClose={() => setRates(false)}
          onDone={() => {
            setRates(false)
            reload()
          }}
        />
      )}
    </>
  )
}
