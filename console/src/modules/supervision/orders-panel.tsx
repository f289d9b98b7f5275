// Supervision orders on the page of a case.
import { Button } from 'antd'
import { useState } from 'react'
import { useList } from '../../platform/list.ts'
import { useMay } from '../../platform/me.ts'
import { useWords } from '../../platform/words.ts'
import type { CasePanelProps } from '../cases/case-panel.ts'
import { GiveOrderDrawer } from './give-order-drawer.tsx'
import { OrderCard } from './order-card.tsx'
import { words } from './words.ts'
import './supervision.css'

export default function OrdersPanel({ view }: CasePanelProps) {
  const say = useWords(words)
  const may = useMay()
  const [isGiving, setGiving] = useState(false)
  const list = useList('GET /api/supervision/orders', { query: { caseId: view.id, limit: 20 } })
  if (list.rows.length === 0 && !may('supervision.order')) return null
  return (
    <section className="stack" aria-label={say.orders}>
      {list.rows.length > 0 ? <h3>{say.orders}</h3> : null}
      {list.rows.map((order) => (
        <OrderCard key={order.id} order={order} withCase={false} />
      ))}
      {may('supervision.order') ? (
        <p>
          <Button onClick={() => setGiving(true)}>{say.give}</Button>
        </p>
      ) : null}
      {isGiving ? <GiveOrderDrawer view={view} close={() => setGiving(false)} /> : null}
    </section>
  )
}
