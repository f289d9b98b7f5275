// Words of the first steps of a new district.
import { dictionary } from '../../platform/words.ts'

export const firstWords = dictionary({
  title: { zh: '从这里开始', en: 'Begin here' },
  lead: { zh: '按顺序做完这几步，居民就能反映问题。', en: 'Take these steps in order; then residents can report.' },
  allDone: { zh: '都准备好了，等第一件诉求。', en: 'All is ready for the first case.' },
  done: { zh: '已有', en: 'done' },
  places: { zh: '录入地点和房屋', en: 'Enter places and homes' },
  placesWhat: {
    zh: '街道、社区、小区、楼栋、单元、房屋。',
    en: 'Streets, communities, estates, buildings, units, homes.',
  },
  organisations: { zh: '录入组织', en: 'Enter organisations' },
  organisationsWhat: {
    zh: '社区居委会、物业企业、部门，各管哪里。',
    en: 'Community committees, property companies, departments, and what they serve.',
  },
  staff: { zh: '录入工作人员', en: 'Enter staff' },
  staffWhat: { zh: '谁在哪个岗位，管哪一片。', en: 'Who holds which post, and where.' },
  codes: { zh: '发门牌码，打印张贴', en: 'Issue door codes and print them' },
  codesWhat: {
    zh: '居民用手机扫码，就能在门口反映。',
    en: 'Residents scan one with a phone and report from the door.',
  },
  report: { zh: '试着反映一件', en: 'Report something yourself' },
  reportWhat: {
    zh: '用手机扫一张码，看它怎样到这里。居民登录要收短信，上线前请先开通短信。',
    en: 'Scan a code with a phone and see it arrive here. Residents sign in by phone messages: set them up first.',
  },
})
