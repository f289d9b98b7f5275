// 调解协议书: the signed text with its signatures and fingerprint, to print or to keep as PDF.
import { call } from '../../api.ts'
import { useLoad } from '../../kit/load.ts'
import { OwnPage } from '../../kit/own-page.tsx'
import { Empty, Failure, Skeleton } from '../../kit/states.tsx'
import { note } from '../../kit/icons-more.ts'
import { exact } from '../../dates.ts'
import { mark } from '../../marks.ts'
import { language } from '../../words.ts'
import { partyName } from './mediation.ts'
import { w } from './words.ts'
import '../../kit/paper.css'

const Agreement = ({ id }: { id: string }) => {
  const { data, trouble, reload } = useLoad(`mediation/${id}`, () =>
    call('GET /api/mediations/:id', { params: { id } }),
  )
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  const { settlement } = data
  if (settlement === null) return <Empty icon={note} title={w('notYet')} />
  return (
    <>
      <p class="agreement card">{settlement.text}</p>
      <section class="stack">
        <h2>{w('signatures')}</h2>
        <ul class="cells">
          {data.parties.map((party) => (
            <li key={party.id} class="cell">
              <span class="grow">
                <span class="strong">{partyName(data, party.id)}</span>
                <span class="small quiet">
                  {party.signedAt ? `${w('signed')} ${exact(party.signedAt, language.get())}` : w('notYet')}
                </span>
              </span>
            </li>
          ))}
        </ul>
        <p class="small">
          {w('mediators')}
          {mark('colon')}
          {data.mediators.map((one) => one.name).join(mark('list'))}
        </p>
        <p class="small quiet fingerprint">
          {w('fingerprint')}
          {mark('colon')}
          {settlement.hash}
        </p>
      </section>
      <button type="button" class="button main no-print" onClick={() => print()}>
        {w('printNow')}
      </button>
    </>
  )
}
const AgreementPage = ({ id }: { id: string }) => (
  <OwnPage title={w('settlement')} backTo={`/mediations/${id}`}>
    <Agreement id={id} />
  </OwnPage>
)
export default AgreementPage
