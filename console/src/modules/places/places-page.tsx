// The tree of places on the left, one place on the right: facts, homes below it, or the people of a home.
import { Button, Select } from 'antd'
import { ListTree, MapPin } from 'lucide-react'
import { useState } from 'react'
import { useGo, useSearch } from '../../platform/address.ts'
import { useApi } from '../../platform/api.ts'
import { useLater } from '../../platform/later.ts'
import { useMay } from '../../platform/me.ts'
import { EmptyState, Loaded, PageHeader, SkeletonTable } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { PlaceDetail } from './place-detail.tsx'
import { PlaceTree, type TreeNode } from './place-tree.tsx'
import { usePlaceRoots } from './place-roots.ts'
import { words } from './words.ts'
import './places.css'

/** A district on its first day. */
const isBare = (node: TreeNode) => node.kind === 'district' && node.childCount === 0

export default function PlacesPage() {
  const say = useWords(words)
  const [search, change] = useSearch()
  const chosen = search['place'] ?? null
  const place = useApi('GET /api/places/:id', { params: { id: chosen ?? '' } }, { when: chosen !== null, keep: true })
  const roots = usePlaceRoots()
  const choose = (id: string) => change({ place: id, search: undefined, withoutOwner: undefined })
  return (
    <div className="page">
      <PageHeader title={say.title} lead={say.lead} />
      <Loaded of={roots}>
        {(nodes) =>
          nodes.length === 0 ? (
            <NoPlaces />
          ) : (
            <div className="places">
              <section className="card places-side" aria-label={say.tree}>
                <Find choose={choose} />
                <PlaceTree
                  roots={nodes}
                  chosen={chosen}
                  above={place.data?.ancestors.map((each) => each.id) ?? []}
                  choose={choose}
                />
              </section>
              <div className="places-main">
                {chosen === null && nodes.every(isBare) ? (
                  <NoPlaces />
                ) : chosen === null ? (
                  <EmptyState icon={MapPin} title={say.choose} hint={say.chooseWords} />
                ) : (
                  <Loaded of={place}>
                    {(data) =>
                      data.id === chosen ? (
                        <PlaceDetail key={data.id} place={data} choose={choose} />
                      ) : (
                        <SkeletonTable />
                      )
                    }
                  </Loaded>
                )}
              </div>
            </div>
          )
        }
      </Loaded>
    </div>
  )
}

const NoPlaces = () => {
  const say = useWords(words)
  const may = useMay()
  const go = useGo()
  return (
    <EmptyState
      icon={ListTree}
      title={say.emptyTitle}
      hint={say.emptyWords}
      action={
        may('import.run') ? (
          <Button type="primary" onClick={() => go('/imports')}>
            {say.goImport}
          </Button>
        ) : null
      }
    />
  )
}

const Find = ({ choose }: { readonly choose: (id: string) => void }) => {
  const say = useWords(words)
  const [text, setText] = useState('')
  const asked = useLater(text.trim(), 250)
  const found = useApi('GET /api/places/search', { query: { text: asked } }, { when: asked !== '', keep: true })
  const rows = asked === '' ? [] : (found.data ?? [])
  return (
    <Select
      className="places-find"
      aria-label={say.find}
      placeholder={say.find}
      value={null}
      suffixIcon={null}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      notFoundContent={asked !== '' && found.data && !found.isFetching ? say.nothingFound : null}
      options={rows.map((row) => ({ value: row.id, label: row.path || row.name }))}
      onChange={(id: string | null) => {
        setText('')
        if (id) choose(id)
      }}
    />
  )
}
