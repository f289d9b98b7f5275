// An address that leads nowhere.
import { Compass } from 'lucide-react'
import { Link } from '@tanstack/react-router'
import { EmptyState } from './page.tsx'
import { shellWords } from './shell-words.ts'
import { useWords } from './words.ts'

export const NotFoundPage = () => {
  const say = useWords(shellWords)
  return (
    <div className="page">
      <h1 className="unseen">{say.notFound}</h1>
      <EmptyState
        icon={Compass}
        title={say.notFound}
        hint={say.notFoundHint}
        action={<Link to="/">{say.toToday}</Link>}
      />
    </div>
  )
}
