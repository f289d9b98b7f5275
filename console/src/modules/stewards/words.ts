// Words of stewards.
import { dictionary } from '../../platform/words.ts'

export const words = dictionary({
  title: { zh: '谁管我', en: 'Who is mine' },
  lead: { zh: '一栋楼一栋楼看：谁在管，还缺谁。', en: 'Building by building: who looks after it, who is missing.' },
  place: { zh: '地点', en: 'Place' },
  anyPlace: { zh: '全部辖区', en: 'All of my area' },
  onlyGaps: { zh: '只看缺人的楼', en: 'Only buildings that lack someone' },
  buildings: { zh: '楼栋', en: 'Buildings' },
  lacks: { zh: (what: string) => `缺${what}`, en: (what: string) => `no ${what.toLowerCase()}` },
  lackCount: { zh: (what: string) => `缺${what}的楼`, en: (what: string) => `without ${what.toLowerCase()}` },
  leads: {
    zh: (led: number, all: number) => `单元长 ${led}/${all}`,
    en: (led: number, all: number) => `unit leads ${led}/${all}`,
  },
  empty: { zh: '没有楼栋', en: 'No buildings' },
  emptyHint: {
    zh: '先在“地点和房屋”里录入，或换一个地点。',
    en: 'Enter them in Places and homes first, or try another place.',
  },
  none: { zh: '每栋楼都有人管', en: 'Every building is looked after' },
  appoint: { zh: '去任命', en: 'Appoint' },
  myCard: { zh: '我的名片', en: 'My name card' },
})
