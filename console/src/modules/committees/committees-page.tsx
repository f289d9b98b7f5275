// The room 业委会和物管会: how many estates have a committee, each figure a link to its rows; estates, formations, members.
import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { UsersRound } from 'lucide-react'
import { useState } from 'react'
import { committeeKinds, committeeStates, duties, standings } from '../../../../contract/src/committees-life.ts'
import { useGo, useSearch, type Search } from '../../platform/address.ts'
import { call, useApi, type Out } from '../../platform/api.ts'
import { EntryList } from '../../platform/entry-list.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { useMay } from '../../platform/me.ts'
import { PageHeader } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { StepForm } from '../funds/step-form.tsx'
import { BeginForm, BodyForm, refreshes } from './begin-forms.tsx'
import { words } from './words.ts'
import './committees.css'

type Figures = Out<'GET /api/committees/figures'>
/** Of nothing there is no share. */
const perCent = (permille: number, base: number) => (base === 0 ? '—' : `${(permille / 10).toFixed(1)}%`)
const FigureLinks = ({ of }: { readonly of: Figures }) => {
  const say = useWords(words)
  const figures: readonly (readonly [string, string | number, Search])[] = [
    [say.shouldHave, of.shouldHave, { shouldHave: 'true' }],
    [say.rate, perCent(of.ratePermille, of.shouldHave), { shouldHave: 'true' }],
    [say.owners, of.ownersCommittees, { standing: 'ownersCommittee' }],
    [say.management, of.managementCommittees, { standing: 'managementCommittee' }],
    [say.without, of.without, { standing: 'none' }],
    [say.exempt, of.exempt, { standing: 'exempt' }],
    [say.forming, of.forming, { tab: 'bodies', forming: 'true' }],
    [say.endingSoon, of.endingSoon, { tab: 'bodies', endingSoon: 'true' }],
    [say.members, of.members, { tab: 'members' }],
    [say.party, `${of.partyMembers} · ${perCent(of.partyPermille, of.members)}`, { tab: 'members', party: 'true' }],
  ]
  return (
    <ul className="committee-figures">
      {figures.map(([label, value, search]) => (
        <li key={label}>
          <Link to="/committees" search={search as never}>
            <span className="quiet">{label}</span>
            <strong>{value}</strong>
          </Link>
        </li>
      ))}
    </ul>
  )
}
type Form = 'begin' | 'managementCommittee' | 'ownersCommittee'
const Actions = ({ open }: { readonly open: (form: Form) => void }) => {
  const say = useWords(words)
  const may = useMay()
  return (
    <>
      {may('committee.review') ? (
        <>
          <Button onClick={() => open('ownersCommittee')}>{say.record}</Button>
          <Button onClick={() => open('managementCommittee')}>{say.setUp}</Button>
        </>
      ) : null}
      {may('committee.run') ? (
        <Button type="primary" onClick={() => open('begin')}>
          {say.begin}
        </Button>
      ) : null}
    </>
  )
}
export default function CommitteesPage() {
  const say = useWords(words)
  const go = useGo()
  const [search, change] = useSearch()
  const [form, open] = useState<Form | null>(null)
  const tab = search['tab'] ?? 'estates'
  const figures = useApi('GET /api/committees/figures', {})
  const close = () => open(null)
  const made = (id: string) => go(`/committees/${id}`)
  return (
    <div className="page">
      <PageHeader title={say.title} lead={say.lead} actions={<Actions open={open} />} />
      {figures.data ? <FigureLinks of={figures.data} /> : null}
      <div className="filters" role="search">
        <Segmented
          aria-label={say.title}
          value={tab}
          onChange={(next) =>
            change({
              tab: next === 'estates' ? undefined : next,
              standing: undefined,
              shouldHave: undefined,
              forming: undefined,
              endingSoon: undefined,
              party: undefined,
            })
          }
          options={[
            { value: 'estates', label: say.estates },
            { value: 'bodies', label: say.bodies },
            { value: 'members', label: say.members },
          ]}
        />
      </div>
      {tab === 'estates' ? (
        <Estates search={search} />
      ) : tab === 'bodies' ? (
        <Bodies search={search} />
      ) : (
        <Members search={search} />
      )}
      {form === 'begin' ? <BeginForm close={close} onMade={made} /> : null}
      {form === 'managementCommittee' || form === 'ownersCommittee' ? (
        <BodyForm kind={form} close={close} onMade={made} />
      ) : null}
    </div>
  )
}
const useEmpty = () => {
  const say = useWords(words)
  return { icon: UsersRound, empty: { title: say.empty, hint: say.emptyHint }, isPlain: true }
}
const pickOf = (search: Search, ...names: readonly string[]) =>
  Object.fromEntries(names.flatMap((name) => (search[name] ? [[name, search[name]]] : [])))
const Estates = ({ search }: { readonly search: Search }) => {
  const say = useWords(words)
  const may = useMay()
  const [exempting, exempt] = useState<RowOf<'GET /api/committees/estates'> | null>(null)
  const list = useList('GET /api/committees/estates', { query: pickOf(search, 'standing', 'shouldHave') })
  return (
    <Listing list={list} {...useEmpty()}>
      {(rows) => (
        <>
          <EntryList of={rows}>
            {(row) => <EstateCard row={row} exempt={may('committee.review') ? () => exempt(row) : null} />}
          </EntryList>
          {exempting ? (
            <StepForm
              close={() => exempt(null)}
              step={{
                title: exempting.standing === 'exempt' ? say.unExempt : say.setExempt,
                lead: exempting.name,
                refreshes,
                fields: [{ name: 'reason', label: say.reason, as: 'words' }],
                send: (values, key) =>
                  call(
                    'POST /api/committees/estates/:id/exemption',
                    {
                      params: { id: exempting.id },
                      body: { isExempt: exempting.standing !== 'exempt', reason: String(values['reason']) },
                    },
                    { key },
                  ),
              }}
            />
          ) : null}
        </>
      )}
    </Listing>
  )
}
const EstateCard = ({
  row,
  exempt,
}: {
  readonly row: RowOf<'GET /api/committees/estates'>
  readonly exempt: (() => void) | null
}) => {
  const say = useWords(words)
  const pick = usePick()
  const isWithout = row.standing === 'none' || row.standing === 'exempt'
  return (
    <article className="entry">
      <p className="row">
        <strong>{row.committee ? <Link to={`/committees/${row.committee.id}`}>{row.name}</Link> : row.name}</strong>
        <Tag tone={row.standing === 'none' ? 'warn' : row.standing === 'exempt' ? 'quiet' : 'good'}>
          {pick(standings[row.standing])}
        </Tag>
        {row.committee?.endsSoon ? <Tag tone="warn">{say.soon}</Tag> : null}
      </p>
      <p className="row quiet">
        {row.committee?.termTo ? `${say.to} ${row.committee.termTo}` : isWithout ? row.exemptWords : say.termUnknown}
        {row.formationId ? <Link to={`/committees/${row.formationId}`}>{say.forming}</Link> : null}
        {isWithout && exempt !== null ? (
          <Button size="small" onClick={exempt}>
            {row.standing === 'exempt' ? say.unExempt : say.setExempt}
          </Button>
        ) : null}
      </p>
    </article>
  )
}
const Bodies = ({ search }: { readonly search: Search }) => {
  const say = useWords(words)
  const pick = usePick()
  const list = useList('GET /api/committees', { query: pickOf(search, 'forming', 'endingSoon', 'state', 'kind') })
  return (
    <Listing list={list} {...useEmpty()}>
      {(rows) => (
        <EntryList of={rows}>
          {(row) => (
            <article className="entry">
              <p className="row">
                <strong>
                  <Link to={`/committees/${row.id}`}>
                    {row.place.name} {row.isByElection ? say.byElection : pick(committeeKinds[row.kind])}
                  </Link>
                </strong>
                <Tag tone={row.state === 'seated' ? 'good' : 'info'}>{pick(committeeStates[row.state])}</Tag>
                {row.endsSoon ? <Tag tone="warn">{say.soon}</Tag> : null}
              </p>
              <p className="quiet">
                {row.number}
                {row.termFrom && row.termTo ? ` · ${say.term(row.termFrom, row.termTo)}` : ''}
                {row.members > 0 ? ` · ${say.people(row.members, row.partyMembers)}` : ''}
              </p>
            </article>
          )}
        </EntryList>
      )}
    </Listing>
  )
}
const Members = ({ search }: { readonly search: Search }) => {
  const say = useWords(words)
  const pick = usePick()
  const list = useList('GET /api/committees/members', { query: pickOf(search, 'party') })
  return (
    <Listing list={list} {...useEmpty()}>
      {(rows) => (
        <EntryList of={rows}>
          {(row) => (
            <article className="entry">
              <p className="row">
                <strong>{row.name}</strong>
                <span>{pick(duties[row.duty])}</span>
                {row.isPartyMember ? <Tag tone="info">{say.isParty}</Tag> : null}
              </p>
              <p className="quiet">
                {row.place.name} {pick(committeeKinds[row.kind])} · {say.term(row.from, row.to)}
              </p>
            </article>
          )}
        </EntryList>
      )}
    </Listing>
  )
}
