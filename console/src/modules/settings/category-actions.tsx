// What may be done with a category: change it, add below it, retire it or use it again.
import { App, Button } from 'antd'
import { useState } from 'react'
import { useAct, type Out } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { useMay } from '../../platform/me.ts'
import { useWords } from '../../platform/words.ts'
import { CategoryForm } from './category-form.tsx'
import { words } from './words.ts'

type Category = Out<'GET /api/cases/categories'>[number]
export const CategoryActions = ({ category }: { readonly category: Category }) => {
  const say = useWords(words)
  const may = useMay()
  const { message } = App.useApp()
  const [doing, setDoing] = useState<'edit' | 'below' | 'retire' | null>(null)
  const stop = () => setDoing(null)
  const change = useAct('PATCH /api/cases/categories/:id', {
    refreshes: ['/api/cases/categories'],
    onDone: () => {
      stop()
      message.success(say.saved)
    },
  })
  const set = (active: boolean) =>
    change.mutate(
      { params: { id: category.id }, body: { active } },
      { onError: (failure) => active && message.error(failure.message) },
    )
  if (!may('case.configure')) return null
  return (
    <span className="row">
      <Button size="small" onClick={() => setDoing('edit')}>
        {say.edit}
      </Button>
      {category.parentId === null && category.active ? (
        <Button size="small" onClick={() => setDoing('below')}>
          {say.addUnder}
        </Button>
      ) : null}
      {category.active ? (
        <Button size="small" danger onClick={() => setDoing('retire')}>
          {say.retire}
        </Button>
      ) : (
        <Button size="small" loading={change.isPending} onClick={() => set(true)}>
          {say.restore}
        </Button>
      )}
      <CategoryForm open={doing === 'edit'} category={category} close={stop} />
      <CategoryForm open={doing === 'below'} parent={category} close={stop} />
      <Ask
        open={doing === 'retire'}
        title={say.retireCategory(category.name)}
        what={say.retireCategoryWhat}
        verb={say.retire}
        isDangerous
        isBusy={change.isPending}
        problem={change.error}
        onYes={() => set(false)}
        onNo={stop}
      />
    </span>
  )
}
