// A page that could not be shown: the server's own words where it refused, a plain sentence otherwise.
import { Refused } from './api.ts'
import { ProblemPanel } from './page.tsx'
import { shellWords } from './shell-words.ts'
import { useWords } from './words.ts'

export const PageFailed = ({ error }: { readonly error: unknown }) => {
  const say = useWords(shellWords)
  return (
    <div className="page">
      <ProblemPanel
        problem={error instanceof Refused ? error : new Error(say.pageFailed)}
        retry={() => location.reload()}
      />
    </div>
  )
}
