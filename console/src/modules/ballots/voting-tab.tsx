// Collecting votes: papers with their reconciliation, owners who have not voted yet, co-owners who differ.
import { App, Button, Select } from 'antd'
import { FileStack, Users } from 'lucide-react'
import { useState } from 'react'
import { paperStates, type PaperState } from '../../../../contract/src/ballots-life.ts'
import { useSearch } from '../../platform/address.ts'
import { addressOf, useAct, useApi } from '../../platform/api.ts'
import { ExportButton } from '../../platform/export-button.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { Loaded } from '../../platform/page.tsx'
import { PlainTable } from '../../platform/plain-table.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { Deliveries } from './deliveries.tsx'
import { Differing } from './differing.tsx'
import { Assist, EnterPaper, SpoilPaper, type Paper } from './paper-forms.tsx'
import type { Decision } from './step-forms.tsx'
import { words } from './words.ts'

type Owner = RowOf<'GET /api/decisions/:id/missing'>
type Dialog = { readonly enter: Paper | null } | { readonly spoil: Paper } | null
export default function VotingTab({ of }: { readonly of: Decision }) {
  return (
    <>
      <Papers of={of} />
      {of.may.includes('seeTurnout') && of.rules.silence ? <Deliveries of={of} /> : null}
      {of.may.includes('seeTurnout') ? <Missing of={of} /> : null}
      <Differing of={of} />
    </>
  )
}
/** issued = returned + unreturned + spoiled, in figures large enough to check at a table. */
const Reconciliation = ({ of }: { readonly of: Decision }) => {
  const say = useWords(words)
  const read = useApi('GET /api/decisions/:id/turnout', { params: { id: of.id } }, { every: 15_000 })
  return (
    <Loaded of={read} rows={1}>
      {({ papers }) => (
        <>
          <p className="decision-sums">
            <span>{say.issued}</span>
            <strong>{papers.issued}</strong>
            <span>= {say.returned}</span>
            <strong>{papers.returned}</strong>
            <span>+ {say.unreturned}</span>
            <strong>{papers.unreturned}</strong>
            <span>+ {say.spoiled}</span>
            <strong>{papers.spoiled}</strong>
          </p>
          {papers.toSettle > 0 ? <Tag tone="warn">{say.toSettle(papers.toSettle)}</Tag> : null}
        </>
      )}
    </Loaded>
  )
}
const PaperButtons = ({ of, show }: { readonly of: Decision; readonly show: (dialog: Dialog) => void }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const issue = useAct('POST /api/decisions/:id/papers', {
    onDone: ({ issued }) => void message.success(say.issuedNow(issued)),
  })
  const takes = of.state === 'open' || of.state === 'closed'
  return (
    <p className="row">
      {takes ? (
        <Button type="primary" onClick={() => show({ enter: null })}>
          {say.enter}
        </Button>
      ) : null}
      {['rollFrozen', 'noticed', 'open'].includes(of.state) ? (
        <Button loading={issue.isPending} onClick={() => issue.mutate({ params: { id: of.id }, body: {} })}>
          {say.issue}
        </Button>
      ) : null}
      <Button
        href={addressOf('GET /api/decisions/:id/papers.pdf', {
          params: { id: of.id },
          query: { from: 1, to: 100_000 },
        })}
      >
        {say.print}
      </Button>
    </p>
  )
}
const Papers = ({ of }: { readonly of: Decision }) => {
  const say = useWords(words)
  const pick = usePick()
  const [search, change] = useSearch()
  const [dialog, show] = useState<Dialog>(null)
  const state = Object.keys(paperStates).find((one) => one === search['state']) as PaperState | undefined
  const list = useList('GET /api/decisions/:id/papers', {
    params: { id: of.id },
    query: { limit: 20, ...(state === undefined ? {} : { state }) },
  })
  return (
    <section className="stack">
      <h2>{say.papers}</h2>
      {of.may.includes('seeTurnout') ? <Reconciliation of={of} /> : null}
      <PaperButtons of={of} show={show} />
      <Select
        aria-label={say.paperState}
        className="decision-select"
        allowClear
        placeholder={say.paperState}
        value={state}
        onChange={(next: PaperState | undefined) => change({ state: next })}
        options={(Object.keys(paperStates) as PaperState[]).map((value) => ({
          value,
          label: pick(paperStates[value]),
        }))}
      />
      <Listing
        list={list}
        icon={FileStack}
        empty={{ title: state === undefined ? say.noneIssued : say.noPapers, hint: say.noPapersHint }}
        isPlain
      >
        {(rows) => <PaperTable of={of} rows={rows} show={show} />}
      </Listing>
      {dialog !== null && 'enter' in dialog ? (
        <EnterPaper of={of} paper={dialog.enter} close={() => show(null)} />
      ) : null}
      {dialog !== null && 'spoil' in dialog ? (
        <SpoilPaper of={of} paper={dialog.spoil} close={() => show(null)} />
      ) : null}
    </section>
  )
}
interface PaperTableProps {
  readonly of: Decision
  readonly rows: readonly Paper[]
  readonly show: (dialog: Dialog) => void
}
const tones = { out: 'quiet', once: 'warn', entered: 'good', conflict: 'late', spoiled: 'quiet' } as const
const PaperTable = ({ of, rows, show }: PaperTableProps) => {
  const say = useWords(words)
  const pick = usePick()
  const takes = of.state === 'open' || of.state === 'closed'
  return (
    <PlainTable label={say.papers} heads={[say.codeAndDoors, say.paperState, say.actions]}>
      {rows.map((paper) => (
        <tr key={paper.code}>
          <th scope="row">
            {paper.code}
            <br />
            <span className="quiet">{paper.doors}</span>
          </th>
          <td>
            <Tag tone={tones[paper.state]}>{pick(paperStates[paper.state])}</Tag>{' '}
            {paper.at ? <TimeText at={paper.at} /> : null}
          </td>
          <td>
            {takes && paper.state !== 'entered' && paper.state !== 'spoiled' ? (
              <span className="row">
                {paper.enteredByMe && paper.state === 'once' ? (
                  <span className="quiet">{say.otherPerson}</span>
                ) : (
                  <Button size="small" onClick={() => show({ enter: paper })}>
                    {paper.state === 'once' ? say.enterSecond : say.enter}
                  </Button>
                )}
                <Button size="small" type="text" danger onClick={() => show({ spoil: paper })}>
                  {say.spoil}
                </Button>
              </span>
            ) : null}
          </td>
        </tr>
      ))}
    </PlainTable>
  )
}
/** Who has not voted yet, door by door; help is offered from here. Never how anybody voted. */
const Missing = ({ of }: { readonly of: Decision }) => {
  const say = useWords(words)
  const [owner, help] = useState<Owner | null>(null)
  const list = useList('GET /api/decisions/:id/missing', { params: { id: of.id }, query: { limit: 20 } })
  return (
    <section className="stack">
      <h2>{say.missing}</h2>
      <p>
        <ExportButton
          label={say.missingSheet}
          href={addressOf('GET /api/decisions/:id/missing.xlsx', { params: { id: of.id } })}
        />
      </p>
      <Listing
        list={list}
        icon={Users}
        empty={{ title: say.nobodyMissing, hint: '' }}
        total={(n) => say.ownersLeft(n)}
        isPlain
      >
        {(rows) => <Doors rows={rows} help={of.state === 'open' && of.may.includes('papers') ? help : null} />}
      </Listing>
      {owner === null ? null : <Assist of={of} owner={owner} close={() => help(null)} />}
    </section>
  )
}
interface DoorsProps {
  readonly rows: readonly Owner[]
  readonly help: ((owner: Owner) => void) | null
}
const Doors = ({ rows, help }: DoorsProps) => {
  const say = useWords(words)
  return (
    <PlainTable label={say.missing} heads={[say.doorsAndOwners, say.areaShort, say.actions]}>
      {rows.map((row) => (
        <tr key={row.key}>
          <th scope="row">
            {row.doors}
            <br />
            <span className="quiet">{row.names || say.noOwner}</span>
          </th>
          <td>{row.area === 0 ? <Tag tone="warn">{say.unknown}</Tag> : say.squareMetres(row.area)}</td>
          <td>
            {help === null ? null : (
              <Button size="small" onClick={() => help(row)}>
                {say.assist}
              </Button>
            )}
          </td>
        </tr>
      ))}
    </PlainTable>
  )
}
