// Categories of cases: two levels, the words that suggest them, their order; adding, changing, retiring.
import { Checkbox, Table } from 'antd'
import { Tags } from 'lucide-react'
import { useMemo, useState } from 'react'
import { AddButton } from '../../platform/add-button.tsx'
import { useSearch } from '../../platform/address.ts'
import { addressOf, useApi, type Out } from '../../platform/api.ts'
import { ExportButton } from '../../platform/export-button.tsx'
import { TextFilter } from '../../platform/listing.tsx'
import { useMarks } from '../../platform/marks.ts'
import { useMay } from '../../platform/me.ts'
import { EmptyState, Loaded, PageHeader } from '../../platform/page.tsx'
import { KindTag, Tag } from '../../platform/tags.tsx'
import { useWords } from '../../platform/words.ts'
import { CategoryActions } from './category-actions.tsx'
import { CategoryForm } from './category-form.tsx'
import { words } from './words.ts'
import './settings.css'

export type Category = Out<'GET /api/cases/categories'>[number]
interface Row extends Category {
  readonly level: number
}

export default function CategoriesPage() {
  const say = useWords(words)
  const may = useMay()
  const [search, change] = useSearch()
  const [isAdding, setAdding] = useState(false)
  const categories = useApi('GET /api/cases/categories', {})
  const add = may('case.configure') ? <AddButton onClick={() => setAdding(true)}>{say.addCategory}</AddButton> : null
  return (
    <div className="page">
      <PageHeader
        title={say.categoriesTitle}
        lead={say.categoriesLead}
        actions={
          <>
            <ExportButton href={addressOf('GET /api/cases/categories.xlsx', {})} />
            {add}
          </>
        }
      />
      <div className="filters" role="search">
        <TextFilter label={say.findCategory} />
        <Checkbox
          checked={search['retired'] === '1'}
          onChange={(event) => change({ retired: event.target.checked ? '1' : undefined })}
        >
          {say.showRetired}
        </Checkbox>
      </div>
      <Loaded of={categories}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState icon={Tags} title={say.categoriesEmpty} hint={say.categoriesEmptyWords} action={add} />
          ) : (
            <CategoriesTable all={all} text={search['search'] ?? ''} withRetired={search['retired'] === '1'} />
          )
        }
      </Loaded>
      <CategoryForm open={isAdding} close={() => setAdding(false)} />
    </div>
  )
}

/** Each top-level category followed by those under it, in their order. */
const inTreeOrder = (all: readonly Category[]): Row[] => {
  const sorted = all.toSorted((a, b) => a.order - b.order || a.name.localeCompare(b.name, 'zh-CN'))
  const below = (parentId: string | null, level: number): Row[] =>
    sorted
      .filter((each) => each.parentId === parentId)
      .flatMap((each) => [{ ...each, level }, ...below(each.id, level + 1)])
  return below(null, 0)
}

interface CategoriesTableProps {
  readonly all: readonly Category[]
  readonly text: string
  readonly withRetired: boolean
}
const CategoriesTable = ({ all, text, withRetired }: CategoriesTableProps) => {
  const say = useWords(words)
  const mark = useMarks()
  const rows = useMemo(() => {
    const fits = (row: Row) => text === '' || [row.name, ...row.keywords].some((each) => each.includes(text))
    return inTreeOrder(all).filter((row) => (withRetired || row.active) && fits(row))
  }, [all, text, withRetired])
  if (rows.length === 0) return <EmptyState icon={Tags} title={say.noCategoryMatch} hint={say.noCategoryMatchWords} />
  return (
    <div className="list-card">
      <Table<Row>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={rows}
        columns={[
          {
            title: say.categoryTitle,
            render: (_, row) => (
              <span className="row" style={{ paddingLeft: text ? 0 : row.level * 24 }}>
                {row.level === 0 ? <strong>{row.name}</strong> : row.name}
                {row.active ? null : <Tag>{say.retired}</Tag>}
              </span>
            ),
          },
          { title: say.kind, render: (_, row) => <KindTag kind={row.kind} /> },
          {
            title: say.keywords,
            responsive: ['md'],
            render: (_, row) =>
              row.keywords.length > 0 ? row.keywords.join(mark.list) : <span className="quiet">{say.noKeywords}</span>,
          },
          { title: say.actions, render: (_, row) => <CategoryActions category={row} /> },
        ]}
      />
    </div>
  )
}
