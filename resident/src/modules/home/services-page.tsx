// 全部服务: every other room of the app on one page, those for one's posts below. A room adds itself with one line.
import type { Permission } from '../../../../contract/src/permissions.ts'
import { Icon } from '../../kit/icon.tsx'
import { right } from '../../kit/icons.ts'
import { Page } from '../../kit/page.tsx'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { language, words } from '../../words.ts'

const w = words({
  title: ['全部服务', 'All services'],
  forAll: ['居民服务', 'For residents'],
  forPosts: ['我的工作', 'My work'],
})
interface Service {
  readonly href: string
  readonly zh: string
  readonly en: string
  readonly hintZh: string
  readonly hintEn: string
  /** Shown to who holds one of these; to everybody when absent. */
  readonly permissions?: readonly Permission[]
}
const services: readonly Service[] = [
  {
    href: '/who',
    zh: '谁管我',
    en: 'Who is mine',
    hintZh: '网格员、红管家、单元长、物业经理',
    hintEn: 'Grid worker, steward, unit lead, property manager',
  },
  {
    href: '/public-notices',
    zh: '公示',
    en: 'Public notices',
    hintZh: '小区要办什么事，先看先提意见',
    hintEn: 'What is about to be done; comment first',
  },
  {
    href: '/decisions',
    zh: '业主表决',
    en: 'Owners’ votes',
    hintZh: '小区的大事，您来投票，结果公开',
    hintEn: 'Vote on what concerns the estate; results are public',
  },
  {
    href: '/committees',
    zh: '业委会',
    en: 'Owners’ committee',
    hintZh: '谁是委员，任期多久，我要报名',
    hintEn: 'Who sits on it until when; stand for it',
  },
  {
    href: '/trials',
    zh: '物业先尝后买',
    en: 'Trial service',
    hintZh: '物业先服务，您家每周打分',
    hintEn: 'A company on trial; your household marks it',
  },
  {
    href: '/polls',
    zh: '意见征询',
    en: 'Consultations',
    hintZh: '社区问问大家，不是业主表决',
    hintEn: 'What people think; it binds nobody',
  },
  {
    href: '/mediations',
    zh: '我的调解',
    en: 'My mediations',
    hintZh: '邻里矛盾，保密调解，手机签字',
    hintEn: 'Neighbours’ disputes, in confidence, signed on the phone',
  },
  {
    href: '/funds',
    zh: '小区账目',
    en: 'Your estate’s money',
    hintZh: '公共收益、维修资金、筹资，每笔都能看',
    hintEn: 'Common income, maintenance fund, fund-raising: every entry',
  },
  {
    href: '/shares',
    zh: '我的分摊',
    en: 'My shares',
    hintZh: '大家出钱的事，我家要出多少',
    hintEn: 'What shared costs mean for my home',
  },
  {
    href: '/duties',
    zh: '部门进社区清单',
    en: 'What departments do here',
    hintZh: '哪个部门管什么，找谁',
    hintEn: 'Which department does what, whom to ask',
  },
  {
    href: '/my-card',
    zh: '我的名片',
    en: 'My name card',
    hintZh: '居民在“谁管我”里看到什么，由您定',
    hintEn: 'You decide what residents see of you',
    permissions: ['place.see'],
  },
  {
    href: '/deliberation',
    zh: '议事',
    en: 'Deliberation',
    hintZh: '开什么会，定了什么，我要提议题',
    hintEn: 'Meetings, outcomes, propose a topic',
  },
  {
    href: '/doorstep',
    zh: '马扎会',
    en: 'Doorstep meeting',
    hintZh: '在楼头开会，一部手机几分钟记好',
    hintEn: 'Held and recorded on one phone, also offline',
    permissions: ['deliberation.run'],
  },
  {
    href: '/public-board',
    zh: '社区公开栏',
    en: 'Public board',
    hintZh: '大家反映了什么，办得怎么样',
    hintEn: 'What was raised and what became of it',
  },
  {
    href: '/board',
    zh: '业主留言板',
    en: 'Message board',
    hintZh: '小区里的事，邻居和社区一起看',
    hintEn: 'Your estate’s thread, read by neighbours and the community',
  },
  {
    href: '/clues',
    zh: '随手报线索',
    en: 'Report a clue',
    hintZh: '骑手路上看到的井盖、路灯、路面',
    hintEn: 'For riders: manholes, lamps, roads',
  },
  {
    href: '/knocks',
    zh: '敲门走访',
    en: 'Door knocks',
    hintZh: '一户一户走，没信号也能记',
    hintEn: 'Door by door, also without a signal',
    permissions: ['channel.work', 'case.file'],
  },
  {
    href: '/meetings',
    zh: '吐槽会',
    en: 'Complaint meetings',
    hintZh: '在门口说一件录一件',
    hintEn: 'Enter matters as people say them',
    permissions: ['channel.work'],
  },
  {
    href: '/whistles',
    zh: '吹哨报到',
    en: 'Whistles',
    hintZh: '应答、到场签到、交卷',
    hintEn: 'Answer, sign in on site, hand over',
    permissions: ['whistle.answer'],
  },
  {
    href: '/patrols',
    zh: '巡查',
    en: 'Patrols',
    hintZh: '今天的路线，没有信号也能走',
    hintEn: 'Today’s routes; they work without a signal',
    permissions: ['patrol.walk'],
  },
  {
    href: '/emergency/tasks',
    zh: '应急任务',
    en: 'Emergency tasks',
    hintZh: '逐户登记，回复召集',
    hintEn: 'Home by home; answer calls',
    permissions: ['emergency.work'],
  },
]

const Group = ({ title, of }: { title: string | null; of: readonly Service[] }) => {
  const isEnglish = useStore(language) === 'en'
  if (of.length === 0) return null
  return (
    <section class="stack">
      {title && <h2>{title}</h2>}
      <ul class="cells">
        {of.map((service) => (
          <li key={service.href}>
            <a class="cell" href={service.href}>
              <span class="grow">
                <span class="strong">{isEnglish ? service.en : service.zh}</span>
                <span class="small quiet">{isEnglish ? service.hintEn : service.hintZh}</span>
              </span>
              <Icon of={right} class="end" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
/** The rooms for the posts one holds. */
const useWorkRooms = () => {
  const who = useStore(session)
  const held: readonly string[] = who.state === 'in' ? who.me.permissions : []
  return services.filter((service) => service.permissions?.some((permission) => held.includes(permission)))
}
/** 我的工作 on a page of its own: what staff open on their phones, and the way to the console. */
export const WorkRooms = () => <Group title={null} of={useWorkRooms()} />
const ServicesPage = () => {
  const work = useWorkRooms()
  return (
    <Page title={w('title')} backTo="/">
      <Group title={w('forAll')} of={services.filter((service) => service.permissions === undefined)} />
      <Group title={w('forPosts')} of={work} />
    </Page>
  )
}
export default ServicesPage
