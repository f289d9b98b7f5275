// 我的工作: what staff and volunteers open on their phones, and the way to the console.
import { Icon } from '../../kit/icon.tsx'
import { right } from '../../kit/icons.ts'
import { briefcase } from '../../kit/icons-more.ts'
import { Page } from '../../kit/page.tsx'
import { SignInFirst } from '../../kit/states.tsx'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { words } from '../../words.ts'
import { WorkRooms } from './services-page.tsx'

const w = words({
  title: ['我的工作', 'My work'],
  console: ['工作台', 'Console'],
  consoleHint: ['派单、查询、设置，在电脑上更方便', 'Dispatching, searching, settings; easier on a computer'],
  none: [
    '您现在没有岗位。有了任命，这里会有您的工作。',
    'You hold no post now. With an appointment your work is here.',
  ],
})
const WorkPage = () => {
  const who = useStore(session)
  const isStaff = who.state === 'in' && who.me.appointments.length > 0
  return (
    <Page title={w('title')} backTo="/">
      {who.state === 'out' && <SignInFirst />}
      {who.state === 'in' && !isStaff && <p class="card quiet">{w('none')}</p>}
      {isStaff && (
        <>
          <WorkRooms />
          <div class="cells">
            <a class="cell" href="/console/">
              <Icon of={briefcase} />
              <span class="grow">
                <span class="strong">{w('console')}</span>
                <span class="small quiet">{w('consoleHint')}</span>
              </span>
              <Icon of={right} class="end" />
            </a>
          </div>
        </>
      )}
    </Page>
  )
}
export default WorkPage
