// On the start page, where an emergency holds at one's home or post: what it is, and what one can do.
import { call } from '../../api.ts'
import { Icon } from '../../kit/icon.tsx'
import { alert, right } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { w } from './words.ts'

export const emergenciesNow = () => call('GET /api/emergency/now')
const Banner = () => {
  const { data } = useLoad('emergency/now', emergenciesNow)
  return (
    <>
      {data?.map((one) => (
        <a key={one.id} class="notice bad" href={one.myTasks > 0 ? '/emergency/tasks' : `/emergency/${one.id}`}>
          <Icon of={alert} />
          <span class="grow">
            <span class="strong">{w('inForce', { area: one.area })}</span>
            <br />
            {one.name}
            <br />
            <span class="small">{one.myTasks > 0 ? w('tapTasks', { n: one.myTasks }) : w('tapHelp')}</span>
          </span>
          <Icon of={right} />
        </a>
      ))}
    </>
  )
}
export default Banner
