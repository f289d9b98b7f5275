// What an entry of the journal changed: every field by its name, before and after in words.
import { Checkbox } from 'antd'
import { useState } from 'react'
import type { Said } from '../../../../contract/src/journal-values.ts'
import type { Out } from '../../platform/api.ts'
import { Tag } from '../../platform/tags.tsx'
import { useLanguage, useWords } from '../../platform/words.ts'
import { differences, type Difference } from './differences.ts'
import { words } from './words.ts'

type Entry = Out<'GET /api/journal'>['rows'][number]
const tones = { changed: 'info', added: 'good', removed: 'late', same: 'quiet' } as const

export const Changes = ({ entry }: { readonly entry: Entry }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const [withSame, setWithSame] = useState(false)
  const all = differences(entry.before, entry.after, { action: entry.action, language, names: entry.names })
  const shown = withSame ? all : all.filter((each) => each.what !== 'same')
  const hasSame = all.some((each) => each.what === 'same')
  const hasBefore = shown.some((each) => each.before !== null)
  if (all.length === 0) return <p className="quiet">{say.noDetail}</p>
  return (
    <div className="stack">
      {hasSame ? (
        <Checkbox checked={withSame} onChange={(event) => setWithSame(event.target.checked)}>
          {say.showSame}
        </Checkbox>
      ) : null}
      {shown.length === 0 ? (
        <p className="quiet">{say.nothingChanged}</p>
      ) : (
        <table className={hasBefore ? 'changes' : 'changes is-noted'}>
          <thead>
            <tr>
              <th scope="col">{say.field}</th>
              {hasBefore ? <th scope="col">{say.before}</th> : null}
              <th scope="col">{hasBefore ? say.after : say.noted}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <Line key={each.key} of={each} hasBefore={hasBefore} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
/** Where nothing stood before, nothing is compared. */
const Line = ({ of: line, hasBefore }: { readonly of: Difference; readonly hasBefore: boolean }) => {
  const say = useWords(words)
  return (
    <tr>
      <th scope="row">
        {line.field.length === 0 ? say.whole : <Pieces of={line.field} />}
        {hasBefore ? (
          <>
            <br />
            <Tag tone={tones[line.what]}>{say[line.what]}</Tag>
          </>
        ) : null}
      </th>
      {hasBefore ? <Cell said={line.before} /> : null}
      <Cell said={line.after} />
    </tr>
  )
}
const Cell = ({ said }: { readonly said: readonly Said[] | null }) => {
  const say = useWords(words)
  return <td>{said === null ? <span className="quiet">{say.nothing}</span> : <Pieces of={said} />}</td>
}
/** Words as they are; a code stays one, the whole of it behind its beginning. */
const Pieces = ({ of }: { readonly of: readonly Said[] }) =>
  of.map(({ text, code }, i) =>
    code === undefined ? (
      // The pieces of a value never move.
      <span key={i}>{text}</span>
    ) : (
      <code key={i} title={code}>
        {text}
      </code>
    ),
  )
