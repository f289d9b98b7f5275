// One case of the board: what became of it by day, released words and photos, and following it.
import { call } from '../../api.ts'
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { useAction } from '../../kit/action.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Photos } from '../../kit/photos.tsx'
import { Failure, Skeleton } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import './board.css'
import { Day, picturesOfPublic, PublicState, stateName } from './face.tsx'
import { w } from './words.ts'

type PublicCase = OutOf<Api['GET /api/public/cases/:id']>
const Follow = ({ of, put }: { of: PublicCase; put: (next: PublicCase) => void }) => {
  const who = useStore(session)
  const act = useAction<boolean>(async (isOn) => {
    const params = { id: of.id }
    const { following } = isOn
      ? await call('POST /api/cases/:id/follow', { params })
      : await call('DELETE /api/cases/:id/follow', { params })
    put({ ...of, following })
    tell(w(following ? 'following' : 'unfollowed'))
  })
  if (who.state !== 'in')
    return (
      <a class="button wide" href={`/sign-in?next=${encodeURIComponent(`/public-board/case/${of.id}`)}`}>
        {w('signIn')}
      </a>
    )
  if (!of.mayFollow)
    return (
      <a class="button wide" href={`/cases/${of.id}`}>
        {w('toMine')}
      </a>
    )
  return (
    <>
      {act.trouble && <Failure trouble={act.trouble} />}
      <button
        type="button"
        class={of.following ? 'button wide' : 'button main'}
        aria-disabled={act.busy}
        onClick={() => void act.run(!of.following)}
      >
        {w(of.following ? 'unfollow' : 'follow')}
      </button>
    </>
  )
}
const Shown = ({ of }: { of: PublicCase }) => (
  <>
    <section class="card stack">
      <PublicState state={of.state} />
      <p class="strong">
        {of.category.name} · {of.place}
      </p>
      {of.summary && <p class="said-words">{of.summary}</p>}
      {of.handler && <p>{w('by', { who: of.handler })}</p>}
      {of.photos.length > 0 && <Photos pictures={picturesOfPublic(of.photos)} />}
    </section>
    <section class="card stack">
      <h2>{w('progress')}</h2>
      <ol class="timeline">
        {[...of.steps].reverse().map((step, at) => (
          <li key={at}>
            <p class="step">{stateName(step.state)}</p>
            <p class="small quiet">
              <Day of={step.on} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  </>
)
const PublicCasePage = ({ id }: { id: string }) => {
  const loaded = useLoad(`public/${id}`, () => call('GET /api/public/cases/:id', { params: { id } }))
  const found = loaded.data
  return (
    <Page
      title={w('case')}
      subtitle={found ? w('number', { number: found.number }) : undefined}
      backTo={found ? `/public-board/${found.community.id}` : '/public-board'}
    >
      {loaded.trouble && <Failure trouble={loaded.trouble} retry={loaded.reload} />}
      {!found && !loaded.trouble && <Skeleton rows={3} height={8} />}
      {found && (
        <>
          <Shown of={found} />
          <Follow of={found} put={loaded.put} />
        </>
      )}
    </Page>
  )
}
export default PublicCasePage
