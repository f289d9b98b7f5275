// Categories and dispatch rules as spreadsheets.
import { caseKinds } from '../../../../contract/src/cases-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { exportedList, inLanguage, wholeList } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { listCategories } from './edit-categories.ts'
import { listRules } from './edit-rules.ts'

type Category = Awaited<ReturnType<typeof listCategories>>[number]
type Rule = Awaited<ReturnType<typeof listRules>>[number]
const yes = (is: boolean, isChinese: boolean) => (is ? (isChinese ? '是' : 'yes') : isChinese ? '否' : 'no')
const nameIn = (all: readonly Category[], id: string | null) => all.find((one) => one.id === id)?.name ?? null

export const categoriesSheet = async (cx: Cx): Promise<Download> => {
  const all = await listCategories(cx)
  return exportedList<Category>(cx, '诉求分类', {
    name: ['诉求分类', 'categories'],
    columns: [
      ['分类', 'Category', 24, (row) => row.name],
      ['上级', 'Above', 24, (row) => nameIn(all, row.parentId)],
      ['类型', 'Kind', 14, (row, zh) => inLanguage(caseKinds[row.kind], zh)],
      ['关键词', 'Keywords', 60, (row) => row.keywords.join('、')],
      ['启用', 'In use', 8, (row, zh) => yes(row.active, zh)],
    ],
    page: () => wholeList(all),
  })
}
export const rulesSheet = async (cx: Cx): Promise<Download> => {
  const categories = await listCategories(cx)
  return exportedList<Rule>(cx, '派单规则', {
    name: ['派单规则', 'dispatch rules'],
    columns: [
      ['顺序', 'Order', 8, (row) => row.order],
      ['规则', 'Rule', 30, (row) => row.name],
      ['分类', 'Category', 24, (row) => nameIn(categories, row.categoryId)],
      ['类型', 'Kind', 14, (row, zh) => (row.kind === null ? null : inLanguage(caseKinds[row.kind], zh))],
      ['派给', 'Goes to', 30, (row) => row.targetName],
      ['自动派', 'By itself', 10, (row, zh) => yes(row.automatic, zh)],
      ['启用', 'In use', 8, (row, zh) => yes(row.active, zh)],
    ],
    page: () => wholeList(listRules(cx)),
  })
}
