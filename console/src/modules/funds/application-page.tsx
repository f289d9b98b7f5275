// One application for money on a page of its own: where its messages lead.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ApplicationStep } from '../../../../contract/src/funds-life.ts'
import { useParam } from '../../platform/address.ts'
import { useApi } from '../../platform/api.ts'
import { LoadedPage, PageHeader } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { ApplicationCard, ApplicationStepForm, type Application } from './applications.tsx'
import { words } from './words.ts'
import './funds.css'

export default function ApplicationPage() {
  const found = useApi('GET /api/funds/applications/:id', { params: { id: useParam('id') } })
  const { one } = useWords(words)
  return (
    <LoadedPage of={found} title={one}>
      {(application) => <Body of={application} />}
    </LoadedPage>
  )
}
const Body = ({ of }: { readonly of: Application }) => {
  const say = useWords(words)
  const [step, ask] = useState<ApplicationStep | null>(null)
  return (
    <div className="stack">
      <p>
        <Link to="/funds" search={{ tab: 'applications' } as never}>
          {say.backApplications}
        </Link>
      </p>
      <PageHeader title={of.title} lead={`${say.one} ${of.number}`} />
      <ApplicationCard of={of} ask={ask} />
      {step ? <ApplicationStepForm of={of} step={step} close={() => ask(null)} /> : null}
    </div>
  )
}
