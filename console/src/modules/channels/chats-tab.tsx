// A pasted chat is split, picked from and filed. Nothing of the paste is kept, here or on the server.
import { App, Button, Checkbox, Input } from 'antd'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useAct, type Out } from '../../platform/api.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { useUnsaved } from '../../platform/unsaved.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

type Message = Out<'POST /api/channels/chats/split'>['messages'][number]
const MOST = 2000

export default function ChatsTab() {
  const say = useWords(words)
  const { message } = App.useApp()
  const [text, setText] = useState('')
  const [messages, setMessages] = useState<readonly Message[]>([])
  const [matters, setMatters] = useState<readonly string[]>([])
  const split = useAct('POST /api/channels/chats/split', { refreshes: [], onDone: (out) => setMessages(out.messages) })
  const unsaved = useUnsaved(true)
  const clear = () => {
    unsaved.sent()
    setText('')
    setMessages([])
    setMatters([])
  }
  const filed = (count: number) => {
    message.success(say.chatDone(count))
    clear()
  }
  return (
    <div className="stack" onInput={unsaved.onInput}>
      <p>{say.chatLead}</p>
      <p className="quiet">{say.chatPrivacy}</p>
      <Input.TextArea
        aria-label={say.chatPaste}
        placeholder={say.chatPaste}
        rows={6}
        maxLength={60_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="row">
        <Button
          type={messages.length === 0 ? 'primary' : 'default'}
          disabled={text.trim() === ''}
          loading={split.isPending}
          onClick={() => split.mutate({ body: { text } })}
        >
          {say.chatSplit}
        </Button>
        <Button onClick={clear}>{say.chatClear}</Button>
      </div>
      {split.error ? <ProblemPanel problem={split.error} /> : null}
      {messages.length > 0 ? (
        <div className="chat-columns">
          <Messages messages={messages} group={(matter) => setMatters([...matters, matter])} />
          <Matters matters={matters} change={setMatters} filed={filed} />
        </div>
      ) : null}
    </div>
  )
}
interface MessagesProps {
  readonly messages: readonly Message[]
  readonly group: (matter: string) => void
}
const Messages = ({ messages, group }: MessagesProps) => {
  const say = useWords(words)
  const [ticked, setTicked] = useState<readonly Message[]>([])
  const [used, setUsed] = useState<readonly Message[]>([])
  const take = () => {
    const chosen = messages.filter((one) => ticked.includes(one))
    group(
      chosen
        .map((one) => one.words)
        .join('\n')
        .slice(0, MOST),
    )
    setUsed([...used, ...chosen])
    setTicked([])
  }
  return (
    <section className="stack" aria-label={say.chatPaste}>
      <p>{say.chatFound(messages.length)}</p>
      <div className="chat-messages">
        {messages.map((one, i) => (
          <Checkbox
            key={i}
            checked={ticked.includes(one)}
            disabled={used.includes(one)}
            onChange={(event) =>
              setTicked(event.target.checked ? [...ticked, one] : ticked.filter((other) => other !== one))
            }
          >
            <span className="quiet">
              {one.at} {used.includes(one) ? say.chatUsed : ''}
            </span>{' '}
            {one.words}
          </Checkbox>
        ))}
      </div>
      <Button disabled={ticked.length === 0} onClick={take}>
        {say.chatGroup}
      </Button>
    </section>
  )
}
interface MattersProps {
  readonly matters: readonly string[]
  readonly change: (matters: readonly string[]) => void
  readonly filed: (count: number) => void
}
const Matters = ({ matters, change, filed }: MattersProps) => {
  const say = useWords(words)
  const [placeId, setPlaceId] = useState<string | null>(null)
  const file = useAct('POST /api/channels/chats/cases', {
    refreshes: ['/api/cases'],
    onDone: (out) => filed(out.cases.length),
  })
  const filled = matters.map((one) => one.trim()).filter((one) => one.length >= 2)
  const send = () => {
    if (placeId) file.mutate({ body: { placeId, matters: filled.map((one) => ({ words: one })) } })
  }
  return (
    <section className="stack" aria-label={say.chatMatters}>
      <h2>{say.chatMatters}</h2>
      {matters.length === 0 ? <p className="quiet">{say.chatNone}</p> : null}
      {matters.map((matter, i) => (
        <MatterRow
          key={i}
          title={say.matter(i + 1)}
          text={matter}
          change={(text) => change(matters.map((one, n) => (n === i ? text : one)))}
          remove={() => change(matters.filter((_, n) => n !== i))}
        />
      ))}
      <PlacePicker label={say.chatPlace} placeholder={say.chatPlace} value={placeId} onChange={setPlaceId} />
      {file.error ? <ProblemPanel problem={file.error} /> : null}
      <Button type="primary" disabled={filled.length === 0 || placeId === null} loading={file.isPending} onClick={send}>
        {say.chatCommit(filled.length)}
      </Button>
    </section>
  )
}
interface MatterRowProps {
  readonly title: string
  readonly text: string
  readonly change: (text: string) => void
  readonly remove: () => void
}
const MatterRow = ({ title, text, change, remove }: MatterRowProps) => {
  const say = useWords(words)
  return (
    <div className="slip-row">
      <div className="row spread">
        <strong>{title}</strong>
        <Button
          size="small"
          type="text"
          aria-label={`${say.remove} ${title}`}
          icon={<Trash2 size={14} aria-hidden />}
          onClick={remove}
        />
      </div>
      <Input.TextArea
        aria-label={title}
        autoSize={{ minRows: 2 }}
        maxLength={MOST}
        value={text}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  )
}
