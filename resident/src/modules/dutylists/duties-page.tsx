// 部门清单: what each department does in communities, for everybody to read.
import { useState } from 'preact/hooks'
import { dutyLists, type DutyList } from '../../../../contract/src/dutylists-kinds.ts'
import { call } from '../../api.ts'
import { Chips } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { phone } from '../../kit/icons-more.ts'
import { list as listIcon } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Empty, Failure, Skeleton } from '../../kit/states.tsx'
import { mark } from '../../marks.ts'
import { say, words } from '../../words.ts'

const w = words({
  title: ['部门进社区清单', 'What departments do here'],
  lead: ['哪个部门管什么，找谁，依据是什么。', 'Which department does what, whom to ask, on what basis.'],
  noneYet: ['部门还没有公布清单。', 'No department has published its list yet.'],
  all: ['全部部门', 'Departments'],
  count: ['{n} 项', '{n|duty|duties}'],
  back: ['换一个部门', 'Another department'],
  which: ['清单', 'List'],
  none: ['这份清单还是空的', 'This list is empty'],
  ask: ['找谁', 'Ask for'],
  where: ['在哪里', 'Where'],
  everywhere: ['全区县', 'the whole district'],
  basis: ['依据', 'Basis'],
  call: ['打电话', 'Call'],
})
const lists = Object.keys(dutyLists) as DutyList[]

const Duties = ({ organisationId, list }: { organisationId: string; list: DutyList }) => {
  const { data, trouble, reload } = useLoad(`dutylists/${organisationId}/${list}`, () =>
    call('GET /api/dutylists', { query: { organisationId, list, limit: 200 } }),
  )
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  if (data.rows.length === 0) return <Empty icon={listIcon} title={w('none')} />
  return (
    <>
      {data.rows.map((duty) => (
        <article key={duty.id} class="card stack">
          <h3>{duty.name}</h3>
          <p>{duty.description}</p>
          <dl class="facts">
            <dt>{w('ask')}</dt>
            <dd>{duty.contact}</dd>
            <dt>{w('where')}</dt>
            <dd>{duty.places.map((place) => place.name).join(mark('list')) || w('everywhere')}</dd>
            <dt>{w('basis')}</dt>
            <dd>{duty.legalBasis}</dd>
          </dl>
          {duty.officePhone && (
            <a class="button" href={`tel:${duty.officePhone}`}>
              <Icon of={phone} /> {w('call')} {duty.officePhone}
            </a>
          )}
        </article>
      ))}
    </>
  )
}
const DutiesPage = () => {
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null)
  const [list, setList] = useState<DutyList>('enforcement')
  const { data, trouble, reload } = useLoad('dutylists/departments', () => call('GET /api/dutylists/departments'))
  const departments = data?.filter((one) => one.broughtIn + one.handedDown + one.enforcement > 0) ?? []
  return (
    <Page title={w('title')} subtitle={chosen?.name} backTo="/services">
      {trouble && !data && <Failure trouble={trouble} retry={reload} />}
      {!data && !trouble && <Skeleton />}
      {data && !chosen && (
        <>
          <p class="quiet">{w('lead')}</p>
          <h2>{w('all')}</h2>
          {departments.length === 0 && <p class="card quiet">{w('noneYet')}</p>}
          <ul class="cells">
            {departments.map((one) => (
              <li key={one.organisation.id}>
                <button type="button" class="cell" onClick={() => setChosen(one.organisation)}>
                  <span class="grow">
                    <span class="strong">{one.organisation.name}</span>
                    <span class="small quiet">
                      {w('count', { n: one.broughtIn + one.handedDown + one.enforcement })}
                    </span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {chosen && (
        <>
          <h2>{chosen.name}</h2>
          <Chips
            label={w('which')}
            of={lists.map((one) => [one, say([dutyLists[one].zh, dutyLists[one].en])] as const)}
            chosen={[list]}
            onChoose={([next]) => next && setList(next)}
          />
          <Duties organisationId={chosen.id} list={list} />
          <button type="button" class="button wide" onClick={() => setChosen(null)}>
            {w('back')}
          </button>
        </>
      )}
    </Page>
  )
}
export default DutiesPage
