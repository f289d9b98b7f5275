// My homes: what became of my claims, and claiming another by choosing it.
import { useState } from 'preact/hooks'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Chips } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { building } from '../../kit/icons-more.ts'
import { alert, check, clock } from '../../kit/icons.ts'
import { lazy } from '../../kit/lazy.tsx'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { Empty, Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { w } from '../identity/me-words.ts'
import type { ChosenPlace } from './choose-place.tsx'

const ChoosePlace = lazy(() => import('./choose-place.tsx').then((m) => m.default), 'nothing')
type Relation = 'owner' | 'occupant'
const stateIcons = { claimed: clock, confirmed: check, refused: alert } as const

const ClaimSheet = ({ home, onDone, onClose }: { home: ChosenPlace; onDone: () => void; onClose: () => void }) => {
  const [relation, setRelation] = useState<Relation>('owner')
  const claim = useAction(async (body: { homeId: string; relation: Relation }, key) => {
    await call('POST /api/places/home-claims', { body, key })
    tell(w('claimSent'))
    onDone()
  })
  return (
    <Sheet title={w('claim')} onClose={onClose}>
      <p class="strong">{home.path}</p>
      <Chips
        label={w('asWhat')}
        of={[
          ['owner', w('owner')],
          ['occupant', w('occupant')],
        ]}
        chosen={[relation]}
        onChoose={([next]) => next && setRelation(next)}
      />
      {claim.trouble && <Failure trouble={claim.trouble} />}
      <button
        type="button"
        class="button main"
        aria-disabled={claim.busy}
        onClick={() => void claim.run({ homeId: home.id, relation })}
      >
        {claim.busy ? w('sending') : w('sendClaim')}
      </button>
    </Sheet>
  )
}

const Homes = ({ onClaim }: { onClaim: () => void }) => {
  const { data, trouble, reload } = useLoad('places/my-homes', () => call('GET /api/places/my-homes'))
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  if (data.length === 0) {
    return (
      <Empty icon={building} title={w('noHomes')}>
        <p class="quiet">{w('noHomesHint')}</p>
        <button type="button" class="button main" onClick={onClaim}>
          {w('claim')}
        </button>
      </Empty>
    )
  }
  return (
    <>
      <ul class="cells">
        {data.map((one) => (
          <li key={one.id} class="cell">
            <Icon of={building} />
            <span class="grow">
              <span class="strong">{one.home.path}</span>
              <span class="small quiet">
                {one.community} · {w(one.relation)}
              </span>
              <span class="row small">
                <Icon of={stateIcons[one.state]} /> {w(one.state)}
              </span>
              {one.reason && <span class="small">{w('reason', { why: one.reason })}</span>}
            </span>
          </li>
        ))}
      </ul>
      <button type="button" class="button wide" onClick={onClaim}>
        {w('claim')}
      </button>
    </>
  )
}

const HomesPage = () => {
  const who = useStore(session)
  const [choosing, setChoosing] = useState(false)
  const [home, setHome] = useState<ChosenPlace | null>(null)
  const [round, setRound] = useState(0)
  return (
    <Page title={w('homes')} backTo="/me">
      {who.state === 'out' ? <SignInFirst /> : <Homes key={round} onClaim={() => setChoosing(true)} />}
      {choosing && (
        <ChoosePlace
          title={w('chooseHome')}
          kinds={['home', 'shop', 'parking']}
          onClose={() => setChoosing(false)}
          onChoose={(place) => {
            setChoosing(false)
            setHome(place)
          }}
        />
      )}
      {home && (
        <ClaimSheet
          home={home}
          onClose={() => setHome(null)}
          onDone={() => {
            setHome(null)
            setRound((n) => n + 1)
          }}
        />
      )}
    </Page>
  )
}
export default HomesPage
