// The room 资金: funds with their balances, applications for money, shared costs.
import { Button, Segmented } from 'antd'
import { Link } from '@tanstack/react-router'
import { HandCoins, Scale, Wallet } from 'lucide-react'
import { useState } from 'react'
import { fundKinds, fundStates, planStates, type FundKind } from '../../../../contract/src/funds-life.ts'
import { AddButton } from '../../platform/add-button.tsx'
import { useSearch } from '../../platform/address.ts'
import { addressOf, call, useApi } from '../../platform/api.ts'
import { EntryListing } from '../../platform/entry-list.tsx'
import { ExportButton } from '../../platform/export-button.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { useMay } from '../../platform/me.ts'
import { PageHeader } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { Budgets } from './budgets.tsx'
import { Applications } from './applications.tsx'
import { yuan } from './money.ts'
import { PlanForm } from './plan-form.tsx'
import { StepForm, type Step } from './step-form.tsx'
import { words } from './words.ts'
import './funds.css'

export default function FundsPage() {
  const say = useWords(words)
  const may = useMay()
  const [search, change] = useSearch()
  const [dialog, show] = useState<'fund' | 'plan' | null>(null)
  const tab = search['tab'] ?? 'funds'
  return (
    <div className="page">
      <PageHeader
        title={say.title}
        lead={say.lead}
        actions={
          <>
            {tab === 'funds' ? <ExportButton href={addressOf('GET /api/funds.xlsx', { query: {} })} /> : null}
            {may('fund.apply') ? (
              <Button icon={<Scale size={16} aria-hidden />} onClick={() => show('plan')}>
                {say.draftPlan}
              </Button>
            ) : null}
            {may('fund.open') ? <AddButton onClick={() => show('fund')}>{say.open}</AddButton> : null}
          </>
        }
      />
      <Books />
      <div className="filters">
        <Segmented
          aria-label={say.title}
          value={tab}
          onChange={(next) => change({ tab: next === 'funds' ? undefined : String(next) })}
          options={[
            { value: 'funds', label: say.tabFunds },
            { value: 'applications', label: say.tabApplications },
            { value: 'plans', label: say.tabPlans },
            { value: 'budgets', label: say.tabBudgets },
          ]}
        />
      </div>
      {tab === 'applications' ? (
        <Applications />
      ) : tab === 'plans' ? (
        <Plans />
      ) : tab === 'budgets' ? (
        <Budgets />
      ) : (
        <Funds />
      )}
      {dialog === 'fund' ? <OpenFund close={() => show(null)} /> : null}
      {dialog === 'plan' ? <PlanForm close={() => show(null)} /> : null}
    </div>
  )
}
/** Adds everything up again, whenever the room is entered. */
const Books = () => {
  const say = useWords(words)
  const checked = useApi('GET /api/funds/check', {})
  if (checked.data === undefined) return null
  const { holds, funds, entries } = checked.data
  return (
    <p className="row">
      <Tag tone={holds ? 'good' : 'late'}>{holds ? say.holds : say.broken}</Tag>
      <span className="quiet">{say.checked(funds, entries)}</span>
    </p>
  )
}
const Funds = () => {
  const say = useWords(words)
  const list = useList('GET /api/funds', { query: {} })
  return (
    <EntryListing list={list} icon={Wallet} empty={{ title: say.empty, hint: say.emptyHint }} isSideBySide>
      {(row) => <FundCard row={row} />}
    </EntryListing>
  )
}
const FundCard = ({ row }: { readonly row: RowOf<'GET /api/funds'> }) => {
  const say = useWords(words)
  const pick = usePick()
  return (
    <article className="entry">
      <p className="row">
        <Link to={`/funds/${row.id}`}>
          <strong>{row.name}</strong>
        </Link>
        <Tag tone="info">{pick(fundKinds[row.kind])}</Tag>
        {row.state === 'open' ? null : <Tag tone="warn">{pick(fundStates[row.state])}</Tag>}
      </p>
      <p className="quiet">
        {row.place.name}
        {row.year === null ? '' : ` · ${row.year}`}
      </p>
      <p className="fund-sum">{yuan(row.balance)}</p>
      <p className="quiet">
        {row.target === null ? '' : `${say.raised} ${yuan(row.raised ?? 0)} / ${yuan(row.target)}`}
        {row.budget === null ? '' : `${say.budget} ${yuan(row.budget)}`}
        {row.reserved > 0 ? ` · ${say.reserved} ${yuan(row.reserved)}` : ''}
      </p>
    </article>
  )
}
const Plans = () => {
  const say = useWords(words)
  const pick = usePick()
  const list = useList('GET /api/funds/plans', { query: {} })
  return (
    <EntryListing list={list} icon={HandCoins} empty={{ title: say.noPlans, hint: say.noPlansHint }} isSideBySide>
      {(row) => (
        <article className="entry">
          <p className="row">
            <Link to={`/funds/plans/${row.id}`}>
              <strong>{row.title}</strong>
            </Link>
            <Tag tone="info">{pick(planStates[row.state])}</Tag>
          </p>
          <p className="quiet">{row.place.name}</p>
          <p className="fund-sum">{yuan(row.total)}</p>
          <p className="quiet">
            {say.households} {row.households} · {say.agreed} {row.agreed} · {say.objected} {row.objected} · {say.owing}{' '}
            {row.owing}
          </p>
        </article>
      )}
    </EntryListing>
  )
}
const OpenFund = ({ close }: { readonly close: () => void }) => {
  const say = useWords(words)
  const pick = usePick()
  const step: Step = {
    title: say.open,
    fields: [
      {
        name: 'kind',
        label: say.kind,
        as: 'choice',
        options: (Object.keys(fundKinds) as FundKind[]).map((kind) => ({ value: kind, label: pick(fundKinds[kind]) })),
      },
      { name: 'placeId', label: say.place, as: 'place' },
      { name: 'name', label: say.name, as: 'line' },
      { name: 'purpose', label: say.purpose, as: 'words' },
      { name: 'year', label: say.year, as: 'line', isOptional: true, pattern: { of: /^20\d\d$/, message: say.needed } },
      { name: 'budget', label: `${say.budget} / ${say.target}`, as: 'money', isOptional: true },
    ],
    send: ({ kind, placeId, name, purpose, year, budget }, key) =>
      call(
        'POST /api/funds',
        {
          body: {
            kind: kind as FundKind,
            placeId: placeId as string,
            name: name as string,
            purpose: purpose as string,
            year: year === null ? null : Number(year),
            budget: kind === 'fundraising' || budget === 0 ? null : (budget as number),
            target: kind === 'fundraising' && budget !== 0 ? (budget as number) : null,
          },
        },
        { key },
      ),
  }
  return <StepForm step={step} close={close} />
}
