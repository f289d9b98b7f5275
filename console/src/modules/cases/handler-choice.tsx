// Choosing the body a case goes to: the proposed one first, with the work each has open.
import { Radio } from 'antd'
import { organisationKinds } from '../../../../contract/src/organisations-kinds.ts'
import { useApi } from '../../platform/api.ts'
import { Loaded } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { caseWords } from './case-words.ts'

interface HandlerChoiceProps {
  readonly caseId: string
  readonly value?: string | undefined
  readonly onChange?: (id: string) => void
  /** Not offered: the body that has it now. */ readonly without?: string | undefined
  readonly id?: string
}
export const HandlerChoice = ({ caseId, value, onChange, without, id }: HandlerChoiceProps) => {
  const say = useWords(caseWords)
  const pick = usePick()
  const handlers = useApi('GET /api/cases/handlers', { query: { caseId } })
  const triage = useApi('GET /api/triage/cases/:id', { params: { id: caseId } }, { fresh: 30_000 })
  const suggested = triage.data?.suggestion?.handler ?? null
  const kinds: Readonly<Record<string, { zh: string; en: string }>> = organisationKinds
  return (
    <Loaded of={handlers} rows={4}>
      {(rows) => (
        <Radio.Group
          {...(id ? { id } : {})}
          className="handlers"
          aria-label={say.organisationId}
          value={value ?? null}
          onChange={(event) => onChange?.(event.target.value as string)}
        >
          {rows
            .filter((row) => row.id !== without)
            .map((row) => {
              const kind = kinds[row.kind]
              return (
                <Radio key={row.id} value={row.id}>
                  <span className="handler">
                    <strong>{row.name}</strong>
                    {row.proposed ? <Tag tone="good">{say.proposed}</Tag> : null}
                    {suggested?.is.id === row.id ? (
                      <Tag tone="info">{say.suggestedHandler(Math.round(suggested.confidence * 100))}</Tag>
                    ) : null}
                    <span className="quiet">
                      {kind ? `${pick(kind)} · ` : ''}
                      {say.openCases(row.openCases)}
                    </span>
                  </span>
                </Radio>
              )
            })}
        </Radio.Group>
      )}
    </Loaded>
  )
}
