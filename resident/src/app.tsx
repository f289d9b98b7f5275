// The app: which page belongs to which address, the tabs below, and what must be agreed before going on.
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { Icon } from './kit/icon.tsx'
import { bell, house, list, megaphone, person } from './kit/icons.ts'
import { w as kit } from './kit/kit-words.ts'
import { lazy } from './kit/lazy.tsx'
import { Toast } from './kit/toast.tsx'
import { inbox } from './live.ts'
import { find, go, here, place, type Params } from './router.ts'
import { session } from './session.ts'
import { useStore } from './store.ts'
import { Update } from './update.tsx'
import { language, words } from './words.ts'

const w = words({
  home: ['首页', 'Home'],
  cases: ['办事', 'Cases'],
  report: ['我要反映', 'Report'],
  inbox: ['消息', 'Inbox'],
  me: ['我的', 'Me'],
  tabs: ['主要页面', 'Main pages'],
  unread: ['，{n} 条未读', ', {n} unread'],
})

const page = <P extends object>(load: () => Promise<{ default: ComponentType<P> }>) =>
  lazy<P>(() => load().then((part) => part.default), 'page') as ComponentType<Params>

const missing = page(() => import('./modules/home/missing-page.tsx'))
const report = page<{ code?: string }>(() => import('./modules/cases/report-page.tsx'))
const routes: readonly (readonly [string, ComponentType<Params>])[] = [
  ['/', page(() => import('./modules/home/home-page.tsx'))],
  ['/work', page(() => import('./modules/home/work-page.tsx'))],
  ['/services', page(() => import('./modules/home/services-page.tsx'))],
  ['/cases', page(() => import('./modules/cases/list-page.tsx'))],
  ['/cases/:id', page<{ id: string }>(() => import('./modules/cases/case-page.tsx'))],
  ['/followed/:id', page<{ id: string }>(() => import('./modules/likeness/followed-page.tsx'))],
  ['/report', report],
  ['/s/:code', report],
  ['/report/waiting', page(() => import('./modules/cases/waiting.tsx'))],
  ['/report/sent/:id', page<{ id: string }>(() => import('./modules/cases/sent-page.tsx'))],
  ['/whistles', page(() => import('./modules/whistles/list-page.tsx'))],
  ['/whistles/:id', page<{ id: string }>(() => import('./modules/whistles/part-page.tsx'))],
  ['/patrols', page(() => import('./modules/patrols/patrols-page.tsx'))],
  ['/emergency/tasks', page(() => import('./modules/emergency/tasks-page.tsx'))],
  ['/emergency', page(() => import('./modules/emergency/emergency-page.tsx'))],
  ['/emergency/:id', page<{ id: string }>(() => import('./modules/emergency/emergency-page.tsx'))],
  ['/patrols/:id', page<{ id: string }>(() => import('./modules/patrols/visit-page.tsx'))],
  ['/patrols/:id/:point', page<{ id: string; point: string }>(() => import('./modules/patrols/point-page.tsx'))],
  ['/board', page(() => import('./modules/channels/board-page.tsx'))],
  ['/clues', page(() => import('./modules/channels/clue-page.tsx'))],
  ['/clues/mine', page(() => import('./modules/channels/my-clues-page.tsx'))],
  ['/knocks', page(() => import('./modules/channels/knocks-page.tsx'))],
  ['/knocks/:id', page<{ id: string }>(() => import('./modules/channels/knock-page.tsx'))],
  ['/meetings', page(() => import('./modules/channels/meetings-page.tsx'))],
  ['/meetings/:id', page<{ id: string }>(() => import('./modules/channels/meeting-page.tsx'))],
  ['/public-board', page(() => import('./modules/board/boards-page.tsx'))],
  ['/public-board/:id', page<{ id: string }>(() => import('./modules/board/board-page.tsx'))],
  ['/public-board/case/:id', page<{ id: string }>(() => import('./modules/board/public-case-page.tsx'))],
  ['/c/:token', page<{ token: string }>(() => import('./modules/board/link-page.tsx'))],
  ['/doorstep', page(() => import('./modules/deliberation/doorstep-page.tsx'))],
  ['/deliberation', page(() => import('./modules/deliberation/deliberation-page.tsx'))],
  ['/deliberation/meetings/:id', page<{ id: string }>(() => import('./modules/deliberation/meeting-page.tsx'))],
  ['/deliberation/kept', page(() => import('./modules/deliberation/kept-page.tsx'))],
  ['/deliberation/topics/:id', page<{ id: string }>(() => import('./modules/deliberation/topic-page.tsx'))],
  ['/deliberation/items/:id', page<{ id: string }>(() => import('./modules/deliberation/item-page.tsx'))],
  ['/inbox', page(() => import('./modules/notices/inbox-page.tsx'))],
  ['/mediations', page(() => import('./modules/mediation/list-page.tsx'))],
  ['/mediations/:id', page<{ id: string }>(() => import('./modules/mediation/mediation-page.tsx'))],
  ['/mediations/:id/agreement', page<{ id: string }>(() => import('./modules/mediation/agreement-page.tsx'))],
  ['/decisions', page(() => import('./modules/ballots/list-page.tsx'))],
  ['/decisions/:id', page<{ id: string }>(() => import('./modules/ballots/decision-page.tsx'))],
  ['/decisions/:id/receipt', page<{ id: string }>(() => import('./modules/ballots/receipt-page.tsx'))],
  ['/public-notices', page(() => import('./modules/publicnotices/notices-page.tsx'))],
  ['/public-notices/:id', page<{ id: string }>(() => import('./modules/publicnotices/notice-page.tsx'))],
  ['/public-notices/of/:place', page<{ place?: string }>(() => import('./modules/publicnotices/notices-page.tsx'))],
  ['/committees', page(() => import('./modules/committees/committees-page.tsx'))],
  ['/committees/:id', page<{ id: string }>(() => import('./modules/committees/committee-page.tsx'))],
  ['/trials', page(() => import('./modules/trials/trials-page.tsx'))],
  ['/trials/:id', page<{ id: string }>(() => import('./modules/trials/trial-page.tsx'))],
  ['/polls', page(() => import('./modules/polls/polls-page.tsx'))],
  ['/polls/:id', page<{ id: string }>(() => import('./modules/polls/poll-page.tsx'))],
  ['/who', page(() => import('./modules/stewards/who-page.tsx'))],
  ['/who/:code', page<{ code?: string }>(() => import('./modules/stewards/who-page.tsx'))],
  ['/my-card', page(() => import('./modules/stewards/card-page.tsx'))],
  ['/duties', page(() => import('./modules/dutylists/duties-page.tsx'))],
  ['/funds', page(() => import('./modules/funds/funds-page.tsx'))],
  ['/funds/:id', page<{ id: string }>(() => import('./modules/funds/fund-page.tsx'))],
  ['/funds/:id/statement', page<{ id: string }>(() => import('./modules/funds/statement-page.tsx'))],
  ['/shares', page(() => import('./modules/funds/shares-page.tsx'))],
  ['/shares/:id', page<{ id: string }>(() => import('./modules/funds/share-page.tsx'))],
  ['/me', page(() => import('./modules/identity/me-page.tsx'))],
  ['/me/homes', page(() => import('./modules/places/homes-page.tsx'))],
  ['/me/privacy', page(() => import('./modules/identity/privacy-page.tsx'))],
  ['/me/sessions', page(() => import('./modules/identity/sessions-page.tsx'))],
  ['/sign-in', page(() => import('./modules/identity/sign-in-page.tsx'))],
  ['/welcome', page(() => import('./modules/identity/welcome-page.tsx'))],
  ['/demo/outbox', page(() => import('./modules/notices/demo-outbox-page.tsx'))],
]

/** Pages one may see before agreeing to the privacy notice. */
const openWithoutConsent =
  /^\/(sign-in|welcome|who\/[^/]+|duties|demo\/outbox|me\/privacy|report|s\/[^/]+|c\/[^/]+|public-board(\/.+)?)\/?$/
const tabPaths: readonly string[] = ['/', '/cases', '/inbox', '/me']

const Tab = ({ href, word, icon, badge }: { href: string; word: string; icon: string; badge?: number }) => {
  const isHere = useStore(place).path === href
  return (
    <li>
      <a href={href} aria-current={isHere ? 'page' : undefined}>
        <Icon of={icon} />
        <span>{word}</span>
        {badge ? (
          <span class="badge">
            <span aria-hidden="true">{badge > 99 ? '99+' : badge}</span>
            <span class="hidden-text">{w('unread', { n: badge })}</span>
          </span>
        ) : null}
      </a>
    </li>
  )
}

const Tabs = () => {
  const { unread } = useStore(inbox)
  return (
    <nav class="tabs" aria-label={w('tabs')}>
      <ul>
        <Tab href="/" word={w('home')} icon={house} />
        <Tab href="/cases" word={w('cases')} icon={list} />
        <li>
          <a class="report" href="/report">
            <span class="round">
              <Icon of={megaphone} />
            </span>
            <span>{w('report')}</span>
          </a>
        </li>
        <Tab href="/inbox" word={w('inbox')} icon={bell} badge={unread} />
        <Tab href="/me" word={w('me')} icon={person} />
      </ul>
    </nav>
  )
}

/** The whole screen; drawn anew when the language changes. */
export const App = () => {
  const now = useStore(place)
  const who = useStore(session)
  const spoken = useStore(language)
  const needsConsent = who.state === 'in' && !who.me.consent.current && !openWithoutConsent.test(now.path)
  useEffect(() => {
    if (needsConsent) go(`/welcome?next=${encodeURIComponent(here())}`, { replace: true })
  }, [needsConsent, now.path])
  const found = find(routes, now.path)
  const Shown = found?.page ?? missing
  return (
    <div key={spoken}>
      <a class="skip" href="#content">
        {kit('skip')}
      </a>
      <Shown key={now.path} {...found?.params} />
      {tabPaths.includes(now.path) && <Tabs />}
      <Toast />
      <Update />
    </div>
  )
}
