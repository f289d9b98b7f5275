// Which money an item of a vote is about, and how much of it at most: funds of the estate whose owners vote.
import { Form, Input, Select } from 'antd'
import { useApi } from '../../platform/api.ts'
import { useMay } from '../../platform/me.ts'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

const decided: readonly string[] = ['commonIncome', 'maintenanceFund']
export const MoneyFields = ({ at }: { readonly at: number }) => {
  const say = useWords(words)
  const may = useMay()
  const placeId = Form.useWatch('placeId') as string | null | undefined
  const fundId = Form.useWatch(['items', at, 'fundId']) as string | null | undefined
  const found = useApi(
    'GET /api/funds',
    { query: { open: 'true', placeId: placeId ?? '', limit: 50 } },
    { when: may('fund.see') && Boolean(placeId) },
  )
  const funds = (found.data?.rows ?? []).filter((one) => one.place.id === placeId && decided.includes(one.kind))
  if (funds.length === 0) return null
  return (
    <>
      <Form.Item name={[at, 'fundId']} label={say.fund} extra={say.fundHint}>
        <Select allowClear options={funds.map((one) => ({ value: one.id, label: one.name }))} />
      </Form.Item>
      {fundId ? (
        <Form.Item
          name={[at, 'amount']}
          label={say.amount}
          rules={[
            { required: true, message: say.needed },
            { pattern: /^\s*[\d,]{1,13}(\.\d{1,2})?\s*$/, message: say.amountWrong },
          ]}
        >
          <Input maxLength={16} inputMode="decimal" />
        </Form.Item>
      ) : null}
    </>
  )
}
