// One visit: its points in order, what was found, and the end of it.
import { useEffect, useState } from 'preact/hooks'
import { Lines } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { alert, check, offline, pin, right } from '../../kit/icons.ts'
import { Page } from '../../kit/page.tsx'
import { Photos, picturesOf } from '../../kit/photos.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { Empty, Failure, Skeleton } from '../../kit/states.tsx'
import { mark } from '../../marks.ts'
import { useStore } from '../../store.ts'
import { stateWord, WaitingWalks, walkedPoints, windowOf } from './patrols-page.tsx'
import { loadToday, tellWalk, today, walks, type Visit } from './walks.ts'
import { w } from './words.ts'

/** A visit of today by id, also without a signal. */
export const useVisit = (id: string) => {
  const { data, trouble } = useStore(today)
  useEffect(() => {
    if (today.get().data === null) void loadToday()
  }, [])
  return { visit: data?.visits.find((one) => one.id === id) ?? null, isLoaded: data !== null, trouble }
}
export const NoVisit = ({ of }: { of: ReturnType<typeof useVisit> }) =>
  of.isLoaded ? (
    <Empty icon={pin} title={w('notFound')}>
      <p class="quiet">{w('notFoundHint')}</p>
      <a class="button main" href="/patrols">
        {w('back')}
      </a>
    </Empty>
  ) : of.trouble ? (
    <Failure trouble={of.trouble} retry={() => void loadToday()} />
  ) : (
    <Skeleton />
  )
type Point = Visit['pointList'][number]
const PointCell = ({ visit, point }: { visit: Visit; point: Point }) => {
  const waiting = useStore(walks)
  const isWaiting = waiting.some(
    (walk) => walk.visitId === visit.id && walk.told.what === 'checkin' && walk.told.pointId === point.id,
  )
  const done = visit.checkins.find(
    (one) => one.pointId === point.id && (visit.mine === null || one.by.organisation === visit.mine.name),
  )
  const found = visit.found.filter((one) => one.pointId === point.id).length
  const say = isWaiting ? w('waiting') : done ? w('checked') : w('toWalk')
  const more = [
    done && !done.proved && w('unproved'),
    done?.distance != null && w('near', { n: done.distance }),
    found > 0 && w('problems', { n: found }),
  ].filter(Boolean)
  const content = (
    <>
      <Icon of={isWaiting ? offline : done ? check : pin} />
      <span class="grow">
        <span class="strong">{point.name}</span>
        <span class="small quiet">{[say, ...more].join(' · ')}</span>
      </span>
    </>
  )
  const isOver = visit.state === 'done' || visit.state === 'cancelled'
  return done || isWaiting || isOver ? (
    <div class="cell">{content}</div>
  ) : (
    <a class="cell" href={`/patrols/${visit.id}/${point.id}`}>
      {content}
      <Icon of={right} class="end" />
    </a>
  )
}
const Found = ({ visit }: { visit: Visit }) =>
  visit.found.length === 0 ? null : (
    <section class="stack">
      <h2>{w('findings')}</h2>
      <ul class="stack">
        {visit.found.map((one) => (
          <li key={one.id} class="card stack">
            <p class="strong">{one.words}</p>
            <p class="small quiet">
              {[one.point, one.by.organisation ?? one.by.name, one.case && w('asCase', { number: one.case.number })]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {one.photos.length > 0 && <Photos pictures={picturesOf(one.photos)} />}
          </li>
        ))}
      </ul>
    </section>
  )
const Units = ({ visit }: { visit: Visit }) =>
  visit.units.length === 0 ? null : (
    <section class="stack">
      <h2>{w('units')}</h2>
      <ul class="cells">
        {visit.units.map((unit) => (
          <li key={unit.organisation.id} class="cell">
            <span class="grow">
              <span class="strong">{unit.organisation.name}</span>
              <span class="small quiet">
                {[unit.people, w('progress', { n: unit.checkins, all: visit.pointList.length })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
const FinishSheet = ({ visit, onClose }: { visit: Visit; onClose: () => void }) => {
  const [why, setWhy] = useState('')
  const [isWrong, setWrong] = useState(false)
  const finish = async () => {
    if (why.trim().length < 2) return setWrong(true)
    await tellWalk(visit.id, { what: 'finish', finishedAt: new Date().toISOString(), words: why.trim() })
    onClose()
  }
  return (
    <Sheet title={w('finishEarly')} onClose={onClose}>
      <Lines label={w('why')} value={why} onValue={setWhy} max={200} wrong={isWrong ? w('whyNeeded') : null} />
      <button type="button" class="button main" onClick={() => void finish()}>
        {w('finish')}
      </button>
    </Sheet>
  )
}
const StateNotice = ({ visit }: { visit: Visit }) => (
  <>
    {visit.state === 'done' && (
      <p class="notice good" role="status">
        <Icon of={check} />
        <span class="grow">{visit.late ? `${w('done')}${mark('comma')}${w('late')}` : w('done')}</span>
      </p>
    )}
    {visit.state === 'missed' && (
      <p class="notice bad">
        <Icon of={alert} />
        <span class="grow">{w('missed')}</span>
      </p>
    )}
  </>
)
const VisitPage = ({ id }: { id: string }) => {
  const found = useVisit(id)
  const waiting = useStore(walks)
  const [finishing, setFinishing] = useState(false)
  const { visit } = found
  if (visit === null)
    return (
      <Page title={w('title')} backTo="/patrols">
        <NoVisit of={found} />
      </Page>
    )
  const walked = walkedPoints(visit, waiting)
  const isFinishing = waiting.some((walk) => walk.visitId === visit.id && walk.told.what === 'finish')
  const mayFinish = visit.state !== 'done' && visit.state !== 'cancelled' && walked.size > 0 && !isFinishing
  const finish = () => {
    if (walked.size < visit.pointList.length) return setFinishing(true)
    void tellWalk(visit.id, { what: 'finish', finishedAt: new Date().toISOString(), words: null })
  }
  return (
    <Page
      title={visit.route.name}
      subtitle={`${visit.place.path} · ${windowOf(visit)}`}
      backTo="/patrols"
      bar={
        mayFinish ? (
          <button type="button" class="button main" onClick={finish}>
            {w('finish')}
          </button>
        ) : undefined
      }
    >
      <WaitingWalks />
      <StateNotice visit={visit} />
      {visit.aim && <p>{w('aim', { aim: visit.aim })}</p>}
      {visit.mine && <p class="quiet">{w('forUnit', { name: visit.mine.name })}</p>}
      <section class="stack">
        <h2>
          {w('points')} {w('progress', { n: walked.size, all: visit.pointList.length })}
        </h2>
        <ul class="cells">
          {visit.pointList.map((point) => (
            <li key={point.id}>
              <PointCell visit={visit} point={point} />
            </li>
          ))}
        </ul>
      </section>
      <Found visit={visit} />
      <Units visit={visit} />
      <p class="small quiet">{stateWord(visit)}</p>
      {finishing && <FinishSheet visit={visit} onClose={() => setFinishing(false)} />}
    </Page>
  )
}
export default VisitPage
