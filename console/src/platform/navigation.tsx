// The navigation: groups as people name their work, only the rooms this person may enter.
import { Link } from '@tanstack/react-router'
import { mayEnter, roomGroups, rooms, type Room } from '../rooms.ts'
import { usePath } from './address.ts'
import { useMe } from './me.ts'
import { shellWords } from './shell-words.ts'
import { usePick, useWords } from './words.ts'

/** The room the address is in: the longest path that begins it. */
const roomAt = (path: string): Room | undefined =>
  rooms
    .filter((room) => !room.hidden && (path === room.path || (room.path !== '/' && path.startsWith(`${room.path}/`))))
    .toSorted((a, b) => b.path.length - a.path.length)[0]

export const Navigation = () => {
  const say = useWords(shellWords)
  const pick = usePick()
  const { permissions } = useMe()
  const here = roomAt(usePath())
  return (
    <nav aria-label={say.navigation}>
      {roomGroups.map((group) => {
        const open = group.rooms.filter((room) => !room.hidden && mayEnter(room, permissions))
        if (open.length === 0) return null
        return (
          <section key={group.en}>
            {group.rooms.length > 1 ? <h2>{pick(group)}</h2> : null}
            <ul>
              {open.map((room) => (
                <li key={room.path}>
                  <RoomLink room={room} isHere={room === here} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </nav>
  )
}
const RoomLink = ({ room, isHere }: { room: Room; isHere: boolean }) => {
  const pick = usePick()
  const Shape = room.icon
  return (
    <Link
      to={room.path}
      preload="intent"
      className={isHere ? 'room is-here' : 'room'}
      aria-current={isHere ? 'page' : undefined}
      activeProps={{}}
    >
      <Shape size={17} aria-hidden />
      {pick(room)}
    </Link>
  )
}
