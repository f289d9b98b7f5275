// Sentences of the journal that the server keeps in the contract's own words, in Chinese for Chinese readers.
import { useLanguage } from '../../platform/words.ts'

const inChinese: Readonly<Record<string, string>> = {
  'claimed a home': '认领了房屋',
  'confirmed a home claim': '确认了房屋认领',
  'refused a home claim': '没有通过房屋认领',
  'recorded an owner or occupant': '登记了业主或住户',
  'ended an ownership or occupancy': '结束了业主或住户身份',
  'added a place': '新增了地点',
  'changed a place': '修改了地点',
  'exported homes': '导出了房屋表',
  'uploaded a spreadsheet': '上传了表格',
  'committed an import': '写入了表格',
  'appointed a person': '任命了人员',
  'ended an appointment': '免去了任职',
  'removed an appointment': '删除了任职',
  'exported appointments': '导出了任职表',
  'added an organisation': '新增了组织',
  'changed an organisation': '修改了组织',
  'exported organisations': '导出了组织表',
  'added a position': '新增了岗位',
  'changed a position': '修改了岗位',
  'changed the calendar': '修改了工作日历',
  'changed working hours': '修改了上班时间',
}
/** `const read = useSentence(); read(entry.sentence)`: a sentence nobody translated reads as it was written. */
export const useSentence = (): ((sentence: string) => string) => {
  const { language } = useLanguage()
  return (sentence) => (language === 'zh-CN' ? (inChinese[sentence] ?? sentence) : sentence)
}
