// 巡查: the routes of today; opened once with a signal they stay on the phone.
import { useEffect } from 'preact/hooks'
import { visitStates } from '../../../../contract/src/patrols-life.ts'
import { Icon } from '../../kit/icon.tsx'
import { alert, check, clock, list, offline } from '../../kit/icons.ts'
import { Page } from '../../kit/page.tsx'
import { Empty, Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { language } from '../../words.ts'
import { loadToday, sendWalksNow, takeOutWalk, today, walks, type Visit } from './walks.ts'
import type { Walk } from './walk-item.ts'
import { w } from './words.ts'

const clockOf = (iso: string) =>
  new Date(iso).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' })
export const windowOf = (visit: Visit) => w('time', { from: clockOf(visit.from), until: clockOf(visit.until) })
/** Points walked, those that still wait on this phone included. */
export const walkedPoints = (visit: Visit, waiting: readonly Walk[]): Set<string> => {
  const mine = visit.kind === 'sweep' ? visit.mine?.name : undefined
  return new Set([
    ...visit.checkins.filter((one) => mine === undefined || one.by.organisation === mine).map((one) => one.pointId),
    ...waiting.flatMap((walk) =>
      walk.visitId === visit.id && walk.told.what === 'checkin' ? [walk.told.pointId] : [],
    ),
  ])
}
export const stateWord = (visit: Visit) => visitStates[visit.state][language.get() === 'en' ? 'en' : 'zh']

/** What waits on this phone, and what the server refused. */
export const WaitingWalks = () => {
  const waiting = useStore(walks)
  const refused = waiting.filter((walk) => walk.state === 'refused')
  const left = waiting.length - refused.length
  return (
    <>
      {left > 0 && (
        <div class="notice wait" role="status">
          <Icon of={offline} />
          <span class="grow">{w('waits', { n: left })}</span>
          <button type="button" class="button" onClick={sendWalksNow}>
            {w('sendNow')}
          </button>
        </div>
      )}
      {refused.map((walk) => (
        <div key={walk.id} class="notice bad" role="alert">
          <Icon of={alert} />
          <span class="grow">
            <span class="strong">{w('refused')}</span>
            <br />
            {walk.refusal?.cause} {walk.refusal?.remedy}
          </span>
          <button type="button" class="button" onClick={() => void takeOutWalk(walk.id)}>
            {w('discard')}
          </button>
        </div>
      ))}
    </>
  )
}
const VisitCell = ({ visit }: { visit: Visit }) => {
  const waiting = useStore(walks)
  const n = walkedPoints(visit, waiting).size
  return (
    <a class="cell" href={`/patrols/${visit.id}`}>
      <Icon of={visit.state === 'done' ? check : visit.state === 'missed' ? alert : clock} />
      <span class="grow">
        <span class="strong">{visit.route.name}</span>
        <span class="small quiet">
          {visit.place.path} · {windowOf(visit)}
        </span>
        {visit.aim && <span class="small">{w('aim', { aim: visit.aim })}</span>}
        <span class="small">
          {stateWord(visit)} · {w('progress', { n, all: visit.pointList.length })}
        </span>
      </span>
    </a>
  )
}
const Visits = () => {
  const { data, trouble, isKept } = useStore(today)
  useEffect(() => {
    void loadToday()
    const again = () => void loadToday()
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [])
  if (data === null) return trouble ? <Failure trouble={trouble} retry={() => void loadToday()} /> : <Skeleton />
  return (
    <>
      {isKept && <p class="notice wait">{w('kept')}</p>}
      {trouble && <Failure trouble={trouble} retry={() => void loadToday()} />}
      {data.visits.length === 0 ? (
        <Empty icon={list} title={w('none')} hint={w('noneHint')} />
      ) : (
        <ul class="cells">
          {data.visits.map((visit) => (
            <li key={visit.id}>
              <VisitCell visit={visit} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
const PatrolsPage = () => {
  const who = useStore(session)
  return (
    <Page title={w('title')} subtitle={w('lead')} backTo="/services">
      <WaitingWalks />
      {who.state === 'out' ? <SignInFirst /> : <Visits />}
    </Page>
  )
}
export default PatrolsPage
