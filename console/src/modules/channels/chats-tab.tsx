// A pasted chat is split, picked from and filed. Nothing of the paste is kept, here or on the server.
import { App, Button, Checkbox, Input } from 'antd'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useAct, type Out } from '../../platform/api.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

type Message = Out<'POST /api/channels/chats/split'>['messages'][number]

export default function ChatsTab() {
  const say = useWords(words)
  const { message } = App.useApp()
  const [text, setText] = useState('')
  const [messages, setMessages] = useState<readonly Message[]>([])
  const [ticked, setTicked] = useState<readonly number[]>([])
  const [used, setUsed] = useState<readonly number[]>([])
  const [matters, setMatters] = useState<readonly string[]>([])
  const [placeId, setPlaceId] = useState<string | null>(null)
  const clear = () => {
    setText('')
    setMessages([])
    setTicked([])
    setUsed([])
    setMatters([])
  }
  const split = useAct('POST /api/channels/chats/split', {
    refreshes: [],
    onDone: (out) => {
      setMessages(out.messages)
      setTicked([])
      setUsed([])
    },
  })
  const file = useAct('POST /api/channels/chats/cases', {
    refreshes: ['/api/cases'],
    onDone: (out) => {
      message.success(say.chatDone(out.cases.length))
      clear()
    },
  })
  const group = () => {
    setMatters([
      ...matters,
      ticked
        .map((i) => messages[i]!.words)
        .join('\n')
        .slice(0, 2000),
    ])
    setUsed([...used, ...ticked])
    setTicked([])
  }
  const filled = matters.map((one) => one.trim()).filter((one) => one.length >= 2)
  return (
    <div className="stack">
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
          <section className="stack" aria-label={say.chatPaste}>
            <p>{say.chatFound(messages.length)}</p>
            <div className="chat-messages">
              {messages.map((one, i) => (
                <Checkbox
                  key={i}
                  checked={ticked.includes(i)}
                  disabled={used.includes(i)}
                  onChange={(event) =>
                    setTicked(
                      event.target.checked ? [...ticked, i].sort((a, b) => a - b) : ticked.filter((n) => n !== i),
                    )
                  }
                >
                  <span className="quiet">
                    {one.at} {used.includes(i) ? say.chatUsed : ''}
                  </span>{' '}
                  {one.words}
                </Checkbox>
              ))}
            </div>
            <Button disabled={ticked.length === 0} onClick={group}>
              {say.chatGroup}
            </Button>
          </section>
          <section className="stack" aria-label={say.chatMatters}>
            <h2>{say.chatMatters}</h2>
            {matters.length === 0 ? <p className="quiet">{say.chatNone}</p> : null}
            {matters.map((matter, i) => (
              <div key={i} className="slip-row">
                <div className="row spread">
                  <strong>{say.matter(i + 1)}</strong>
                  <Button
                    size="small"
                    type="text"
                    aria-label={`${say.remove} ${say.matter(i + 1)}`}
                    icon={<Trash2 size={14} aria-hidden />}
                    onClick={() => setMatters(matters.filter((_, n) => n !== i))}
                  />
                </div>
                <Input.TextArea
                  aria-label={say.matter(i + 1)}
                  autoSize={{ minRows: 2 }}
                  maxLength={2000}
                  value={matter}
                  onChange={(event) => setMatters(matters.map((one, n) => (n === i ? event.target.value : one)))}
                />
              </div>
            ))}
            <PlacePicker label={say.chatPlace} placeholder={say.chatPlace} value={placeId} onChange={setPlaceId} />
            {file.error ? <ProblemPanel problem={file.error} /> : null}
            <Button
              type="primary"
              disabled={filled.length === 0 || placeId === null}
              loading={file.isPending}
              onClick={() =>
                placeId && file.mutate({ body: { placeId, matters: filled.map((one) => ({ words: one })) } })
              }
            >
              {say.chatCommit(filled.length)}
            </Button>
          </section>
        </div>
      ) : null}
    </div>
  )
}
