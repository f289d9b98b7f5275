// A list page by page as a spreadsheet in the reader's language: the same rows as on screen, all of them.
import type { Cx } from './cx.ts'
import type { Download } from './module.ts'
import { sheetDownload } from './sheet.ts'

/** A column: its header in Chinese and English, its width, and what a row shows there. */
export type ListColumn<R> = readonly [
  zh: string,
  en: string,
  width: number,
  value: (row: R, isChinese: boolean) => string | number | null,
]
interface ListSheet<R> {
  readonly name: readonly [zh: string, en: string]
  readonly columns: readonly ListColumn<R>[]
  /** The page after a cursor; the first without one. */
  readonly page: (after: string | undefined) => Promise<{ readonly rows: readonly R[]; readonly next: string | null }>
}
/** Rows of one page while a list is written out. */
export const SHEET_PAGE = 500

const pagesOf = async function* <R>(page: ListSheet<R>['page']): AsyncIterable<readonly R[]> {
  let after: string | undefined
  for (;;) {
    const { rows, next } = await page(after)
    yield rows
    if (next === null) return
    after = next
  }
}
/** Streams a list; a file's name may hold no path. */
export const listSheet = <R>(cx: Cx, { name, columns, page }: ListSheet<R>): Download => {
  const zh = cx.actor.language === 'zh-CN'
  return sheetDownload<R>(
    {
      fileName: (zh ? name[0] : name[1]).replace(/[\\/:*?[\]"<>|]/g, ' '),
      columns: columns.map(([chinese, english, width, value]) => ({
        header: zh ? chinese : english,
        width,
        value: (row) => value(row, zh),
      })),
      portions: () => pagesOf(page),
    },
    cx.now,
  )
}
/** A list that leaves the house is noted: `what` is its Chinese name. */
export const exportedList = async <R>(cx: Cx, what: string, sheet: ListSheet<R>): Promise<Download> => {
  await cx.journal({
    action: 'list.export',
    sentence: `导出了${what}`,
    thing: { kind: 'district', id: cx.districtId },
  })
  return listSheet(cx, sheet)
}
/** The page of a list that is short enough to be one. */
export const wholeList = async <R>(rows: Promise<readonly R[]> | readonly R[]) => ({ rows: await rows, next: null })
/** What a list asks for while it is written out. */
export const sheetPage = (after: string | undefined) => ({
  limit: SHEET_PAGE,
  ...(after === undefined ? {} : { after }),
})
/** A word of a table in the reader's language. */
export const inLanguage = (words: { readonly zh: string; readonly en: string }, isChinese: boolean): string =>
  isChinese ? words.zh : words.en
/** A moment as people read it, in Shanghai; empty for none. */
export const localTime = (iso: string | null): string =>
  iso === null ? '' : new Date(iso).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' })
/** A fact that is or is not, in a cell. */
export const ifSo = (isSo: boolean, isChinese: boolean): string => (isSo ? (isChinese ? '是' : 'yes') : '')
/** Money as people write it in a table: yuan. */
export const inYuan = (fen: number | null): number | null => (fen === null ? null : fen / 100)
