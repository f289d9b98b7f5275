// Where I am signed in, and ending what I do not know.
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Icon } from '../../kit/icon.tsx'
import { device } from '../../kit/icons-more.ts'
import { useLoad } from '../../kit/load.ts'
import { OwnPage } from '../../kit/own-page.tsx'
import { Failure, Skeleton } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { Moment } from '../../kit/when.tsx'
import { deviceWords } from './device-words.ts'
import { w } from './me-words.ts'

const List = () => {
  const { data, trouble, reload } = useLoad('identity/sessions', () => call('GET /api/identity/me/sessions'))
  const end = useAction(async (id: string) => {
    await call('DELETE /api/identity/me/sessions/:id', { params: { id } })
    tell(w('ended'))
    reload()
  })
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  return (
    <>
      {end.trouble && <Failure trouble={end.trouble} />}
      <ul class="cells">
        {data.map((one) => (
          <li key={one.id} class="cell">
            <Icon of={device} />
            <span class="grow">
              <span class="strong">{deviceWords(one.device)}</span>
              <span class="small quiet">
                {w('lastSeen')} <Moment at={one.lastSeenAt} /> · {one.address}
              </span>
              {one.current && <span class="small">{w('current')}</span>}
            </span>
            {!one.current && (
              <button type="button" class="button" onClick={() => void end.run(one.id)}>
                {w('end')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const SessionsPage = () => (
  <OwnPage title={w('sessions')} backTo="/me">
    <List />
  </OwnPage>
)
export default SessionsPage
