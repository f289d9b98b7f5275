// The form of a post or a reply, under a name I choose.
import { useState } from 'preact/hooks'
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Chips, Lines } from '../../kit/field.tsx'
import { Failure } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { w } from './board-words.ts'

type Board = OutOf<Api['GET /api/boards/:id']>
type Post = OutOf<Api['POST /api/boards/:id/posts']>
type Name = Board['names'][number]['as']

export const Writing = ({ board, parentId, done }: { board: Board; parentId?: string; done: (post: Post) => void }) => {
  const [text, setText] = useState('')
  const [as, setAs] = useState<Name>(board.names[0]?.as ?? 'neighbour')
  const [short, setShort] = useState(false)
  const action = useAction(async (input: { words: string; as: Name }, key) => {
    const made = await call('POST /api/boards/:id/posts', {
      params: { id: board.estate.id },
      body: { ...input, ...(parentId ? { parentId } : {}) },
      key,
    })
    tell(made.state === 'waiting' ? w('waits') : w('sent'))
    done(made)
  })
  const send = () => {
    const trimmed = text.trim()
    setShort(trimmed.length < 2)
    if (trimmed.length >= 2) void action.run({ words: trimmed, as })
  }
  return (
    <div class="stack">
      <Lines
        label={parentId ? w('reply') : w('say')}
        keptBy={parentId ?? ''}
        placeholder={w('sayHint')}
        max={500}
        value={text}
        wrong={short ? w('tooShort') : null}
        onValue={setText}
      />
      {board.names.length > 1 && (
        <Chips
          label={w('as')}
          of={board.names.map((one) => [one.as, one.text] as const)}
          chosen={[as]}
          onChoose={([one]) => one && setAs(one)}
        />
      )}
      <p class="small quiet">{w('rules')}</p>
      {action.trouble && <Failure trouble={action.trouble} />}
      <button type="button" class="button main" aria-disabled={action.busy} onClick={send}>
        {w('send')}
      </button>
    </div>
  )
}
