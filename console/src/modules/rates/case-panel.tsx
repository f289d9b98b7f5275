// On a case: the application to leave it out of the rates, for the body that handles it and those who read rates.
import { Button, Form, Select } from 'antd'
import { useState } from 'react'
import { exclusionGrounds, type ExclusionGround } from '../../../../contract/src/rates-kinds.ts'
import { useAct } from '../../platform/api.ts'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useList } from '../../platform/list.ts'
import { useMe } from '../../platform/me.ts'
import { usePick, useWords } from '../../platform/words.ts'
import type { CasePanelProps } from '../cases/case-panel.ts'
import { WordsAndPhotos } from '../cases/words-and-photos.tsx'
import { ExclusionView } from './exclusions-tab.tsx'
import { words } from './words.ts'
import './rates.css'

export default function RatesPanel({ view }: CasePanelProps) {
  const say = useWords(words)
  const me = useMe()
  const [isOpen, open] = useState(false)
  const list = useList('GET /api/rates/exclusions', { query: { caseId: view.id, limit: 5 } })
  const isOurs = view.handler !== null && me.appointments.some((one) => one.organisation.id === view.handler?.id)
  const mayApply = isOurs && list.rows.every((row) => row.state === 'refused')
  if (list.rows.length === 0 && !mayApply) return null
  return (
    <section className="stack">
      <h2>{say.panel}</h2>
      {list.rows.map((row) => (
        <ExclusionView key={row.id} row={row} />
      ))}
      {mayApply ? <Button onClick={() => open(true)}>{say.apply}</Button> : null}
      {isOpen ? <ApplyDrawer caseId={view.id} close={() => open(false)} /> : null}
    </section>
  )
}
interface Fields {
  ground: ExclusionGround
  words: string
  photos?: string[]
}
const ApplyDrawer = ({ caseId, close }: { readonly caseId: string; readonly close: () => void }) => {
  const say = useWords(words)
  const pick = usePick()
  const act = useAct('POST /api/rates/exclusions', {
    refreshes: ['/api/rates', '/api/cases'],
    onDone: useDone(say.applied, close),
  })
  return (
    <FormDrawer<Fields>
      open
      title={say.apply}
      lead={say.applyLead}
      initial={{ ground: 'notWithinPowers', photos: [] }}
      verb={say.apply}
      isBusy={act.isPending}
      problem={act.error}
      onSave={({ photos = [], ...fields }) => act.mutate({ body: { caseId, ...fields, photos } })}
      onClose={close}
    >
      {() => (
        <>
          <Form.Item name="ground" label={say.ground}>
            <Select
              options={Object.entries(exclusionGrounds).map(([value, entry]) => ({ value, label: pick(entry) }))}
            />
          </Form.Item>
          <WordsAndPhotos words={say.proof} wrong={say.proofWrong} photos={say.photos} least={10} most={1000} />
        </>
      )}
    </FormDrawer>
  )
}
