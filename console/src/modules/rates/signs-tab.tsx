// Signs of gaming in a month: what was noticed, of which body, in which cases.
import { Input } from 'antd'
import { ShieldCheck } from 'lucide-react'
import { signKinds } from '../../../../contract/src/rates-kinds.ts'
import { useSearch } from '../../platform/address.ts'
import { useApi, type Out } from '../../platform/api.ts'
import { today } from '../../platform/day.ts'
import { ListHead } from '../../platform/export-button.tsx'
import { sheetAddress } from '../../platform/list.ts'
import { EmptyState, Loaded } from '../../platform/page.tsx'
import { useLanguage, usePick, useWords } from '../../platform/words.ts'
import { NumberLink } from './number-link.tsx'
import { words } from './words.ts'

type Sign = Out<'GET /api/rates/signs'>['rows'][number]
export const SignsTab = () => {
  const say = useWords(words)
  const [{ month = today().slice(0, 7) }, change] = useSearch()
  const signs = useApi('GET /api/rates/signs', { query: { month } })
  return (
    <div className="stack">
      <p className="quiet">{say.signsLead}</p>
      <div className="filters">
        <Input
          type="month"
          aria-label={say.month}
          style={{ width: 160 }}
          value={month}
          onChange={(event) => change({ month: event.target.value || undefined })}
        />
      </div>
      <ListHead href={sheetAddress('GET /api/rates/signs', { query: { month } })} />
      <Loaded of={signs}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState icon={ShieldCheck} title={say.noSigns} hint={say.noSignsHint} />
          ) : (
            <ul className="exclusions">
              {rows.map((row) => (
                <li key={row.id} className="card">
                  <SignView row={row} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  )
}
const SignView = ({ row }: { readonly row: Sign }) => {
  const say = useWords(words)
  const pick = usePick()
  const { language } = useLanguage()
  const kind = signKinds[row.kind]
  return (
    <>
      <p>
        <strong>{pick(kind)}</strong> · {row.body.name}
      </p>
      <p className="quiet">
        {language === 'en' ? kind.whyEn : kind.why} {say.ofAll(row.counted, row.ofAll)}
      </p>
      <p className="row">
        {row.cases.map((one) => (
          <NumberLink key={one.id} id={one.id} number={one.number} />
        ))}
      </p>
    </>
  )
}
