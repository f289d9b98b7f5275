// A session that ended in the middle of work: the sign-in lies over the page, which stays as it was underneath.
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../platform/words.ts'
import SignInPage from './sign-in-page.tsx'
import { words } from './words.ts'

const SessionOver = ({ onSignedIn }: { readonly onSignedIn: () => void }) => {
  const say = useWords(words)
  const [title] = useState(document.title)
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = box.current
    // The browser's own dialog stands above every drawer, and what is below cannot be reached.
    dialog?.showModal()
    return () => {
      dialog?.close()
      document.title = title
    }
  }, [title])
  return (
    <dialog
      ref={box}
      className="session-over"
      aria-label={say.title}
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <SignInPage onSignedIn={onSignedIn} why={say.sessionOver} />
    </dialog>
  )
}
export default SessionOver
