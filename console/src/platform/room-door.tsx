// The door of a room: a person without its permission reads a sentence instead of a page that would be refused anyway.
import { DoorClosed } from 'lucide-react'
import { Suspense, useEffect, type ReactNode } from 'react'
import { mayEnter } from '../rooms.ts'
import type { Room } from '../room.ts'
import { useMe } from './me.ts'
import { EmptyState, SkeletonTable } from './page.tsx'
import { shellWords } from './shell-words.ts'
import { usePick, useWords } from './words.ts'

export const RoomDoor = ({ room, children }: { readonly room: Room; readonly children: ReactNode }) => {
  const say = useWords(shellWords)
  const pick = usePick()
  const { permissions } = useMe()
  const isOpen = mayEnter(room, permissions)
  const name = pick(room)
  useEffect(() => {
    if (!isOpen) document.title = `${name} · 邻里`
  }, [isOpen, name])
  if (isOpen) return <Suspense fallback={<SkeletonTable />}>{children}</Suspense>
  return (
    <div className="page">
      <h1>{name}</h1>
      <EmptyState icon={DoorClosed} title={say.noEntry} hint={say.noEntryHint} />
    </div>
  )
}
