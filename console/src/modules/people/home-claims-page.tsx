// Claims of homes that wait: confirm, or refuse with a reason the resident reads.
import { App, Button } from 'antd'
import { Check, House, X } from 'lucide-react'
import { useState } from 'react'
import { addressOf, useAct } from '../../platform/api.ts'
import { useGo } from '../../platform/address.ts'
import { Ask } from '../../platform/ask.tsx'
import { ExportButton } from '../../platform/export-button.tsx'
import { Facts } from '../../platform/facts.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { useMay } from '../../platform/me.ts'
import { Listing } from '../../platform/listing.tsx'
import { PageHeader } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'
import './people.css'

type Claim = RowOf<'GET /api/places/home-claims'>

export default function HomeClaimsPage() {
  const say = useWords(words)
  return (
    <div className="page">
      <PageHeader
        title={say.claimsTitle}
        lead={say.claimsLead}
        actions={<ExportButton href={addressOf('GET /api/places/home-claims.xlsx', {})} />}
      />
      <Claims />
    </div>
  )
}

const Claims = () => {
  const say = useWords(words)
  const may = useMay()
  const go = useGo()
  const list = useList('GET /api/places/home-claims', { query: { limit: 30 } })
  return (
    <Listing
      list={list}
      icon={House}
      isPlain
      total={say.claimsWaiting}
      empty={{
        title: say.claimsEmpty,
        hint: say.claimsEmptyWords,
        action: may('place.see') ? <Button onClick={() => go('/places')}>{say.seePlaces}</Button> : null,
      }}
    >
      {(rows) => (
        <ul className="claims">
          {rows.map((claim) => (
            <li key={claim.id} className="card claim">
              <ClaimCard claim={claim} />
            </li>
          ))}
        </ul>
      )}
    </Listing>
  )
}

const ClaimCard = ({ claim }: { readonly claim: Claim }) => {
  const say = useWords(words)
  return (
    <>
      <h2 className="claim-home">{claim.home.path || claim.home.name}</h2>
      <Facts
        facts={[
          { label: say.name, value: claim.person.name },
          { label: say.phone, value: claim.phone ?? <span className="quiet">{say.noPhone}</span> },
          {
            label: say.relation,
            value: <Tag tone={claim.relation === 'owner' ? 'info' : 'quiet'}>{say[claim.relation]}</Tag>,
          },
          { label: say.claimedAt, value: <TimeText at={claim.at} /> },
        ]}
      />
      <ClaimButtons claim={claim} />
    </>
  )
}

const ClaimButtons = ({ claim }: { readonly claim: Claim }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const [asking, setAsking] = useState<'confirm' | 'refuse' | null>(null)
  const finished = (text: string) => () => {
    setAsking(null)
    message.success(text)
  }
  const confirm = useAct('POST /api/places/home-claims/:id/confirmation', { onDone: finished(say.confirmed) })
  const refuse = useAct('POST /api/places/home-claims/:id/refusal', { onDone: finished(say.refusedDone) })
  const params = { id: claim.id }
  const home = claim.home.path || claim.home.name
  return (
    <div className="row">
      <Button type="primary" icon={<Check size={16} aria-hidden />} onClick={() => setAsking('confirm')}>
        {say.confirm}
      </Button>
      <Button icon={<X size={16} aria-hidden />} onClick={() => setAsking('refuse')}>
        {say.refuse}
      </Button>
      <Ask
        open={asking === 'confirm'}
        title={say.confirmAsk(claim.person.name, home)}
        what={say.confirmWhat(say[claim.relation])}
        verb={say.confirm}
        isBusy={confirm.isPending}
        problem={confirm.error}
        onYes={() => confirm.mutate({ params, body: {} })}
        onNo={() => setAsking(null)}
      />
      <Ask
        open={asking === 'refuse'}
        title={say.refuseTitle}
        what={say.refuseWhat}
        verb={say.refuse}
        isDangerous
        reason={{ label: say.revealReason, hint: say.refuseHint, wrong: say.reasonNeeded }}
        isBusy={refuse.isPending}
        problem={refuse.error}
        onYes={(reason) => refuse.mutate({ params, body: { reason } })}
        onNo={() => setAsking(null)}
      />
    </div>
  )
}
