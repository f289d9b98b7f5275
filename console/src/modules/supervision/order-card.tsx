// One supervision order: what was required of whom by when, the reply, and the steps its reader may take.
import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { orderLevels, orderStates, orderSteps, type OrderStep } from '../../../../contract/src/supervision-life.ts'
import { beginning } from '../../platform/beginning.ts'
import { Facts } from '../../platform/facts.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { PhotoGallery } from '../cases/photo-gallery.tsx'
import { OrderStepDrawer } from './order-step-drawer.tsx'
import { words } from './words.ts'
import type { Order } from './order.ts'

const tones = { issued: 'warn', replied: 'info', sentBack: 'late', signedOff: 'good', withdrawn: 'quiet' } as const

export const OrderCard = ({ order, withCase = true }: { readonly order: Order; readonly withCase?: boolean }) => {
  const say = useWords(words)
  const pick = usePick()
  const [step, setStep] = useState<OrderStep | null>(null)
  return (
    <article className="card stack order">
      <p className="row">
        <Tag tone="info">{pick(orderLevels[order.level])}</Tag>
        <Tag tone={tones[order.state]}>{pick(orderStates[order.state])}</Tag>
        {order.late ? <Tag tone="late">{say.late}</Tag> : null}
        {withCase ? (
          <Link to={`/cases/${order.case.id}`}>
            {order.case.number} {beginning(order.case.words, 40)}
          </Link>
        ) : null}
      </p>
      <p className="order-words">{order.words}</p>
      <Facts
        facts={[
          { label: say.from, value: order.orderer.name },
          { label: say.to, value: order.answerer.name },
          { label: say.dueAt, value: <TimeText at={order.dueAt} /> },
          ...(order.reply === null ? [] : [{ label: say.reply, value: order.reply }]),
          ...(order.endedWords === null ? [] : [{ label: say.opinion, value: order.endedWords }]),
        ]}
      />
      <PhotoGallery photos={order.photos} />
      {order.may.length > 0 ? (
        <p className="row">
          {order.may.map((name, place) => (
            <Button
              key={name}
              type={place === 0 && name !== 'withdraw' ? 'primary' : 'default'}
              onClick={() => setStep(name)}
            >
              {pick(orderSteps[name])}
            </Button>
          ))}
        </p>
      ) : null}
      {step ? <OrderStepDrawer order={order} step={step} close={() => setStep(null)} /> : null}
    </article>
  )
}
