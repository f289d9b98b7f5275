// The end of a list: how many are shown, and a button for more.
import { Button } from 'antd'
import './forms.css'
import type { List } from './list.ts'
import { pageWords } from './page-words.ts'
import { useWords } from './words.ts'

export const More = ({ list, total }: { readonly list: List<unknown>; readonly total?: (total: number) => string }) => {
  const say = useWords(pageWords)
  if (list.rows.length === 0 || (!list.hasMore && (list.total === null || !total))) return null
  return (
    <div className="list-more">
      {list.total !== null && total ? <span>{total(list.total)}</span> : null}
      {list.hasMore ? (
        <Button onClick={list.loadMore} loading={list.isLoadingMore}>
          {say.more}
        </Button>
      ) : null}
    </div>
  )
}
