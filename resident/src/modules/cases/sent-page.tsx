// After a report has arrived: its number, what happens next, and by when.
import { call } from '../../api.ts'
import { Icon } from '../../kit/icon.tsx'
import { check } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Failure, Skeleton } from '../../kit/states.tsx'
import { When } from '../../kit/when.tsx'
import { words } from '../../words.ts'

const w = words({
  title: ['已收到', 'Received'],
  thanks: ['收到了，我们来办', 'We have it, and will see to it'],
  number: ['编号', 'Number'],
  next: ['下一步', 'Next step'],
  nextWords: ['{who}看过后转给办理人', '{who} reads it and passes it on'],
  community: ['社区', 'The community'],
  when: ['答复时间', 'Answer by'],
  place: ['地点', 'Place'],
  told: ['有进展会在消息里告诉您。', 'You will find every step in your messages.'],
  see: ['查看进度', 'See progress'],
  home: ['回首页', 'Back to the start'],
})

const SentPage = ({ id }: { id: string }) => {
  const { data, trouble, reload } = useLoad(`cases/${id}`, () => call('GET /api/cases/:id', { params: { id } }))
  const respond = data?.clocks.find((clock) => clock.kind === 'respond')
  const dueAt = respond?.dueAt ?? data?.dueAt
  return (
    <Page
      title={w('title')}
      backTo="/"
      bar={
        <>
          <a class="button" href="/">
            {w('home')}
          </a>
          <a class="button main" href={`/cases/${id}`}>
            {w('see')}
          </a>
        </>
      }
    >
      {trouble && <Failure trouble={trouble} retry={reload} />}
      {!data && !trouble && <Skeleton />}
      {data && (
        <>
          <div class="empty">
            <span class="sent-mark">
              <Icon of={check} />
            </span>
            <div role="status">
              <h2>{w('thanks')}</h2>
            </div>
          </div>
          <dl class="card facts">
            <div>
              <dt>{w('number')}</dt>
              <dd class="strong">{data.number}</dd>
            </div>
            <div>
              <dt>{w('next')}</dt>
              <dd>{w('nextWords', { who: data.community.name || w('community') })}</dd>
            </div>
            {dueAt && (
              <div>
                <dt>{w('when')}</dt>
                <dd>
                  <When at={dueAt} withTime />
                </dd>
              </div>
            )}
            <div>
              <dt>{w('place')}</dt>
              <dd>{data.place.path}</dd>
            </div>
          </dl>
          <p class="quiet">{w('told')}</p>
        </>
      )}
    </Page>
  )
}
export default SentPage
