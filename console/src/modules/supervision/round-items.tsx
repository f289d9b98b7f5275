// The cases drawn in a round, and the result of each.
import { Button, Form, Segmented } from 'antd'
import { Link } from '@tanstack/react-router'
import { Dices } from 'lucide-react'
import { useState } from 'react'
import { useAct } from '../../platform/api.ts'
import { beginning } from '../../platform/beginning.ts'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { useMarks } from '../../platform/marks.ts'
import { Tag } from '../../platform/tags.tsx'
import { useWords } from '../../platform/words.ts'
import { WordsAndPhotos } from '../cases/words-and-photos.tsx'
import { words } from './words.ts'

type Item = RowOf<'GET /api/supervision/rounds/:id'>
interface Fields {
  result: 'passed' | 'failed'
  words: string
  photos?: string[]
}
const Check = ({ item, close }: { readonly item: Item; readonly close: () => void }) => {
  const say = useWords(words)
  const mark = useMarks()
  const act = useAct('POST /api/supervision/rechecks/:id', {
    refreshes: ['/api/supervision', '/api/cases'],
    onDone: useDone(say.stepDone, close),
  })
  return (
    <FormDrawer<Fields>
      open
      title={say.check}
      lead={`${item.case.number} · ${item.case.words}${mark.stop}${say.checkLead}`}
      initial={{ result: 'passed' }}
      verb={say.check}
      isBusy={act.isPending}
      problem={act.error}
      onSave={(fields) =>
        act.mutate({
          params: { id: item.id },
          body: { result: fields.result, words: fields.words.trim(), photos: fields.photos ?? [] },
        })
      }
      onClose={close}
    >
      {() => (
        <>
          <Form.Item name="result" label={say.result}>
            <Segmented
              aria-label={say.result}
              options={[
                { value: 'passed', label: say.passed },
                { value: 'failed', label: say.failed },
              ]}
            />
          </Form.Item>
          <WordsAndPhotos words={say.outcome} wrong={say.wordsWrong} photos={say.photos} />
        </>
      )}
    </FormDrawer>
  )
}
export const RoundItems = ({ id, back }: { readonly id: string; readonly back: () => void }) => {
  const say = useWords(words)
  const [checking, setChecking] = useState<Item | null>(null)
  const list = useList('GET /api/supervision/rounds/:id', { params: { id }, query: { limit: 50 } })
  return (
    <>
      <p>
        <Button onClick={back}>{say.back}</Button>
      </p>
      <Listing list={list} icon={Dices} empty={{ title: say.noRounds, hint: say.noRoundsHint }}>
        {(rows) => (
          <ul className="promises">
            {rows.map((item) => (
              <li key={item.id} className="promise">
                <p className="row">
                  {item.result === null ? null : (
                    <Tag tone={item.result === 'passed' ? 'good' : 'late'}>
                      {item.result === 'passed' ? say.passed : say.failed}
                    </Tag>
                  )}
                  <Link to={`/cases/${item.case.id}`}>
                    {item.rank}. {item.case.number} {beginning(item.case.words)}
                  </Link>
                  {item.may ? <Button onClick={() => setChecking(item)}>{say.check}</Button> : null}
                </p>
                <p className="quiet">
                  {item.case.place}
                  {item.words ? ` · ${item.words}` : ''}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Listing>
      {checking ? <Check item={checking} close={() => setChecking(null)} /> : null}
    </>
  )
}
