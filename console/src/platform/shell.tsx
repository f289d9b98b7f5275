// The frame around every signed-in page: navigation on the left, messages and account above, the page in the middle.
import { Badge, Button } from 'antd'
import { Bell, Menu, UserRound, X } from 'lucide-react'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useApi } from './api.ts'
import { usePath } from './address.ts'
import { useLiveEvents } from './live.ts'
import { useMe } from './me.ts'
import { Navigation } from './navigation.tsx'
import { shellWords } from './shell-words.ts'
import { useWords } from './words.ts'

const EmergencyBanner = lazy(() => import('../modules/emergency/banner.tsx'))
const InboxDrawer = lazy(() => import('../modules/notices/inbox-drawer.tsx'))
const AccountDrawer = lazy(() => import('../modules/identity/account-drawer.tsx'))

export const Shell = () => {
  const say = useWords(shellWords)
  const path = usePath()
  const [isNavigationOpen, openNavigation] = useState(false)
  useLiveEvents()
  useEffect(() => openNavigation(false), [path])
  useFocusAfter(path)
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {say.skip}
      </a>
      <header className="topbar">
        <Button
          className="only-narrow"
          type="text"
          aria-label={isNavigationOpen ? say.closeNavigation : say.openNavigation}
          aria-expanded={isNavigationOpen}
          icon={isNavigationOpen ? <X size={20} /> : <Menu size={20} />}
          onClick={() => openNavigation(!isNavigationOpen)}
        />
        <Brand />
        <span className="grow" />
        <InboxButton />
        <AccountButton />
      </header>
      <div className={isNavigationOpen ? 'side is-open' : 'side'}>
        <Navigation />
      </div>
      <main id="content" tabIndex={-1}>
        <Suspense fallback={null}>
          <EmergencyBanner />
        </Suspense>
        <Outlet />
      </main>
    </div>
  )
}
/** Who came by the navigation goes on in the page: the next Tab, and the keys of a list, belong to it. */
const useFocusAfter = (path: string) => {
  const known = useRef(path)
  useEffect(() => {
    if (known.current === path) return
    known.current = path
    const at = document.activeElement
    if (at === document.body || at?.closest('.side')) document.getElementById('content')?.focus({ preventScroll: true })
  }, [path])
}
const Brand = () => {
  const say = useWords(shellWords)
  const { district } = useMe()
  return (
    <span className="brand">
      <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width={26} height={26} />
      <strong>{say.product}</strong>
      <span className="brand-district">{district.name}</span>
    </span>
  )
}
const InboxButton = () => {
  const say = useWords(shellWords)
  const [isOpen, open] = useState(false)
  const inbox = useApi('GET /api/notices/inbox', { query: { limit: 20 } })
  const unread = inbox.data?.unread ?? 0
  return (
    <>
      <Button type="text" className="topbar-button" onClick={() => open(true)}>
        <Bell size={18} aria-hidden />
        <span className="wide-word">{say.messages}</span>
        <Badge count={unread} size="small" title="" aria-hidden />
        {unread > 0 ? <span className="unseen">{say.unread(unread)}</span> : null}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <InboxDrawer close={() => open(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
const AccountButton = () => {
  const say = useWords(shellWords)
  const me = useMe()
  const [isOpen, open] = useState(false)
  const first = me.appointments[0]
  return (
    <>
      <Button type="text" className="topbar-button" onClick={() => open(true)}>
        <UserRound size={18} aria-hidden />
        <span className="unseen">{say.account}</span>
        <span className="wide-word">
          {me.name}
          {first ? <span className="quiet"> · {first.position.name}</span> : null}
        </span>
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <AccountDrawer close={() => open(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
