// What happened to a topic or to a piece of work, oldest first, each with its reason.
import '../../kit/paper.css'
import { Photos, picturesOf } from '../../kit/photos.tsx'
import { Moment } from '../../kit/when.tsx'

interface Entry {
  readonly title: string
  readonly words: string | null
  readonly at: string
  readonly photos?: readonly string[]
}
export const History = ({ entries }: { entries: readonly Entry[] }) => (
  <ol class="cells">
    {entries.map((one) => (
      <li key={`${one.at}${one.title}`} class="cell">
        <span class="grow">
          <span class="strong">{one.title}</span>
          {one.words && <span class="said">{one.words}</span>}
          <span class="small quiet">
            <Moment at={one.at} withTime />
          </span>
          {one.photos && one.photos.length > 0 && <Photos pictures={picturesOf(one.photos)} />}
        </span>
      </li>
    ))}
  </ol>
)
