// Demonstration only: the phone messages that would have been sent. Where there is no demonstration there is no page.
import { useEffect } from 'preact/hooks'
import { call } from '../../api.ts'
import { envelope } from '../../kit/icons-more.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Empty, Failure, Skeleton } from '../../kit/states.tsx'
import { Moment } from '../../kit/when.tsx'
import { words } from '../../words.ts'

const w = words({
  title: ['演示短信', 'Demonstration messages'],
  says: ['演示环境不发真短信，都列在这里。', 'A demonstration sends no real messages; they are listed here.'],
  none: ['还没有短信', 'No messages yet'],
  noneHint: ['在登录页获取验证码后，这里会出现。', 'Ask for a code on the sign-in page and it appears here.'],
  absent: ['没有这个页面', 'There is no such page'],
  absentHint: ['正式环境的短信直接发到手机。', 'Outside a demonstration, messages go to the phone.'],
  home: ['回首页', 'Back to the start'],
  to: ['发给 {phone}', 'To {phone}'],
})

const refreshEvery = 3000

const DemoOutboxPage = () => {
  const { data, trouble, reload } = useLoad('notices/sms-outbox', () => call('GET /api/notices/sms-outbox'))
  useEffect(() => {
    const clock = setInterval(() => {
      if (!document.hidden) reload()
    }, refreshEvery)
    return () => clearInterval(clock)
  }, [])
  if (trouble && !trouble.noSignal) {
    return (
      <Page title={w('absent')} backTo="/">
        <Empty icon={envelope} title={w('absent')}>
          <p class="quiet">{w('absentHint')}</p>
          <a class="button main" href="/">
            {w('home')}
          </a>
        </Empty>
      </Page>
    )
  }
  return (
    <Page title={w('title')} backTo="/">
      <p class="quiet">{w('says')}</p>
      {trouble && <Failure trouble={trouble} retry={reload} />}
      {!data && !trouble && <Skeleton />}
      {data?.length === 0 && <Empty icon={envelope} title={w('none')} hint={w('noneHint')} />}
      {data && data.length > 0 && (
        <ul class="cells" aria-live="polite">
          {data.map((one) => (
            <li key={one.id} class="cell">
              <span class="grow">
                <span class="row spread small quiet">
                  <span>{w('to', { phone: one.to })}</span>
                  <Moment at={one.at} withTime />
                </span>
                <span>{one.text}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
export default DemoOutboxPage
