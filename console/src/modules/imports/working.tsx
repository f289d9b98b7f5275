// Something is being done that takes seconds: what it is, a moving bar, and how long it has taken so far.
import { useEffect, useState } from 'react'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

export const Working = ({ words: text }: { readonly words: string }) => {
  const say = useWords(words)
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const began = Date.now()
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - began) / 1000)), 500)
    return () => clearInterval(timer)
  }, [])
  return (
    <div className="working">
      <p role="status">{text}</p>
      <div className="working-bar" aria-hidden>
        <span />
      </div>
      <p className="quiet" aria-hidden>
        {say.seconds(seconds)}
      </p>
    </div>
  )
}
