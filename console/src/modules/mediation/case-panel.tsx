// On a case: that it is in mediation and nothing more; for its mediators the way to the record; the way to hand it over.
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { HeartHandshake } from 'lucide-react'
import { useState } from 'react'
import { useGo } from '../../platform/address.ts'
import { useApi } from '../../platform/api.ts'
import { useWords } from '../../platform/words.ts'
import type { CasePanelProps } from '../cases/case-panel.ts'
import { OpenForm } from './open-form.tsx'
import { words } from './words.ts'

export default function MediationPanel({ view }: CasePanelProps) {
  const say = useWords(words)
  const go = useGo()
  const [isOpening, setOpening] = useState(false)
  const { data } = useApi('GET /api/mediations/of-case/:id', { params: { id: view.id } }, { fresh: 10_000 })
  if (!data || (!data.inMediation && !data.mayOpen)) return null
  return (
    <section className="stack" aria-label={say.title}>
      {data.inMediation ? <p>{say.inMediation}</p> : null}
      {data.mediationId ? (
        <p>
          <Link to={`/mediations/${data.mediationId}`}>{say.toRecord}</Link>
        </p>
      ) : null}
      {data.mayOpen ? (
        <p>
          <Button icon={<HeartHandshake size={16} aria-hidden />} onClick={() => setOpening(true)}>
            {say.handOver}
          </Button>
        </p>
      ) : null}
      {isOpening ? (
        <OpenForm
          caseId={view.id}
          close={() => setOpening(false)}
          onOpened={(id) => {
            setOpening(false)
            go(`/mediations/${id}`)
          }}
        />
      ) : null}
    </section>
  )
}
