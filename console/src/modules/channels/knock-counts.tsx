// How far a visit list is: a bar, and the figures in words.
import { Progress } from 'antd'
import type { RowOf } from '../../platform/list.ts'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

type Row = RowOf<'GET /api/channels/knocks'>
export const Counts = ({ row }: { readonly row: Pick<Row, 'counts'> }) => {
  const say = useWords(words)
  const { homes, done, absent, refused, cases } = row.counts
  const text = say.progressOf(done, homes)
  return (
    <div style={{ minWidth: 160 }}>
      <Progress
        percent={homes === 0 ? 0 : Math.round((done * 100) / homes)}
        size="small"
        showInfo={false}
        aria-label={text}
      />
      {text}
      <div className="quiet">{say.countsOf(absent, refused, cases)}</div>
    </div>
  )
}
