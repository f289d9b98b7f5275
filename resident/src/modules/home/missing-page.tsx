// An address that leads nowhere: says so and offers the way back.
import { pin } from '../../kit/icons.ts'
import { Page } from '../../kit/page.tsx'
import { Empty } from '../../kit/states.tsx'
import { words } from '../../words.ts'

const w = words({
  title: ['没有这个页面', 'There is no such page'],
  hint: ['地址可能写错了，或页面已搬走。', 'The address may be mistyped, or the page has moved.'],
  home: ['回首页', 'Back to the start'],
})

const MissingPage = () => (
  <Page title={w('title')} backTo="/">
    <Empty icon={pin} title={w('title')}>
      <p class="quiet">{w('hint')}</p>
      <a class="button main" href="/">
        {w('home')}
      </a>
    </Empty>
  </Page>
)
export default MissingPage
