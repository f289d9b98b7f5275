// What goes on now, or what has ended: the choice at the head of a list. It lives in the address (`open=false`).
import { Segmented } from 'antd'
import { useSearch } from './address.ts'
import { pageWords } from './page-words.ts'
import { useWords } from './words.ts'
import './forms.css'

/** What the list is to ask the server for: `useList('GET /api/polls', { query: { open: useOpen() } })`. */
export const useOpen = (): 'true' | 'false' => (useSearch()[0]['open'] === 'false' ? 'false' : 'true')

/** The switch itself, named for the list it stands over. */
export const OpenOrPast = ({ label }: { readonly label: string }) => {
  const say = useWords(pageWords)
  const [, change] = useSearch()
  return (
    <div className="filters" role="search">
      <Segmented
        aria-label={label}
        value={useOpen()}
        onChange={(open) => change({ open: open === 'false' ? open : undefined })}
        options={[
          { value: 'true', label: say.ongoing },
          { value: 'false', label: say.ended },
        ]}
      />
    </div>
  )
}
