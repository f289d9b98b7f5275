// The evidence of a hot spot: its cases, and what may be decided: one case for the cause, or no hot spot.
import { Link } from '@tanstack/react-router'
import { App, Button, Drawer } from 'antd'
import { useEffect, useState } from 'react'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { useMarks } from '../../platform/marks.ts'
import { Loaded } from '../../platform/page.tsx'
import { pageWords } from '../../platform/page-words.ts'
import { StateTag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { SpotFigures, SpotState, whereOf } from './spot-card.tsx'
import { words } from './words.ts'

type Full = Out<'GET /api/likeness/spots/:id'>

export const SpotDrawer = ({ id, close }: { readonly id: string | null; readonly close: () => void }) => {
  const say = useWords(words)
  const common = useWords(pageWords)
  return (
    <Drawer
      open={id !== null}
      title={say.title}
      size={640}
      onClose={close}
      destroyOnHidden
      closable={{ 'aria-label': common.close }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {id === null ? null : <SpotInFull key={id} id={id} />}
    </Drawer>
  )
}
const SpotInFull = ({ id }: { readonly id: string }) => {
  const say = useWords(words)
  const mark = useMarks()
  const read = useApi('GET /api/likeness/spots/:id', { params: { id } })
  const seen = useAct('POST /api/likeness/spots/:id/seen')
  const isNew = read.data?.state === 'new'
  const note = seen.mutate
  useEffect(() => {
    if (isNew) note({ params: { id } })
  }, [isNew, id, note])
  return (
    <Loaded of={read} rows={5}>
      {(spot) => (
        <div className="stack">
          <p className="row">
            <SpotState state={spot.state} />
            <span className="quiet">{whereOf(mark, spot)}</span>
          </p>
          <h2>{spot.title}</h2>
          <SpotFigures spot={spot} />
          <Decisions spot={spot} />
          <h3>{say.casesOf}</h3>
          <SpotCases spot={spot} />
        </div>
      )}
    </Loaded>
  )
}
const SpotCases = ({ spot }: { readonly spot: Full }) => (
  <ul className="spot-cases">
    {spot.cases.map((row) => (
      <li key={row.id}>
        <Link to={`/cases/${row.id}`}>
          {row.number} {row.words.slice(0, 80)}
        </Link>
        <span className="row">
          <StateTag state={row.state} />
          <span className="quiet">{row.place.path}</span>
          <TimeText at={row.createdAt} />
        </span>
      </li>
    ))}
  </ul>
)
const Decisions = ({ spot }: { readonly spot: Full }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const [asking, setAsking] = useState<'root' | 'dismiss' | null>(null)
  const params = { id: spot.id }
  const root = useAct('POST /api/likeness/spots/:id/root-case', {
    refreshes: ['/api/likeness', '/api/cases'],
    onDone: (out) => {
      setAsking(null)
      void message.success(say.rootDone(out.rootCase?.number ?? ''))
    },
  })
  const dismiss = useAct('POST /api/likeness/spots/:id/dismissal', {
    onDone: () => {
      setAsking(null)
      void message.success(say.dismissed)
    },
  })
  return (
    <div className="row">
      {spot.rootCase ? (
        <Link to={`/cases/${spot.rootCase.id}`}>
          {say.rootCase} {spot.rootCase.number}
        </Link>
      ) : null}
      {spot.may.includes('openRoot') ? (
        <Button type="primary" onClick={() => setAsking('root')}>
          {say.openRoot}
        </Button>
      ) : null}
      {spot.may.includes('dismiss') ? <Button onClick={() => setAsking('dismiss')}>{say.dismiss}</Button> : null}
      <Ask
        open={asking === 'root'}
        title={say.openRoot}
        what={say.openRootWhat}
        verb={say.openRoot}
        reason={{ label: say.rootWords, hint: say.rootWordsHint, wrong: say.rootWordsWrong, least: 4 }}
        isBusy={root.isPending}
        problem={root.error}
        onYes={(text) => root.mutate({ params, body: { words: text } })}
        onNo={() => setAsking(null)}
      />
      <Ask
        open={asking === 'dismiss'}
        title={say.dismiss}
        what={say.dismissWhat}
        verb={say.dismiss}
        reason={{ label: say.reason, hint: say.reasonHint, wrong: say.reasonWrong }}
        isBusy={dismiss.isPending}
        problem={dismiss.error}
        onYes={(reason) => dismiss.mutate({ params, body: { reason } })}
        onNo={() => setAsking(null)}
      />
    </div>
  )
}
