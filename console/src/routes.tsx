// The addresses of the console, made from the list of rooms; every page is fetched when it is opened.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { readSearch, writeSearch } from './platform/search-words.ts'
import { PageFailed } from './platform/page-failed.tsx'
import { SkeletonTable } from './platform/page.tsx'
import { NotFoundPage } from './platform/not-found.tsx'
import { RoomDoor } from './platform/room-door.tsx'
import { Gate } from './platform/gate.tsx'
import { rooms } from './rooms.ts'

const rootRoute = createRootRoute({ component: Gate, notFoundComponent: NotFoundPage })
const pages = rooms.map((room) => {
  const Page = lazyRouteComponent(room.load, 'default') as ComponentType
  return createRoute({
    getParentRoute: () => rootRoute,
    path: room.path,
    component: () => (
      <RoomDoor room={room}>
        <Page />
      </RoomDoor>
    ),
  })
})

export const router = createRouter({
  routeTree: rootRoute.addChildren(pages),
  basepath: '/console',
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPendingComponent: () => <SkeletonTable />,
  defaultErrorComponent: PageFailed,
})
