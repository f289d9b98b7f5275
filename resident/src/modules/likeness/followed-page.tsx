// A matter of somebody else that I follow: in public words, with a way to follow it no longer.
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { useLoad } from '../../kit/load.ts'
import { OwnPage } from '../../kit/own-page.tsx'
import { Failure, Skeleton } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { go } from '../../router.ts'
import { AlikeView } from './alike-view.tsx'
import { w } from './words.ts'

const FollowedCase = ({ id }: { id: string }) => {
  const loaded = useLoad(`likeness/${id}`, () => call('GET /api/likeness/cases/:id', { params: { id } }))
  const unfollow = useAction<string>(async (caseId) => {
    await call('DELETE /api/cases/:id/follow', { params: { id: caseId } })
    tell(w('unfollowed'))
    go('/cases')
  })
  if (loaded.trouble) return <Failure trouble={loaded.trouble} retry={loaded.reload} />
  if (!loaded.data) return <Skeleton rows={4} />
  return (
    <section class="card stack">
      <AlikeView of={loaded.data} heading="h2" />
      {unfollow.trouble && <Failure trouble={unfollow.trouble} />}
      {loaded.data.mine ? (
        <a class="button wide" href={`/cases/${id}`}>
          {w('toMine')}
        </a>
      ) : (
        loaded.data.following && (
          <button type="button" class="button wide" aria-disabled={unfollow.busy} onClick={() => void unfollow.run(id)}>
            {w('unfollow')}
          </button>
        )
      )}
    </section>
  )
}
const FollowedPage = ({ id }: { id: string }) => (
  <OwnPage title={w('pageTitle')} backTo="/cases">
    <FollowedCase id={id} />
  </OwnPage>
)
export default FollowedPage
