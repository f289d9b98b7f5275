// 首页: in one glance where I am, what is open for me, who looks after my estate, what is new.
import { useEffect } from 'preact/hooks'
import { call } from '../../api.ts'
import { briefcase, building, phone } from '../../kit/icons-more.ts'
import { Icon } from '../../kit/icon.tsx'
import { list, megaphone, person, pin } from '../../kit/icons.ts'
import { lazy } from '../../kit/lazy.tsx'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Failure, Skeleton } from '../../kit/states.tsx'
import { inbox, onCaseChange } from '../../live.ts'
import { session, type Me } from '../../session.ts'
import { useStore } from '../../store.ts'
import { CaseLink } from '../cases/case-row.tsx'
import { WaitingNotice } from '../cases/waiting.tsx'
import { MessageCell } from '../notices/inbox-page.tsx'
import { w } from './home-words.ts'
import './home.css'

const EmergencyBanner = lazy(() => import('../emergency/banner.tsx').then((part) => part.default), 'nothing')
const neighbourhood = () => call('GET /api/places/my-neighbourhood')
/** What waits for my confirmation first, then the newest that are open. */
const forMe = async () => {
  const [open, over] = await Promise.all([
    call('GET /api/cases/mine', { query: { open: 'true', limit: 3 } }),
    call('GET /api/cases/mine', { query: { open: 'false', limit: 10 } }),
  ])
  const closed = over.rows.filter((row) => row.state === 'closed')
  return { rows: [...closed, ...open.rows].slice(0, 3), total: (open.total ?? open.rows.length) + closed.length }
}

const greeting = () => {
  const hour = Number(
    new Date().toLocaleTimeString('en-GB', { hour: '2-digit', timeZone: 'Asia/Shanghai' }).slice(0, 2),
  )
  return hour < 5
    ? w('night')
    : hour < 11
      ? w('morning')
      : hour < 14
        ? w('noon')
        : hour < 18
          ? w('afternoon')
          : w('evening')
}

const Seal = () => <img class="seal" src="/icon.svg" alt="" width="48" height="48" />

const Shortcuts = ({ isStaff }: { isStaff: boolean }) => (
  <nav class="shortcuts" aria-label={w('shortcuts')}>
    <a href="/report">
      <Icon of={megaphone} /> {w('report')}
    </a>
    <a href="/cases">
      <Icon of={list} /> {w('progress')}
    </a>
    <a href="/me/homes">
      <Icon of={building} /> {w('homes')}
    </a>
    <a href="/me">
      <Icon of={person} /> {w('settings')}
    </a>
    {isStaff && (
      <a href="/work">
        <Icon of={briefcase} /> {w('work')}
      </a>
    )}
    <a href="/services">
      <Icon of={list} /> {w('services')}
    </a>
  </nav>
)

const OpenForMe = () => {
  const { data, trouble, reload } = useLoad('cases/mine/for-me', forMe)
  useEffect(() => onCaseChange(reload), [])
  return (
    <section class="stack">
      <div class="row spread">
        <h2>{w('open')}</h2>
        {data && data.rows.length > 0 && (
          <a class="button plain" href="/cases">
            {w('seeAllOf', { n: data.total })}
          </a>
        )}
      </div>
      {trouble && !data && <Failure trouble={trouble} retry={reload} />}
      {!data && !trouble && <Skeleton rows={1} height={6} />}
      {data?.rows.length === 0 && <p class="card quiet">{w('nothingOpen')}</p>}
      {data && data.rows.length > 0 && (
        <ul class="cells">
          {data.rows.map((row) => (
            <li key={row.id}>
              <CaseLink row={row} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type Around = Awaited<ReturnType<typeof neighbourhood>>
const Contacts = ({ of }: { of: Around }) => (
  <section class="stack">
    <div class="row spread">
      <h2>{w('contacts')}</h2>
      <a class="button plain" href="/who">
        {w('whoIsMine')}
      </a>
    </div>
    <ul class="cells">
      {of.contacts.map((contact) => (
        <li key={contact.role + contact.name} class="cell">
          <span class="grow">
            <span class="small quiet">{contact.role}</span>
            <span class="strong">{contact.name}</span>
          </span>
          {contact.phone && (
            <a
              class="button"
              href={`tel:${contact.phone}`}
              aria-label={w('callWho', { who: `${contact.role} ${contact.name}` })}
            >
              <Icon of={phone} /> {w('call')}
            </a>
          )}
        </li>
      ))}
    </ul>
  </section>
)

const Latest = () => {
  const { rows } = useStore(inbox)
  if (rows.length === 0) return null
  return (
    <section class="stack">
      <div class="row spread">
        <h2>{w('latest')}</h2>
        <a class="button plain" href="/inbox">
          {w('seeAll')}
        </a>
      </div>
      <ul class="cells">
        {rows.slice(0, 3).map((message) => (
          <li key={message.seq}>
            <MessageCell message={message} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const ClaimHint = () => (
  <a class="notice info" href="/me/homes">
    <Icon of={building} />
    <span class="grow">
      <span class="strong">{w('noHome')}</span>
      <br />
      {w('noHomeHint')}
    </span>
  </a>
)

const SignedIn = ({ me }: { me: Me }) => {
  const { data, trouble, reload } = useLoad('places/my-neighbourhood', neighbourhood)
  const where = [data?.estate?.name, data?.community?.name, data?.grid?.name].filter(Boolean).join(' · ')
  return (
    <>
      <header class="hello">
        <div>
          <p class="big">{w('hello', { greeting: greeting(), name: me.name })}</p>
          {data && (
            <p class="quiet row">
              <Icon of={pin} /> {where || me.district.name}
            </p>
          )}
        </div>
        <Seal />
      </header>
      <EmergencyBanner />
      <WaitingNotice />
      {data && !data.home && <ClaimHint />}
      <Shortcuts isStaff={me.appointments.length > 0} />
      <OpenForMe />
      {trouble && !data && <Failure trouble={trouble} retry={reload} />}
      {data && data.contacts.length > 0 && <Contacts of={data} />}
      <Latest />
    </>
  )
}

const Start = ({ offline }: { offline: boolean }) => (
  <>
    <header class="hello">
      <div>
        <p class="big">{w('welcome')}</p>
        <p class="quiet">{w('welcomeSays')}</p>
      </div>
      <Seal />
    </header>
    <WaitingNotice />
    {offline && <p class="notice wait">{w('offline')}</p>}
    <ol class="how card">
      {(['how1', 'how2', 'how3'] as const).map((step) => (
        <li key={step}>{w(step)}</li>
      ))}
    </ol>
    <a class="button main" href="/report">
      <Icon of={megaphone} /> {w('report')}
    </a>
    {!offline && (
      <a class="button wide" href="/sign-in">
        {w('signIn')}
      </a>
    )}
    {!offline && (
      <a class="button plain" href="/services">
        {w('services')}
      </a>
    )}
  </>
)

const HomePage = () => {
  const who = useStore(session)
  return (
    <Page title={w('title')} quietTitle>
      {who.state === 'asking' && <Skeleton rows={4} height={6} />}
      {who.state === 'in' && <SignedIn me={who.me} />}
      {(who.state === 'out' || who.state === 'unknown') && <Start offline={who.state === 'unknown'} />}
    </Page>
  )
}
export default HomePage
