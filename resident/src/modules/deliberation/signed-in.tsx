// A page of deliberation for whoever is signed in; others are asked to.
import type { ComponentChildren } from 'preact'
import { Page } from '../../kit/page.tsx'
import { SignInFirst, Skeleton } from '../../kit/states.tsx'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'

interface Props {
  readonly title: string
  readonly backTo: string
  /** Built only when somebody is signed in. */
  readonly children: () => ComponentChildren
}
export const SignedInPage = ({ title, backTo, children }: Props) => {
  const who = useStore(session)
  return (
    <Page title={title} backTo={backTo}>
      {who.state === 'out' && <SignInFirst />}
      {who.state === 'asking' && <Skeleton rows={4} height={4} />}
      {(who.state === 'in' || who.state === 'unknown') && children()}
    </Page>
  )
}
