// Dispatch rules in their order, and a dry run that shows which one would decide, and why.
import { Route } from 'lucide-react'
import { useState } from 'react'
import { AddButton } from '../../platform/add-button.tsx'
import { addressOf, useApi } from '../../platform/api.ts'
import { ExportButton } from '../../platform/export-button.tsx'
import { useMay } from '../../platform/me.ts'
import { EmptyState, Loaded, PageHeader } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { DryRun } from './dry-run.tsx'
import { RuleForm } from './rule-form.tsx'
import { RuleList } from './rule-list.tsx'
import { words } from './words.ts'
import './settings.css'

export default function RulesPage() {
  const say = useWords(words)
  const may = useMay()
  const [isAdding, setAdding] = useState(false)
  const rules = useApi('GET /api/cases/rules', {})
  const lastOrder = Math.max(0, ...(rules.data ?? []).map((rule) => rule.order))
  const add = may('case.configure') ? <AddButton onClick={() => setAdding(true)}>{say.addRule}</AddButton> : null
  return (
    <div className="page">
      <PageHeader
        title={say.rulesTitle}
        lead={say.rulesLead}
        actions={
          <>
            <ExportButton href={addressOf('GET /api/cases/rules.xlsx', {})} />
            {add}
          </>
        }
      />
      <div className="rules">
        <div>
          <Loaded of={rules}>
            {(data) =>
              data.length === 0 ? (
                <EmptyState icon={Route} title={say.rulesEmpty} hint={say.rulesEmptyWords} action={add} />
              ) : (
                <RuleList rules={data.toSorted((a, b) => a.order - b.order)} />
              )
            }
          </Loaded>
        </div>
        <DryRun />
      </div>
      <RuleForm open={isAdding} nextOrder={Math.min(9999, lastOrder + 10)} close={() => setAdding(false)} />
    </div>
  )
}
