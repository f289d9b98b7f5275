// 公开栏: the communities of one's area, whether their board is on, and what the public sees there.
import { App, Button } from 'antd'
import { ExternalLink, Globe } from 'lucide-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSearch } from '../../platform/address.ts'
import { useAct, useApi } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { useMe } from '../../platform/me.ts'
import { More } from '../../platform/more.tsx'
import { PageHeader, ProblemPanel } from '../../platform/page.tsx'
import { StateTag, Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import './board.css'
import { words } from './words.ts'

type Setting = RowOf<'GET /api/board/settings'>
export default function BoardPage() {
  const say = useWords(words)
  const [search, change] = useSearch()
  const settings = useList('GET /api/board/settings', { query: { limit: 50 } })
  const chosen = settings.rows.find((row) => row.community.id === search['community']) ?? settings.rows[0]
  return (
    <div className="page">
      <PageHeader title={say.title} lead={say.lead} />
      <Listing list={settings} icon={Globe} empty={{ title: say.none, hint: say.noneHint }} isPlain>
        {(rows) => (
          <div className="board-room">
            <ul className="card board-communities" aria-label={say.communities}>
              {rows.map((row) => (
                <li key={row.community.id}>
                  <button
                    type="button"
                    aria-current={row === chosen ? 'true' : undefined}
                    onClick={() => change({ community: row.community.id })}
                  >
                    <span className="grow">
                      {row.community.name} <span className="quiet">{row.street}</span>
                    </span>
                    <Tag tone={row.isOn ? 'good' : 'quiet'}>{row.isOn ? say.isOn : say.isOff}</Tag>
                  </button>
                </li>
              ))}
            </ul>
            {chosen ? <Chosen key={chosen.community.id} setting={chosen} /> : null}
          </div>
        )}
      </Listing>
    </div>
  )
}
const Chosen = ({ setting }: { readonly setting: Setting }) => {
  const say = useWords(words)
  const me = useMe()
  const { message } = App.useApp()
  const [isAsking, setAsking] = useState(false)
  const isDistrict = me.appointments.some((held) => held.scope.kind === 'district')
  const act = useAct('PUT /api/board/settings/:id', {
    refreshes: ['/api/board', '/api/public'],
    onDone: () => {
      void message.success(say.switched)
      setAsking(false)
    },
  })
  const { community, isOn } = setting
  const verb = isOn ? say.switchOff : say.switchOn
  return (
    <section className="stack" aria-label={community.name}>
      <div className="row spread">
        <h2>{community.name}</h2>
        <span className="row">
          {isOn ? (
            <a className="board-open" href={`/public-board/${community.id}`} target="_blank" rel="noreferrer">
              <ExternalLink size={14} aria-hidden /> {say.open}
            </a>
          ) : null}
          {isDistrict ? (
            <Button danger={isOn} onClick={() => setAsking(true)}>
              {verb}
            </Button>
          ) : null}
        </span>
      </div>
      {isDistrict ? null : <p className="quiet">{say.districtOnly}</p>}
      {setting.reason ? (
        <p className="quiet">
          {isOn ? say.isOn : say.isOff} · {setting.reason} ·{' '}
          {setting.changedAt ? <TimeText at={setting.changedAt} /> : null}
        </p>
      ) : null}
      {isOn ? <Preview id={community.id} /> : null}
      <Ask
        open={isAsking}
        title={`${verb} · ${community.name}`}
        what={isOn ? say.switchOffWhat : say.switchOnWhat}
        verb={verb}
        isDangerous={isOn}
        reason={{ label: say.reason, wrong: say.reasonWrong }}
        isBusy={act.isPending}
        problem={act.error}
        onYes={(reason) => act.mutate({ params: { id: community.id }, body: { isOn: !isOn, reason } })}
        onNo={() => setAsking(false)}
      />
    </section>
  )
}
/** The very same answers the public gets. */
const Preview = ({ id }: { readonly id: string }) => {
  const say = useWords(words)
  const monthOf = (of: string) => say.monthOf(of.slice(0, 4), String(Number(of.slice(5, 7))))
  const board = useApi('GET /api/public/boards/:id', { params: { id } })
  const cases = useList('GET /api/public/boards/:id/cases', { params: { id }, query: { limit: 20 } })
  if (board.error) return <ProblemPanel problem={board.error} />
  return (
    <>
      <h3>{say.preview}</h3>
      <div className="card board-months">
        <table>
          <thead>
            <tr>
              <th scope="col">{say.month}</th>
              <th scope="col">{say.raised}</th>
              <th scope="col">{say.done}</th>
              <th scope="col">{say.stillOpen}</th>
            </tr>
          </thead>
          <tbody>
            {(board.data?.months ?? []).slice(0, 6).map((month) => (
              <tr key={month.month}>
                <th scope="row">{monthOf(month.month)}</th>
                <td>{month.raised}</td>
                <td>{month.done}</td>
                <td>{month.open}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {cases.rows.length === 0 && !cases.isLoading ? <p className="quiet">{say.nothingShown}</p> : null}
      <ul className="card board-cases">
        {cases.rows.map((row) => (
          <li key={row.id}>
            <Link to={`/cases/${row.id}`}>
              {row.number} · {row.place} · {row.category.name}
            </Link>
            <StateTag state={row.state} />
            {row.summary ? <p>{row.summary}</p> : null}
          </li>
        ))}
      </ul>
      <More list={cases} />
    </>
  )
}
