// One entry of the journal: who, when, from where, what changed, its place in the chain, and verifying that chain.
import { Button, Checkbox, Drawer } from 'antd'
import { History, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { Out } from '../../platform/api.ts'
import { Facts } from '../../platform/facts.tsx'
import { pageWords } from '../../platform/page-words.ts'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { differences, type Difference } from './differences.ts'
import { useActionName, useSentence } from './sentence.ts'
import { useThingName } from './thing-name.ts'
import { Verification } from './verification.tsx'
import { words } from './words.ts'

type Entry = Out<'GET /api/journal'>['rows'][number]
interface EntryDrawerProps {
  readonly entry: Entry | null
  readonly close: () => void
  readonly showThing: (thing: Entry['thing']) => void
}
export const EntryDrawer = ({ entry, close, showThing }: EntryDrawerProps) => {
  const common = useWords(pageWords)
  const read = useSentence()
  return (
    <Drawer
      open={entry !== null}
      title={entry ? read(entry) : ''}
      size={620}
      onClose={close}
      destroyOnHidden
      closable={{ 'aria-label': common.close }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {entry ? <EntryBody key={entry.id} entry={entry} showThing={showThing} /> : null}
    </Drawer>
  )
}
const EntryBody = ({ entry, showThing }: { entry: Entry; showThing: EntryDrawerProps['showThing'] }) => {
  const say = useWords(words)
  const thingName = useThingName()
  const actionName = useActionName()
  const [isVerifying, setVerifying] = useState(false)
  return (
    <div className="stack journal-entry">
      <Facts
        facts={[
          { label: say.who, value: entry.actor.name || say.system },
          { label: say.when, value: <TimeText at={entry.at} exact /> },
          entry.address ? { label: say.address, value: entry.address } : null,
          { label: say.action, value: <span title={entry.action}>{actionName(entry.action)}</span> },
          { label: say.thing, value: thingName(entry.thing.kind) },
          { label: say.seq, value: say.seqOf(entry.seq) },
          { label: say.hash, value: <code>{entry.hash}</code>, wide: true },
        ]}
      />
      <div className="row">
        <Button icon={<History size={15} aria-hidden />} onClick={() => showThing(entry.thing)}>
          {say.history}
        </Button>
        <Button icon={<ShieldCheck size={15} aria-hidden />} onClick={() => setVerifying(true)}>
          {say.verifyThing}
        </Button>
      </div>
      {isVerifying ? <Verification query={{ thingKind: entry.thing.kind, thingId: entry.thing.id }} /> : null}
      <Changes entry={entry} />
    </div>
  )
}

const tones = { changed: 'info', added: 'good', removed: 'late', same: 'quiet' } as const
const Changes = ({ entry }: { readonly entry: Entry }) => {
  const say = useWords(words)
  const [withSame, setWithSame] = useState(false)
  const all = differences(entry.before, entry.after)
  const shown = withSame ? all : all.filter((each) => each.what !== 'same')
  const hasSame = all.some((each) => each.what === 'same')
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
        <table className="changes">
          <thead>
            <tr>
              <th scope="col">{say.field}</th>
              <th scope="col">{say.before}</th>
              <th scope="col">{say.after}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <tr key={each.path}>
                <th scope="row">
                  {each.path}
                  <br />
                  <Tag tone={tones[each.what]}>{say[each.what]}</Tag>
                </th>
                <Cell value={each.before} />
                <Cell value={each.after} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
const Cell = ({ value }: { readonly value: Difference['before'] }) => {
  const say = useWords(words)
  return <td>{value === null || value === '' ? <span className="quiet">{say.nothing}</span> : value}</td>
}
