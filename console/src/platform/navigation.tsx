// The navigation: groups as people name their work, only the rooms this person may enter.
import { Link } from '@tanstack/react-router'
import { ChevronDown } from 'lucide-react'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { mayEnter, roomGroups, rooms } from '../rooms.ts'
import type { Room, RoomGroup } from '../room.ts'
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
  const { permissions } = useMe()
  const here = roomAt(usePath())
  const isLong = rooms.filter((room) => !room.hidden && mayEnter(room, permissions)).length > 14
  return (
    <nav aria-label={say.navigation}>
      {roomGroups.map((group) => {
        const open = group.rooms.filter((room) => !room.hidden && mayEnter(room, permissions))
        if (open.length === 0) return null
        const links = (
          <ul>
            {open.map((room) => (
              <li key={room.path}>
                <RoomLink room={room} isHere={room === here} />
              </li>
            ))}
          </ul>
        )
        if (group.rooms.length === 1) return <section key={group.en}>{links}</section>
        return (
          <Group
            key={group.en}
            group={group}
            folds={isLong && group.isRare === true}
            holdsHere={open.some((room) => room === here)}
          >
            {links}
          </Group>
        )
      })}
    </nav>
  )
}
interface GroupProps {
  readonly group: RoomGroup
  readonly holdsHere: boolean
  /** Begins folded. */
  readonly folds: boolean
  readonly children: ReactNode
}
const keptAs = (group: RoomGroup) => `linli-console-group-${group.en}`
/** A group folds; what is rarely needed begins folded. Going into a room opens its group. */
const Group = ({ group, holdsHere, folds, children }: GroupProps) => {
  const pick = usePick()
  const id = useId()
  const [isOpen, open] = useState(() => {
    const kept = localStorage.getItem(keptAs(group))
    return holdsHere || (kept === null ? !folds : kept === 'open')
  })
  const toggle = () => {
    localStorage.setItem(keptAs(group), isOpen ? 'folded' : 'open')
    open(!isOpen)
  }
  useEffect(() => {
    if (holdsHere) open(true)
  }, [holdsHere])
  return (
    <section>
      <h2>
        <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={toggle}>
          {pick(group)}
          <ChevronDown size={14} aria-hidden />
        </button>
      </h2>
      <div id={id} hidden={!isOpen}>
        {children}
      </div>
    </section>
  )
}
const RoomLink = ({ room, isHere }: { room: Room; isHere: boolean }) => {
  const pick = usePick()
  const Shape = room.icon
  const link = useRef<HTMLAnchorElement>(null)
  // Where one is stays in sight, also when the page was opened by its address.
  useEffect(() => {
    if (isHere) link.current?.scrollIntoView({ block: 'nearest' })
  }, [isHere])
  return (
    <Link
      ref={link}
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
