// 谁管我: who looks after each of my homes, or the place of a door code; photo and phone as each consents.
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { stewardKinds } from '../../../../contract/src/stewards-kinds.ts'
import { call } from '../../api.ts'
import { Icon } from '../../kit/icon.tsx'
import { building, phone } from '../../kit/icons-more.ts'
import { person } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Empty, Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { say } from '../../words.ts'
import { w } from './words.ts'
import './stewards.css'

type Place = OutOf<Api['GET /api/stewards/who']>[number]
type Card = Place['cards'][number]

const Face = ({ card }: { card: Card }) =>
  card.photoId ? (
    <img class="face" src={`/api/files/${card.photoId}/thumbnail`} alt={w('photoOf', { who: card.name })} />
  ) : (
    <span class="face">
      <Icon of={person} />
    </span>
  )
const CardCell = ({ card }: { card: Card }) => {
  const kind = stewardKinds[card.kind]
  const number = card.workPhone ?? card.officePhone
  return (
    <li class="cell">
      <Face card={card} />
      <span class="grow">
        <span class="small quiet">{say([kind.zh, kind.en])}</span>
        <span class="strong">{card.name}</span>
        <span class="small quiet">
          {card.post} · {card.scope}
        </span>
        {card.line && <span class="small">{card.line}</span>}
      </span>
      {number && (
        <a class="button" href={`tel:${number}`} aria-label={w('callWhom', { who: `${card.post} ${card.name}` })}>
          <Icon of={phone} /> {w('call')}
        </a>
      )}
    </li>
  )
}
const PlaceCards = ({ of }: { of: Place }) => (
  <section class="stack">
    <h2>{of.place.name}</h2>
    {of.cards.length === 0 ? (
      <p class="card quiet">{w('nobody')}</p>
    ) : (
      <ul class="cells">
        {of.cards.map((card) => (
          <CardCell key={card.kind + card.name + card.scope} card={card} />
        ))}
      </ul>
    )}
  </section>
)
const Mine = () => {
  const { data, trouble, reload } = useLoad('stewards/who', () => call('GET /api/stewards/who'))
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  if (data.length === 0)
    return (
      <Empty icon={building} title={w('noHomes')}>
        <p class="quiet">{w('noHomesHint')}</p>
        <a class="button main" href="/me/homes">
          {w('addHome')}
        </a>
      </Empty>
    )
  return (
    <>
      {data.map((one) => (
        <PlaceCards key={one.place.id} of={one} />
      ))}
    </>
  )
}
const AtCode = ({ code }: { code: string }) => {
  const { data, trouble, reload } = useLoad(`stewards/who/${code}`, () =>
    call('GET /api/stewards/who/:code', { params: { code } }),
  )
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  return <PlaceCards of={data} />
}
const WhoPage = ({ code }: { code?: string }) => {
  const who = useStore(session)
  return (
    <Page title={w('title')} backTo="/">
      <p class="quiet">{w('lead')}</p>
      {code !== undefined ? <AtCode code={code} /> : who.state === 'out' ? <SignInFirst /> : <Mine />}
    </Page>
  )
}
export default WhoPage
