// One complaint meeting: rows entered by keyboard while people speak, then the list and what became of each.
import { App, Button } from 'antd'
import { ArrowLeft, Printer } from 'lucide-react'
import { useGo, useParam } from '../../platform/address.ts'
import { useApi } from '../../platform/api.ts'
import { ExportButton } from '../../platform/export-button.tsx'
import { sheetAddress } from '../../platform/list.ts'
import { Loaded, PageHeader } from '../../platform/page.tsx'
import { DayText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { CaseTag } from './case-tag.tsx'
import './channels.css'
import { MeetingEntry } from './meeting-entry.tsx'
import { meetingWords } from './meeting-words.ts'
import type { Meeting } from './meeting.ts'

export default function MeetingPage() {
  const meeting = useApi('GET /api/channels/meetings/:id', { params: { id: useParam('id') } })
  return (
    <div className="page">
      <Loaded of={meeting}>{(data) => <Shown meeting={data} again={() => void meeting.refetch()} />}</Loaded>
    </div>
  )
}
const Shown = ({ meeting, again }: { readonly meeting: Meeting; readonly again: () => void }) => {
  const say = useWords(meetingWords)
  const { message } = App.useApp()
  const go = useGo()
  const isDraft = meeting.committedAt === null
  return (
    <>
      <PageHeader
        title={meeting.name}
        lead={
          <>
            {meeting.place.path} · <DayText day={meeting.heldOn} /> · {say.chair} {meeting.chair} · {say.present}{' '}
            {say.people(meeting.present)}
          </>
        }
        actions={
          <span className="row no-print">
            <Button icon={<ArrowLeft size={16} aria-hidden />} onClick={() => go('/channels', { tab: 'meetings' })}>
              {say.back}
            </Button>
            {isDraft ? null : (
              <ExportButton href={sheetAddress('GET /api/channels/meetings/:id', { params: { id: meeting.id } })} />
            )}
            {isDraft ? null : (
              <Button type="primary" icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
                {say.print}
              </Button>
            )}
          </span>
        }
      />
      {isDraft ? (
        <MeetingEntry
          key={meeting.id}
          meeting={meeting}
          committed={(count) => {
            message.success(say.done(count))
            again()
          }}
        />
      ) : (
        <Result meeting={meeting} />
      )}
    </>
  )
}
const Result = ({ meeting }: { readonly meeting: Meeting }) => {
  const say = useWords(meetingWords)
  return (
    <div className="stack">
      <p>
        {say.settledOf(meeting.settled, meeting.matters)} · {say.effect}
      </p>
      <div className="list-card" tabIndex={0} role="region" aria-label={say.became} style={{ overflowX: 'auto' }}>
        <table className="meeting-table">
          <thead>
            <tr>
              <th scope="col">{say.number}</th>
              <th scope="col">{say.words}</th>
              <th scope="col">{say.became}</th>
              <th scope="col">{say.handler}</th>
              <th scope="col">{say.said}</th>
            </tr>
          </thead>
          <tbody>
            {meeting.rows.map((row, i) => (
              <tr key={row.case?.id ?? i}>
                <td>{i + 1}</td>
                <td>
                  <p className="post-words">{row.words}</p>
                  <p className="quiet">{[row.place?.path, row.placeNote].filter(Boolean).join(' ')}</p>
                </td>
                <td>{row.case ? <CaseTag of={row.case} /> : null}</td>
                <td>{row.case?.handler ?? <span className="quiet">{say.notYet}</span>}</td>
                <td>{row.case?.said ?? <span className="quiet">{say.noAnswer}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
