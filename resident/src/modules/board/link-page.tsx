// Behind a link with a token: one case and its progress, without signing in, without names and phones.
import { call } from '../../api.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Photos } from '../../kit/photos.tsx'
import { Failure, Skeleton } from '../../kit/states.tsx'
import { Moment, When } from '../../kit/when.tsx'
import { stepWords } from '../cases/case-words.ts'
import './board.css'
import { picturesOfPublic, PublicState, stateName } from './face.tsx'
import { w } from './words.ts'

const LinkPage = ({ token }: { token: string }) => {
  const loaded = useLoad(`link/${token}`, () => call('GET /api/public/cases/by-token/:token', { params: { token } }))
  const found = loaded.data
  return (
    <Page
      title={w('linkTitle')}
      subtitle={found ? w('number', { number: found.number }) : undefined}
      backTo={found ? `/public-board/${found.community.id}` : '/public-board'}
    >
      {loaded.trouble && <Failure trouble={loaded.trouble} retry={loaded.reload} />}
      {!found && !loaded.trouble && <Skeleton rows={3} height={8} />}
      {found && (
        <>
          <p class="small quiet">{w('linkLead')}</p>
          <section class="card stack">
            <PublicState state={found.state} />
            <h2>{w('said')}</h2>
            <p class="said-words">{found.words}</p>
            {found.photos.length > 0 && <Photos pictures={picturesOfPublic(found.photos)} />}
            <p class="small quiet">{[found.place, found.category.name, found.handler].filter(Boolean).join(' · ')}</p>
          </section>
          <section class="card stack">
            <h2>{w('progress')}</h2>
            <ol class="timeline">
              {found.timeline.map((entry) => (
                <li key={entry.at + entry.step}>
                  <p class="step">{entry.to ? stateName(entry.to) : stepWords(entry.step, entry.organisation)}</p>
                  <p class="row small quiet">
                    <When at={entry.at} withTime /> <span>{entry.organisation}</span>
                  </p>
                  {entry.words && <p class="said">{entry.words}</p>}
                </li>
              ))}
            </ol>
          </section>
          <p class="small quiet">
            {w('until', { day: '' })} <Moment at={found.expiresAt} />
          </p>
        </>
      )}
    </Page>
  )
}
export default LinkPage
