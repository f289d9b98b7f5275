// One entry of the journal: who, when, from where, what changed, its place in the chain, and verifying that chain.
import { Button, Drawer } from 'antd'
import { History, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { Out } from '../../platform/api.ts'
import { Facts } from '../../platform/facts.tsx'
import { pageWords } from '../../platform/page-words.ts'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { Changes } from './changes.tsx'
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
          { label: say.thing, value: [thingName(entry.thing.kind), entry.names[entry.thing.id]].join(' ').trim() },
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
