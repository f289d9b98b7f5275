// The whistle on the case page: who was called, how far each is, and calling units.
import { Button } from 'antd'
import { BellRing } from 'lucide-react'
import { useState } from 'react'
import { useApi } from '../../platform/api.ts'
import { EntryList } from '../../platform/entry-list.tsx'
import { useWords } from '../../platform/words.ts'
import type { CasePanelProps } from '../cases/case-panel.ts'
import { CallDrawer } from './call-drawer.tsx'
import { PartCard } from './part-card.tsx'
import { words } from './words.ts'
import './whistles.css'

export default function WhistlePanel({ view }: CasePanelProps) {
  const say = useWords(words)
  const [isCalling, setCalling] = useState(false)
  const { data } = useApi('GET /api/whistles/of-case/:id', { params: { id: view.id } }, { fresh: 5_000 })
  if (!data || (data.parts.length === 0 && !data.mayCall)) return null
  return (
    <section className="stack" aria-label={say.panel}>
      {data.parts.length > 0 ? (
        <>
          <h3>{say.panel}</h3>
          <EntryList of={data.parts}>{(part) => <PartCard part={part} inCase mayLead={data.mayCall} />}</EntryList>
        </>
      ) : null}
      {data.mayCall ? (
        <p>
          <Button icon={<BellRing size={16} aria-hidden />} onClick={() => setCalling(true)}>
            {data.parts.length === 0 ? say.blow : say.addUnits}
          </Button>
        </p>
      ) : null}
      {isCalling ? (
        <CallDrawer
          caseId={view.id}
          hasLead={data.parts.some((part) => part.isLead)}
          defaults={data.defaults}
          close={() => setCalling(false)}
        />
      ) : null}
    </section>
  )
}
