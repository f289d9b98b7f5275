// 社区公开栏: choosing the community whose board to read. No sign-in is needed.
import { useEffect, useState } from 'preact/hooks'
import { call } from '../../api.ts'
import { Field } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { right } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Failure, Skeleton } from '../../kit/states.tsx'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { w } from './words.ts'

const BoardsPage = () => {
  const [text, setText] = useState('')
  const [asked, ask] = useState('')
  useEffect(() => {
    const waiting = setTimeout(() => ask(text.trim()), 250)
    return () => clearTimeout(waiting)
  }, [text])
  const boards = useLoad(`boards ${asked}`, () =>
    call('GET /api/public/boards', { query: { limit: 100, ...(asked ? { search: asked } : {}) } }),
  )
  const who = useStore(session)
  const near = useLoad(`places/my-neighbourhood ${who.state}`, async () =>
    who.state === 'in' ? call('GET /api/places/my-neighbourhood') : null,
  )
  const mine = near.data?.community?.id
  const rows = [...(boards.data?.rows ?? [])].sort((a, b) => Number(b.id === mine) - Number(a.id === mine))
  return (
    <Page title={w('title')} subtitle={w('choose')} backTo="/services">
      <p>{w('lead')}</p>
      <Field label={w('find')} value={text} onValue={setText} type="search" maxLength={30} />
      {boards.trouble && <Failure trouble={boards.trouble} retry={boards.reload} />}
      {!boards.data && !boards.trouble && <Skeleton rows={4} />}
      {boards.data?.rows.length === 0 && <p role="status">{w(asked === '' ? 'noneYet' : 'noneFound')}</p>}
      {rows.length > 0 && (
        <ul class="cells">
          {rows.map((row) => (
            <li key={row.id}>
              <a class="cell" href={`/public-board/${row.id}`}>
                <span class="grow">
                  <span class="strong">{row.name}</span>
                  <span class="small quiet">{row.id === mine ? `${w('mine')} · ${row.street}` : row.street}</span>
                </span>
                <Icon of={right} class="end" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
export default BoardsPage
