// What happened to an action item: progress, cost and photos, as its page shows them.
import { Drawer } from 'antd'
import { actionItemLife, type ItemStep } from '../../../../contract/src/deliberation-life.ts'
import { useApi } from '../../platform/api.ts'
import { Loaded } from '../../platform/page.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { PhotoGallery } from '../cases/photo-gallery.tsx'
import { yuan } from './yuan.ts'
import { words } from './words.ts'

type Level = 'body' | 'community' | 'street' | 'district'
export const ItemHistory = ({ id, close }: { readonly id: string; readonly close: () => void }) => {
  const say = useWords(words)
  const pick = usePick()
  const item = useApi('GET /api/deliberation/items/:id', { params: { id } })
  const nameOf = (step: string) =>
    step in actionItemLife.steps ? pick(actionItemLife.steps[step as ItemStep]) : say.levelUp
  return (
    <Drawer open title={item.data?.what ?? say.items} onClose={close} size={520} destroyOnHidden>
      <Loaded of={item}>
        {(one) =>
          one.steps.length === 0 ? (
            <p className="quiet">{say.nothingYet}</p>
          ) : (
            <ol className="entries">
              {one.steps.map((step) => (
                <li key={`${step.at}${step.step}`}>
                  <strong>{nameOf(step.step)}</strong> {step.step === 'levelUp' ? say[step.words as Level] : step.words}
                  {step.costFen === null ? '' : ` · ${say.cost} ${yuan(step.costFen)}`}
                  <br />
                  <span className="quiet">
                    <TimeText at={step.at} /> {step.by ?? ''}
                  </span>
                  <PhotoGallery photos={step.photos} isSmall />
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </Drawer>
  )
}
