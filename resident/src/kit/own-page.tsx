// A page of somebody's own: who is signed out is asked to sign in first.
import { session } from '../session.ts'
import { useStore } from '../store.ts'
import { Page, type PageProps } from './page.tsx'
import { SignInFirst } from './states.tsx'

/** `<OwnPage title={w('title')} backTo="/services"><List /></OwnPage>`: the content is only made for who is signed in. */
export const OwnPage = ({ children, ...frame }: PageProps) => {
  const who = useStore(session)
  return <Page {...frame}>{who.state === 'out' ? <SignInFirst /> : children}</Page>
}
