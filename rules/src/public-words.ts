// What of a report's words may be read by everybody: telephone, identity and plate numbers, homes and named people are covered. Pure.

const COVER = '＊＊＊'
const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房丁邓单洪包诸左石崔吉龚程邢裴陆荣翁荀甄曲封储段侯武刘龙叶白蒲谭欧阳'
const CALLED = '先生|女士|小姐|师傅|阿姨|大爷|大妈|大姐|大哥|老师|医生|主任|书记|经理|局长|科长'
const covers: readonly (readonly [RegExp, string])[] = [
  // Identity numbers, then every other long number: telephones, accounts.
  [/\d{17}[\dXx]/g, COVER],
  [/\d{3,4}[-－ ]\d{7,8}/g, COVER],
  [/\d(?:[ -]?\d){6,}/g, COVER],
  [/[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-z][·.]?[A-Za-z0-9]{5,6}/g, COVER],
  // Building-unit-home: 3-2-501; then a home after its building or unit, or called a home.
  [/\d{1,3}(?:[-－—]\d{1,3}){1,2}[-－—]\d{3,4}/g, '某户'],
  [/(单元|号楼|栋|幢|座)\s*\d{3,4}(?:[号]?[室户房]|号)?(?!\d)/g, '$1某户'],
  [/(?<![\d.])\d{3,4}\s*号?(?:室|户|房间|房(?!产)|住户|业主|人家)/g, '某户'],
  // A number built like a home's (floor and 01 to 12) that no measure follows.
  [
    /(?<![\d.A-Za-z])(?:[1-9]|[12]\d|3\d)(?:0[1-9]|1[0-2])(?![\d.A-Za-z]|元|块|年|路|线|米|人|个|次|分|平|度|伏|斤|公里|多|万|天(?!天)|号线|辆|岁)/g,
    '某户',
  ],
  [/(我叫|名叫|姓名[:：是]?|联系人[:：是]?)\s*[\u4e00-\u9fa5]{2,3}/g, '$1某某'],
  [new RegExp(`[${SURNAMES}][\\u4e00-\\u9fa5]{0,2}?(${CALLED})`, 'g'), '某$1'],
]
/** `names`: people known to be named, e.g. who reported it. */
export const publicWords = (words: string, names: readonly string[] = []): string => {
  let text = words
  for (const name of names) if (name.length >= 2) text = text.replaceAll(name, '某某')
  for (const [pattern, cover] of covers) text = text.replace(pattern, cover)
  return text
}
/** The same, cut at a length people read in one glance. */
export const shortPublicWords = (words: string, names: readonly string[] = [], most = 60): string => {
  const text = publicWords(words, names).replace(/\s+/g, ' ').trim()
  const letters = [...text]
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`
}
