// Where silence counts: whom the ballot has provably reached, building by building and door by door; recorded, taken back.
import { Button, Select } from 'antd'
import { MailCheck } from 'lucide-react'
import { useState } from 'react'
import { deliveryWays } from '../../../../contract/src/ballots-life.ts'
import { useSearch } from '../../platform/address.ts'
import { addressOf, useAct, useApi, type Out } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { useDone } from '../../platform/done.ts'
import { useList } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { Loaded } from '../../platform/page.tsx'
import { figures, PlainTable } from '../../platform/plain-table.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { RecordDelivery, type Receiver } from './record-delivery.tsx'
import type { Decision } from './step-forms.tsx'
import { words } from './words.ts'

type Progress = Out<'GET /api/decisions/:id/deliveries/progress'>
type Dialog = { readonly building: string } | { readonly owner: Receiver } | { readonly back: Receiver } | null
interface Part {
  readonly of: Decision
  readonly show: (dialog: Dialog) => void
}
export const Deliveries = ({ of }: { readonly of: Decision }) => {
  const say = useWords(words)
  const [dialog, show] = useState<Dialog>(null)
  const read = useApi('GET /api/decisions/:id/deliveries/progress', { params: { id: of.id } }, { every: 60_000 })
  const close = () => show(null)
  return (
    <section className="stack">
      <h2>{say.deliveries}</h2>
      <p className="quiet">{say.deliveriesLead}</p>
      <Loaded of={read} rows={2}>
        {(progress) => (
          <>
            <p>
              <strong>{say.provenOf(progress.proven, progress.owners)}</strong>
            </p>
            <Buildings of={of} show={show} rows={progress.buildings} />
            <Receivers of={of} show={show} buildings={progress.buildings} />
          </>
        )}
      </Loaded>
      {dialog !== null && 'building' in dialog ? (
        <RecordDelivery of={of} whom={{ building: dialog.building }} close={close} />
      ) : null}
      {dialog !== null && 'owner' in dialog ? (
        <RecordDelivery of={of} whom={{ owner: dialog.owner }} close={close} />
      ) : null}
      {dialog !== null && 'back' in dialog ? <TakeBack of={of} row={dialog.back} close={close} /> : null}
    </section>
  )
}
const Buildings = ({ of, show, rows }: Part & { readonly rows: Progress['buildings'] }) => {
  const say = useWords(words)
  return (
    <PlainTable label={say.deliveries} heads={[say.building, ...figures(say.proven, say.owners), say.actions]}>
      {rows.map((one) => (
        <tr key={one.building}>
          <th scope="row">{one.building}</th>
          <td className="figure">{one.proven}</td>
          <td className="figure">{one.owners}</td>
          <td>
            {of.may.includes('deliver') && one.proven < one.owners ? (
              <Button size="small" onClick={() => show({ building: one.building })}>
                {say.recordBuilding}
              </Button>
            ) : null}
          </td>
        </tr>
      ))}
    </PlainTable>
  )
}
/** Who lacks proof first: that is the work to be done. */
const Receivers = ({ of, show, buildings }: Part & Pick<Progress, 'buildings'>) => {
  const say = useWords(words)
  const [search, change] = useSearch()
  const isProven = search['proven'] === 'true'
  const building = buildings.find((one) => one.building === search['building'])?.building
  const list = useList('GET /api/decisions/:id/deliveries', {
    params: { id: of.id },
    query: { limit: 20, proven: isProven ? 'true' : 'false', ...(building === undefined ? {} : { building }) },
  })
  return (
    <>
      <p className="row">
        <Select
          aria-label={say.whichOwners}
          className="decision-select"
          value={isProven}
          onChange={(next: boolean) => change({ proven: next ? 'true' : undefined })}
          options={[
            { value: false, label: say.notProven },
            { value: true, label: say.proven },
          ]}
        />
        <Select
          aria-label={say.building}
          className="decision-select"
          allowClear
          placeholder={say.building}
          value={building}
          onChange={(next: string | undefined) => change({ building: next })}
          options={buildings.map((one) => ({ value: one.building, label: one.building }))}
        />
      </p>
      <Listing
        list={list}
        icon={MailCheck}
        empty={{ title: isProven ? say.noneProven : say.allProven, hint: '' }}
        isPlain
      >
        {(rows) => (
          <PlainTable label={say.whichOwners} heads={[say.doorsAndOwners, say.deliveryProof, say.actions]}>
            {rows.map((row) => (
              <ReceiverRow key={row.key} of={of} show={show} row={row} />
            ))}
          </PlainTable>
        )}
      </Listing>
    </>
  )
}
const ReceiverRow = ({ of, show, row }: Part & { readonly row: Receiver }) => {
  const say = useWords(words)
  const { delivery } = row
  const records = of.may.includes('deliver')
  return (
    <tr>
      <th scope="row">
        {row.doors}
        <br />
        <span className="quiet">{row.names || say.noOwner}</span>
      </th>
      <td>{delivery === null ? <Tag tone="warn">{say.notProven}</Tag> : <Proof delivery={delivery} />}</td>
      <td>
        {!records ? null : delivery === null ? (
          <Button size="small" onClick={() => show({ owner: row })}>
            {say.recordDelivery}
          </Button>
        ) : (
          <Button size="small" type="text" danger onClick={() => show({ back: row })}>
            {say.undeliver}
          </Button>
        )}
      </td>
    </tr>
  )
}
const Proof = ({ delivery }: { readonly delivery: NonNullable<Receiver['delivery']> }) => {
  const say = useWords(words)
  const pick = usePick()
  return (
    <>
      {delivery.on} · {pick(deliveryWays[delivery.how])}
      {delivery.byName ? ` · ${delivery.byName}` : ''}
      {delivery.photos.map((photo, i) => (
        <a
          key={photo}
          className="decision-proof"
          href={addressOf('GET /api/files/:id', { params: { id: photo } })}
          target="_blank"
          rel="noreferrer"
        >
          {say.photoNo(i + 1)}
        </a>
      ))}
    </>
  )
}
const TakeBack = ({
  of,
  row,
  close,
}: {
  readonly of: Decision
  readonly row: Receiver
  readonly close: () => void
}) => {
  const say = useWords(words)
  const act = useAct('POST /api/decisions/:id/deliveries/:thingId', { onDone: useDone(say.done, close) })
  if (row.delivery === null) return null
  const thingId = row.delivery.id
  return (
    <Ask
      open
      title={say.undeliver}
      what={say.undeliverWhat(`${row.doors} ${row.names}`)}
      verb={say.undeliver}
      isDangerous
      reason={{ label: say.reason, wrong: say.needed }}
      isBusy={act.isPending}
      problem={act.error}
      onYes={(reason) => act.mutate({ params: { id: of.id, thingId }, body: { reason } })}
      onNo={close}
    />
  )
}
