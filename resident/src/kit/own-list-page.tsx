// A page that is one list of what is mine, reached from the services.
import { OwnPage } from './own-page.tsx'
import { PagedList, type PagedListProps } from './paged-list.tsx'

/** `<OwnListPage title={w('title')} name="polls/mine" fetch={…} row={…} empty={<Empty … />} />`. */
export const OwnListPage = <Row extends { readonly id: string }>(props: PagedListProps<Row> & { title: string }) => {
  const { title, ...list } = props
  return (
    <OwnPage title={title} backTo="/services">
      <PagedList {...list} />
    </OwnPage>
  )
}
