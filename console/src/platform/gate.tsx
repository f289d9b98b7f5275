// Decides what a visitor sees first: sign-in, the sentence for people without an appointment, or the shell.
import { Button } from 'antd'
import { DoorOpen } from 'lucide-react'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { call, useApi } from './api.ts'
import { MeContext, type Me } from './me.ts'
import { EmptyState, ProblemPanel, SkeletonTable } from './page.tsx'
import { Shell } from './shell.tsx'
import { useSignOut } from './sign-out.ts'
import { shellWords } from './shell-words.ts'
import { useLanguage, useWords } from './words.ts'

const ConsentPage = lazy(() => import('../modules/identity/consent-page.tsx'))
const SessionOver = lazy(() => import('../modules/identity/session-over.tsx'))
const SignInPage = lazy(() => import('../modules/identity/sign-in-page.tsx'))

/** Whether this person is past the doors before the shell. */
const worksHere = (me: Me): boolean => me.appointments.length > 0 && me.consent.current

export const Gate = () => {
  const me = useApi('GET /api/identity/me', {})
  const { language, speak } = useLanguage()
  const mine = me.data?.language
  useEffect(() => {
    if (mine && mine !== language) speak(mine)
    // Only when the person's own setting arrives or changes: choosing a language by hand changes that setting.
  }, [mine])
  const signedIn = useSignedIn(me.data?.id)
  const isOut = me.error?.status === 401
  if (isOut && !(me.data && worksHere(me.data))) {
    return (
      <Suspense fallback={null}>
        <SignInPage onSignedIn={signedIn} />
      </Suspense>
    )
  }
  if (me.data === undefined) {
    return (
      <main className="page alone">
        {me.error ? <ProblemPanel problem={me.error} retry={() => void me.refetch()} /> : <SkeletonTable rows={6} />}
      </main>
    )
  }
  if (me.data.appointments.length === 0) return <NoAppointment />
  if (!me.data.consent.current) {
    return (
      <Suspense fallback={null}>
        <ConsentPage version={me.data.consent.version} />
      </Suspense>
    )
  }
  return (
    <MeContext value={me.data}>
      <Shell />
      {isOut ? (
        <Suspense fallback={null}>
          <SessionOver onSignedIn={signedIn} />
        </Suspense>
      ) : null}
    </MeContext>
  )
}
/** The same person goes on where they were, with what they had typed; for another everything begins anew. */
const useSignedIn = (before: string | undefined) => {
  const client = useQueryClient()
  return async () => {
    const now = before === undefined ? null : await call('GET /api/identity/me', {}).catch(() => null)
    await (now !== null && now.id === before ? client.invalidateQueries() : client.resetQueries())
  }
}

const NoAppointment = () => {
  const say = useWords(shellWords)
  const signOut = useSignOut()
  return (
    <main className="page alone">
      <h1 className="unseen">{say.console}</h1>
      <EmptyState
        icon={DoorOpen}
        title={say.noStaff}
        hint={say.noStaffHint}
        action={
          <div className="row">
            <Button type="primary" href="/">
              {say.toResident}
            </Button>
            <Button onClick={signOut}>{say.signOut}</Button>
          </div>
        }
      />
    </main>
  )
}
