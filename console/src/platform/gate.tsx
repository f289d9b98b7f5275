// Decides what a visitor sees first: sign-in, the sentence for people without an appointment, or the shell.
import { Button } from 'antd'
import { DoorOpen } from 'lucide-react'
import { lazy, Suspense, useEffect } from 'react'
import { useApi } from './api.ts'
import { MeContext } from './me.ts'
import { EmptyState, ProblemPanel, SkeletonTable } from './page.tsx'
import { Shell } from './shell.tsx'
import { useSignOut } from './sign-out.ts'
import { shellWords } from './shell-words.ts'
import { useLanguage, useWords } from './words.ts'

const ConsentPage = lazy(() => import('../modules/identity/consent-page.tsx'))
const SignInPage = lazy(() => import('../modules/identity/sign-in-page.tsx'))

export const Gate = () => {
  const me = useApi('GET /api/identity/me', {})
  const { language, speak } = useLanguage()
  const mine = me.data?.language
  useEffect(() => {
    if (mine && mine !== language) speak(mine)
    // Only when the person's own setting arrives or changes: choosing a language by hand changes that setting.
  }, [mine])
  if (me.error?.status === 401) {
    return (
      <Suspense fallback={null}>
        <SignInPage />
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
    </MeContext>
  )
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
