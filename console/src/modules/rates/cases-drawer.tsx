// The cases behind a figure, as many as the figure says.
import { Drawer } from 'antd'
import { ListChecks } from 'lucide-react'
import { rateFigures, type RateFigure } from '../../../../contract/src/rates-kinds.ts'
import type { CaseState } from '../../../../contract/src/cases-life.ts'
import { useSearch } from '../../platform/address.ts'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { StateTag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { NumberLink } from './number-link.tsx'
import { askedOf } from './percent.ts'
import { words } from './words.ts'

type Row = RowOf<'GET /api/rates/cases'>
/** `isPublished`: of the frozen figures, whatever the address says. */
export const CasesDrawer = ({ isPublished = false }: { readonly isPublished?: boolean }) => {
  const [search] = useSearch()
  const figure = search['figure'] as RateFigure | undefined
  return figure === undefined || !Object.hasOwn(rateFigures, figure) ? null : (
    <Shown figure={figure} isPublished={isPublished} />
  )
}
const Shown = ({ figure, isPublished }: { readonly figure: RateFigure; readonly isPublished: boolean }) => {
  const say = useWords(words)
  const pick = usePick()
  const [search, change] = useSearch()
  const { bodyId, categoryId, placeId } = search
  const list = useList('GET /api/rates/cases', {
    query: {
      ...askedOf(isPublished ? { ...search, published: 'true' } : search),
      figure,
      limit: 30,
      ...(bodyId ? { bodyId } : {}),
      ...(categoryId ? { categoryId } : {}),
      ...(placeId ? { scopeId: placeId } : {}),
    },
  })
  const close = () => change({ figure: undefined, bodyId: undefined, categoryId: undefined, placeId: undefined })
  return (
    <Drawer
      open
      size={560}
      title={say.casesOf(pick(rateFigures[figure]))}
      onClose={close}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <Listing list={list} icon={ListChecks} isPlain empty={{ title: say.noCases, hint: say.noCasesHint }}>
        {(rows) => (
          <ol className="rate-cases">
            {rows.map((row) => (
              <li key={row.id}>
                <CaseLine row={row} />
              </li>
            ))}
          </ol>
        )}
      </Listing>
    </Drawer>
  )
}
const CaseLine = ({ row }: { readonly row: Row }) => {
  const say = useWords(words)
  return (
    <>
      <p className="row">
        <NumberLink id={row.id} number={row.number} />
        <StateTag state={row.state as CaseState} />
        <span className="quiet">{say.dueOn(row.day)}</span>
        {row.rating === null ? null : <span>{say.stars(row.rating)}</span>}
        {row.merged ? <span className="quiet">{say.mergedRating}</span> : null}
      </p>
      {row.words ? <p>{row.words}</p> : null}
      <p className="quiet">
        {row.place}
        {row.body.name ? ` · ${row.body.name}` : ''}
      </p>
    </>
  )
}
