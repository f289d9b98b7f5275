// Applications to leave a case out: who asks, why, and what somebody else decided.
import { Form, Input, Radio, Segmented, Button } from 'antd'
import { FileX2 } from 'lucide-react'
import { useState } from 'react'
import { exclusionGrounds, exclusionStates, type ExclusionState } from '../../../../contract/src/rates-kinds.ts'
import { useSearch } from '../../platform/address.ts'
import { useAct } from '../../platform/api.ts'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { useMarks } from '../../platform/marks.ts'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { NumberLink } from './number-link.tsx'
import { PhotoGallery } from '../cases/photo-gallery.tsx'
import { words } from './words.ts'

export type Exclusion = RowOf<'GET /api/rates/exclusions'>
const tones = { asked: 'info', granted: 'warn', refused: 'quiet' } as const

export const ExclusionsTab = () => {
  const say = useWords(words)
  const pick = usePick()
  const [{ state = 'asked' }, change] = useSearch()
  const [deciding, decide] = useState<Exclusion | null>(null)
  const list = useList('GET /api/rates/exclusions', {
    query: { limit: 20, ...(state === 'all' ? {} : { state: state as ExclusionState }) },
  })
  return (
    <div className="stack">
      <Segmented
        aria-label={say.states}
        value={state}
        onChange={(value) => change({ state: String(value) })}
        options={[
          ...Object.entries(exclusionStates).map(([value, entry]) => ({ value, label: pick(entry) })),
          { value: 'all', label: say.all },
        ]}
      />
      <Listing list={list} icon={FileX2} isPlain empty={{ title: say.noExclusions, hint: say.noExclusionsHint }}>
        {(rows) => (
          <ul className="exclusions">
            {rows.map((row) => (
              <li key={row.id} className="card">
                <ExclusionView row={row} />
                {row.may.includes('decide') ? <Button onClick={() => decide(row)}>{say.decide}</Button> : null}
              </li>
            ))}
          </ul>
        )}
      </Listing>
      {deciding === null ? null : <DecideDrawer row={deciding} close={() => decide(null)} />}
    </div>
  )
}
export const ExclusionView = ({ row }: { readonly row: Exclusion }) => {
  const say = useWords(words)
  const mark = useMarks()
  const pick = usePick()
  return (
    <>
      <p className="row">
        <NumberLink id={row.case.id} number={row.case.number} />
        <Tag tone={tones[row.state]}>{pick(exclusionStates[row.state])}</Tag>
        <span className="quiet">{row.case.place}</span>
      </p>
      <p>
        <strong>{pick(exclusionGrounds[row.ground])}</strong>
        {mark.colon}
        {row.words}
      </p>
      <PhotoGallery photos={row.photos} />
      <p className="quiet">
        {row.body.name} · {row.applicant} · <TimeText at={row.askedAt} />
      </p>
      {row.decision === null ? null : (
        <p>
          {say.decision}
          {mark.colon}
          {row.decision}
          <span className="quiet"> {row.reviewer}</span>
        </p>
      )}
    </>
  )
}
interface Fields {
  granted: boolean
  words: string
}
const DecideDrawer = ({ row, close }: { readonly row: Exclusion; readonly close: () => void }) => {
  const say = useWords(words)
  const act = useAct('POST /api/rates/exclusions/:id/decision', {
    refreshes: ['/api/rates'],
    onDone: useDone(say.decided, close),
  })
  return (
    <FormDrawer<Fields>
      open
      title={say.decide}
      lead={row.words}
      initial={{ granted: false }}
      verb={say.decide}
      isBusy={act.isPending}
      problem={act.error}
      onSave={(fields) => act.mutate({ params: { id: row.id }, body: { ...fields, words: fields.words.trim() } })}
      onClose={close}
    >
      {() => (
        <>
          <Form.Item name="granted" label={say.decision}>
            <Radio.Group
              options={[
                { value: true, label: say.grant },
                { value: false, label: say.refuseIt },
              ]}
            />
          </Form.Item>
          <Form.Item
            name="words"
            label={say.proof}
            rules={[{ required: true, whitespace: true, min: 2, message: say.decisionWrong }]}
          >
            <Input.TextArea rows={3} maxLength={500} showCount />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
