// One fund for its staff: figures, accounts, entries, pledges, applications, questions, and the steps that are due.
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { accountRoles, fundKinds, fundStates } from '../../../../contract/src/funds-life.ts'
import { useParam } from '../../platform/address.ts'
import { useApi } from '../../platform/api.ts'
import { Facts } from '../../platform/facts.tsx'
import { LoadedPage, PageHeader } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { Applications } from './applications.tsx'
import { Entries, Pledges, Questions } from './fund-parts.tsx'
import { FundStepForm, type FundStep } from './fund-steps.tsx'
import { yuan } from './money.ts'
import { PlaceAccounts } from './place-accounts.tsx'
import { words } from './words.ts'
import type { Fund } from './fund.ts'
import './funds.css'

export default function FundPage() {
  const found = useApi('GET /api/funds/:id', { params: { id: useParam('id') } })
  const { title } = useWords(words)
  return (
    <LoadedPage of={found} title={title}>
      {(fund) => <Body of={fund} />}
    </LoadedPage>
  )
}
const ComesIn = ({ of, ask }: { readonly of: Fund; readonly ask: (step: FundStep) => void }) => {
  const say = useWords(words)
  return (
    <>
      <Button onClick={() => ask({ name: 'income' })}>{say.income}</Button>
      {of.kind === 'maintenanceFund' ? <Button onClick={() => ask({ name: 'interest' })}>{say.interest}</Button> : null}
    </>
  )
}
const Body = ({ of }: { readonly of: Fund }) => {
  const say = useWords(words)
  const pick = usePick()
  const [step, ask] = useState<FundStep | null>(null)
  const may = (name: Fund['may'][number]) => of.may.includes(name)
  return (
    <div className="stack">
      <p>
        <Link to="/funds">{say.back}</Link>
      </p>
      <PageHeader title={of.name} lead={`${of.place.name} · ${pick(fundKinds[of.kind])} · ${of.number}`} />
      <p className="row">
        <Tag tone={of.state === 'open' ? 'good' : 'warn'}>{pick(fundStates[of.state])}</Tag>
        <span>{of.purpose}</span>
      </p>
      <p className="row">
        {may('keep') && of.state === 'open' ? <ComesIn of={of} ask={ask} /> : null}
        {may('apply') && of.state === 'open' ? (
          <Button type="primary" onClick={() => ask({ name: 'apply' })}>
            {say.apply}
          </Button>
        ) : null}
        {may('pledge') && may('keep') ? (
          <Button type="primary" onClick={() => ask({ name: 'pledge' })}>
            {say.addPledge}
          </Button>
        ) : null}
        {may('raisingEnds') ? (
          <>
            <Button onClick={() => ask({ name: 'met' })}>{say.raisingMet}</Button>
            <Button danger onClick={() => ask({ name: 'failed' })}>
              {say.raisingFailed}
            </Button>
          </>
        ) : null}
        {may('limits') ? <Button onClick={() => ask({ name: 'limits' })}>{say.setLimits}</Button> : null}
        {may('close') ? (
          <Button danger onClick={() => ask({ name: 'close' })}>
            {say.close}
          </Button>
        ) : null}
        <Link to={`/funds/${of.id}/statement`}>{say.statement}</Link>
      </p>
      <Figures of={of} />
      {of.kind === 'fundraising' && may('keep') ? <Pledges of={of} ask={ask} /> : null}
      {of.kind === 'maintenanceFund' ? <PlaceAccounts of={of} /> : null}
      <section className="stack">
        <h2>{say.tabApplications}</h2>
        <Applications fundId={of.id} />
      </section>
      <Entries of={of} ask={ask} />
      <Questions of={of} ask={ask} />
      {step ? <FundStepForm of={of} step={step} close={() => ask(null)} /> : null}
    </div>
  )
}
const Figures = ({ of }: { readonly of: Fund }) => {
  const say = useWords(words)
  const pick = usePick()
  const limit = (fen: number | null) => (fen === null ? say.noLimit : yuan(fen))
  return (
    <Facts
      facts={[
        { label: say.balance, value: <span className="fund-sum">{yuan(of.balance)}</span> },
        {
          label: say.reserved,
          value: (
            <Link to={`/funds/${of.id}`} search={{ applications: 'approved' } as never}>
              {yuan(of.reserved)}
            </Link>
          ),
        },
        { label: say.inYear, value: yuan(of.inThisYear) },
        {
          label: say.outYear,
          value: (
            <Link to={`/funds/${of.id}`} search={{ entries: 'spending' } as never}>
              {yuan(of.outThisYear)}
            </Link>
          ),
        },
        { label: say.budget, value: of.budget === null ? null : yuan(of.budget) },
        { label: say.target, value: of.target === null ? null : yuan(of.target) },
        { label: say.pledged, value: of.pledged === null ? null : yuan(of.pledged) },
        { label: say.raised, value: of.raised === null ? null : yuan(of.raised) },
        {
          label: say.limits,
          value: say.limitsSay(limit(of.approveUpTo), limit(of.deliberateAbove), limit(of.decideAbove)),
          wide: true,
        },
        ...of.accounts
          .filter((one) => one.role !== 'bank' && one.role !== 'estate' && one.role !== 'building')
          .map((one) => ({
            label: `${pick(accountRoles[one.role])}${one.name === null ? '' : ` ${one.name}`}`,
            value: yuan(one.balance),
          })),
      ]}
    />
  )
}
