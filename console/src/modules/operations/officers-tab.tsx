// 执法包片: for each community, the enforcement officers who answer for it, with the department's line.
import { Table } from 'antd'
import { useApi, type Out } from '../../platform/api.ts'
import { ListHead } from '../../platform/export-button.tsx'
import { sheetAddress } from '../../platform/list.ts'
import { Loaded } from '../../platform/page.tsx'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

type Area = Out<'GET /api/operations/officers'>[number]
export const OfficersTab = () => {
  const say = useWords(words)
  const areas = useApi('GET /api/operations/officers', { query: {} })
  return <Loaded of={areas}>{(data) => <Officers areas={data} label={say.officers} />}</Loaded>
}
const Officers = ({ areas, label }: { readonly areas: readonly Area[]; readonly label: string }) => {
  const say = useWords(words)
  const lines = (area: Area, of: (officer: Area['officers'][number]) => string) =>
    area.officers.map((officer) => <div key={`${officer.person.id} ${officer.area.id}`}>{of(officer)}</div>)
  return (
    <>
      <ListHead href={sheetAddress('GET /api/operations/officers', { query: {} })} />
      <div className="list-card">
        <ScrollX label={label}>
          <Table<Area>
            size="small"
            rowKey={(row) => row.community.id}
            pagination={false}
            locale={{ emptyText: say.officersNone }}
            dataSource={[...areas]}
            columns={[
              { title: say.community, render: (_, row) => <strong>{row.community.name}</strong> },
              {
                title: say.officer,
                render: (_, row) =>
                  row.officers.length === 0 ? (
                    <span className="quiet" title={say.officersHint}>
                      {say.noOfficers}
                    </span>
                  ) : (
                    lines(row, (officer) => officer.person.name)
                  ),
              },
              { title: say.department, render: (_, row) => lines(row, (officer) => officer.department.name) },
              { title: say.area, render: (_, row) => lines(row, (officer) => officer.area.path) },
              { title: say.phone, render: (_, row) => lines(row, (officer) => officer.phone ?? '—') },
            ]}
          />
        </ScrollX>
      </div>
    </>
  )
}
