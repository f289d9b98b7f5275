// One visit list on a phone: door by door, with or without a signal.
import { useState } from 'preact/hooks'
import { knockNeeds, knockStates, type KnockNeed } from '../../../../contract/src/channels-kinds.ts'
import { call } from '../../api.ts'
import { SwitchCell } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { right } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { mark } from '../../marks.ts'
import { freshOrKept } from '../../outbox/kept-copy.ts'
import { useSending } from '../../outbox/kept-queue.ts'
import { OutboxNote, outboxWords } from '../../outbox/outbox-note.tsx'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { say } from '../../words.ts'
import './channels.css'
import { DoorSheet } from './door-sheet.tsx'
import { knockOutbox, withWaiting, type KnockList, type Visit } from './knock-outbox.ts'
import { w } from './knock-words.ts'
import { Bar } from './knocks-page.tsx'

/** Doors and what was noted, nothing of people: kept for when there is no signal. */
const loadList = (id: string): Promise<KnockList> =>
  freshOrKept(`knocks/${id}`, () => call('GET /api/channels/knocks/:id', { params: { id } }))
const needWords = (needs: readonly KnockNeed[]) =>
  needs.map((need) => say([knockNeeds[need].zh, knockNeeds[need].en])).join(mark('list'))

const Door = ({ visit, open }: { visit: Visit & { waits: boolean }; open: () => void }) => (
  <button type="button" class="cell" onClick={open}>
    <span class="grow">
      <span class="strong">{visit.home.path}</span>
      <span class="small quiet">
        {say([knockStates[visit.state].zh, knockStates[visit.state].en])}
        {visit.revisit && ` · ${w('again')}`}
        {visit.needs.length > 0 && ` · ${needWords(visit.needs)}`}
        {visit.cases > 0 && ` · ${w('cases', { n: visit.cases })}`}
        {visit.waits && ` · ${outboxWords('waits')}`}
      </span>
    </span>
    <Icon of={right} class="end" />
  </button>
)
const Doors = ({ list, reload }: { list: KnockList; reload: () => void }) => {
  const items = useStore(knockOutbox.waiting)
  const [onlyMine, setOnlyMine] = useState(list.visits.some((visit) => visit.mine))
  const [onlyLeft, setOnlyLeft] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const visits = list.visits.map((visit) => withWaiting(visit, items))
  const shown = visits.filter(
    (visit) => (!onlyMine || visit.mine) && (!onlyLeft || visit.state === 'notYet' || visit.revisit),
  )
  const done = visits.filter((visit) => visit.state === 'done').length
  const opened = visits.find((visit) => visit.id === open)
  return (
    <>
      <p class="quiet">{list.place.path}</p>
      <Bar counts={{ ...list.counts, homes: visits.length, done }} />
      <p>{w('progress', { done, homes: visits.length })}</p>
      <OutboxNote queue={knockOutbox} />
      <p class="small quiet">{list.closedAt ? w('closed') : w('minimum')}</p>
      <div class="cells">
        <SwitchCell label={w('onlyMine')} on={onlyMine} onChange={setOnlyMine} />
        <SwitchCell label={w('onlyLeft')} on={onlyLeft} onChange={setOnlyLeft} />
      </div>
      <ul class="cells">
        {shown.map((visit) => (
          <li key={visit.id}>
            <Door visit={visit} open={() => setOpen(visit.id)} />
          </li>
        ))}
      </ul>
      {opened && (
        <DoorSheet
          key={opened.id}
          visit={opened}
          isOpen={list.may.includes('visit')}
          onClose={(arrived) => {
            setOpen(null)
            if (arrived) reload()
          }}
        />
      )}
    </>
  )
}
const Loaded = ({ id }: { id: string }) => {
  const list = useLoad(`knocks/${id}`, () => loadList(id))
  useSending(knockOutbox, list.reload)
  if (list.data) return <Doors list={list.data} reload={list.reload} />
  return list.trouble ? <Failure trouble={list.trouble} retry={list.reload} /> : <Skeleton rows={6} height={3.5} />
}
const KnockPage = ({ id }: { id: string }) => {
  const who = useStore(session)
  return (
    <Page title={w('title')} backTo="/knocks">
      {who.state === 'out' && <SignInFirst />}
      {who.state === 'asking' && <Skeleton rows={6} height={3.5} />}
      {(who.state === 'in' || who.state === 'unknown') && <Loaded key={id} id={id} />}
    </Page>
  )
}
export default KnockPage
