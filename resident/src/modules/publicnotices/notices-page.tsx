// 公示: what hangs at my places now, and the archive; signed out, those that are for everybody.
import { useState } from 'preact/hooks'
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { Chips } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { list, right } from '../../kit/icons.ts'
import { Page } from '../../kit/page.tsx'
import { PagedList } from '../../kit/paged-list.tsx'
import { Empty } from '../../kit/states.tsx'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { daysLeft, w } from './words.ts'
import './notices.css'

type Rows = OutOf<Api['GET /api/publicnotices']>['rows']
type When = 'true' | 'false'
const Row = ({ row }: { row: Rows[number] }) => (
  <a class="cell" href={`/public-notices/${row.id}`}>
    <span class="grow">
      <span class="strong">{row.title}</span>
      <span class="small quiet">{row.place.name}</span>
      <span class="small">
        {row.isOpen ? `${daysLeft(row.endsOn)} · ${w('until', { day: row.endsOn })}` : w('over')}
        {row.comments > 0 ? ` · ${w('comments', { n: row.comments })}` : ''}
        {row.hasOutcome ? ` · ${w('hasOutcome')}` : ''}
      </span>
    </span>
    <Icon of={right} />
  </a>
)
interface ListProps {
  when: When
  /** Signed out, or of one place: only what is for everybody. */
  isPublic: boolean
  placeId?: string | undefined
}
const List = ({ when, isPublic, placeId }: ListProps) => {
  const name = `publicnotices/${isPublic}/${placeId ?? ''}/${when}`
  const fetchPage = (after?: string) => {
    const query = { open: when, ...(after === undefined ? {} : { after }) }
    return isPublic
      ? call('GET /api/publicnotices/public', {
          query: { ...query, ...(placeId === undefined ? {} : { placeId }) },
        })
      : call('GET /api/publicnotices', { query })
  }
  return (
    <PagedList
      name={name}
      fetch={fetchPage}
      row={(row) => <Row row={row} />}
      empty={<Empty icon={list} title={w(when === 'true' ? 'none' : 'noneBefore')} hint={w('noneHint')} />}
    />
  )
}
const SignInHint = () => (
  <section class="card stack">
    <p>{w('signIn')}</p>
    <a class="button wide" href="/sign-in?next=%2Fpublic-notices">
      {w('toSignIn')}
    </a>
  </section>
)
const NoticesPage = ({ place }: { place?: string }) => {
  const who = useStore(session)
  const [when, choose] = useState<When>('true')
  const isPublic = who.state !== 'in' || place !== undefined
  return (
    <Page
      title={w('title')}
      subtitle={isPublic ? w('forAll') : undefined}
      backTo={place === undefined ? '/services' : `/public-board/${place}`}
    >
      <p class="quiet">{w('lead')}</p>
      <Chips
        label={w('title')}
        of={[
          ['true', w('hanging')],
          ['false', w('archive')],
        ]}
        chosen={[when]}
        onChoose={([next]) => choose((next ?? when) as When)}
      />
      {who.state !== 'asking' && <List when={when} isPublic={isPublic} placeId={place} />}
      {who.state === 'out' && <SignInHint />}
    </Page>
  )
}
export default NoticesPage
