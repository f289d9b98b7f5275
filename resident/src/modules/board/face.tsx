// How a case of the board looks: state in words for anybody, the day it was raised, its released photos.
import type { Api } from '../../../../contract/src/all.ts'
import { caseStates } from '../../../../contract/src/cases-life.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { language } from '../../words.ts'
import type { Picture } from '../../kit/photos.tsx'
import { stateWords } from '../cases/case-words.ts'
import '../cases/cases.css'
import { w } from './words.ts'

export type BoardCase = OutOf<Api['GET /api/public/boards/:id/cases']>['rows'][number]
type State = BoardCase['state']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
/** A day as people say it; the board tells no hours. */
export const Day = ({ of }: { of: string }) => {
  const [year, month, day] = of.split('-').map(Number) as [number, number, number]
  const isThisYear = year === new Date().getFullYear()
  const zh = `${isThisYear ? '' : `${year}年`}${month}月${day}日`
  const en = `${day} ${months[month - 1]}${isThisYear ? '' : ` ${year}`}`
  return <time dateTime={of}>{language.get() === 'en' ? en : zh}</time>
}
/** A month as people say it, from “2026-11”. */
export const monthLine = (of: string): string => {
  const [year, month] = of.split('-').map(Number) as [number, number]
  return language.get() === 'en' ? `${months[month - 1]} ${year}` : `${year}年${month}月`
}
/** In the words of the life-cycle: the friendly ones speak to the reporter. */
export const stateName = (state: State): string => {
  const { zh, en } = caseStates[state]
  return language.get() === 'en' ? en.charAt(0).toUpperCase() + en.slice(1) : zh
}
export const PublicState = ({ state }: { state: State }) => {
  const { tone } = stateWords(state, null)
  return <span class={`state ${tone === 'you' ? 'done' : tone}`}>{stateName(state)}</span>
}
export const picturesOfPublic = (ids: readonly string[]): Picture[] =>
  ids.map((id) => ({ key: id, small: `/api/public/photos/${id}/thumbnail`, large: `/api/public/photos/${id}` }))

/** One row of the board. */
export const BoardRow = ({ row }: { row: BoardCase }) => (
  <a class="case-row" href={`/public-board/case/${row.id}`}>
    <span class="said">{row.summary ?? `${row.category.name} · ${row.place}`}</span>
    <PublicState state={row.state} />
    <span class="small quiet">
      {row.summary ? `${row.category.name} · ${row.place} · ` : ''}
      <Day of={row.raisedOn} />
      {row.handler ? ` · ${w('by', { who: row.handler })}` : ''}
    </span>
    {row.photos.length > 0 && (
      <span class="board-strip">
        {row.photos.slice(0, 3).map((id) => (
          <img key={id} src={`/api/public/photos/${id}/thumbnail`} alt="" loading="lazy" />
        ))}
      </span>
    )}
  </a>
)
