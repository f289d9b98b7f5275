// The rules in order: moving one up or down (or dragging it), switching it on, changing and removing it.
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Switch } from 'antd'
import { ArrowDown, ArrowUp, ArrowRight, GripVertical } from 'lucide-react'
import { useState } from 'react'
import { call, refresh, useAct, useApi, type Refused } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { useMay } from '../../platform/me.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { useWords } from '../../platform/words.ts'
import { RuleForm } from './rule-form.tsx'
import { reordered } from './reordered.ts'
import { bodyOfRule, useConditions, type Rule } from './rule-words.ts'
import { words } from './words.ts'

/** Writes the new order with as few changes as will do: each is journalled. */
const useReorder = (rules: readonly Rule[]) => {
  const client = useQueryClient()
  const say = useWords(words)
  const { message } = App.useApp()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refused | null>(null)
  const move = async (from: number, to: number) => {
    if (to < 0 || to >= rules.length || isBusy || from === to) return
    const changes = reordered(rules, from, to)
    setBusy(true)
    setProblem(null)
    try {
      for (const { rule, order } of changes)
        await call('PUT /api/cases/rules/:id', { params: { id: rule.id }, body: { ...bodyOfRule(rule), order } })
      message.success(say.moveDone)
    } catch (failure) {
      setProblem(failure as Refused)
    } finally {
      await refresh(client, ['/api/cases/rules'])
      setBusy(false)
    }
  }
  return { move, isBusy, problem }
}

export const RuleList = ({ rules }: { readonly rules: readonly Rule[] }) => {
  const may = useMay()
  const { move, isBusy, problem } = useReorder(rules)
  const [dragged, setDragged] = useState<number | null>(null)
  const mayEdit = may('case.configure')
  return (
    <div className="stack">
      {problem ? <ProblemPanel problem={problem} /> : null}
      <ol className={isBusy ? 'rule-list is-stale' : 'rule-list'} aria-busy={isBusy}>
        {rules.map((rule, index) => (
          <li
            key={rule.id}
            className={rule.active ? 'card rule' : 'card rule is-off'}
            draggable={mayEdit}
            onDragStart={() => setDragged(index)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() => {
              if (dragged !== null) void move(dragged, index)
              setDragged(null)
            }}
          >
            <RuleRow
              rule={rule}
              number={index + 1}
              isLast={index === rules.length - 1}
              move={(by) => void move(index, index + by)}
            />
          </li>
        ))}
      </ol>
    </div>
  )
}

interface RuleRowProps {
  readonly rule: Rule
  readonly number: number
  readonly isLast: boolean
  readonly move: (by: 1 | -1) => void
}
const RuleRow = ({ rule, number, isLast, move }: RuleRowProps) => {
  const say = useWords(words)
  const may = useMay()
  const conditions = useConditions()
  const place = useApi(
    'GET /api/places/:id',
    { params: { id: rule.placeId ?? '' } },
    { when: rule.placeId !== null, fresh: 60_000 },
  )
  const mayEdit = may('case.configure')
  return (
    <>
      {mayEdit ? <GripVertical size={16} className="rule-grip" aria-hidden /> : null}
      <span className="rule-number">{number}</span>
      <div className="rule-words">
        <div className="row">
          <h2>{rule.name}</h2>
          {rule.automatic ? <Tag tone="info">{say.automatic}</Tag> : null}
          {rule.active ? null : <Tag>{say.inactive}</Tag>}
        </div>
        <p>
          {conditions(rule, place.data ? place.data.path || place.data.name : null)}
          <ArrowRight size={15} aria-label={say.target} role="img" />
          <strong>{rule.targetName}</strong>
        </p>
      </div>
      {mayEdit ? (
        <div className="row rule-buttons">
          <Button
            size="small"
            disabled={number === 1}
            icon={<ArrowUp size={15} aria-hidden />}
            aria-label={`${say.up}: ${rule.name}`}
            onClick={() => move(-1)}
          />
          <Button
            size="small"
            disabled={isLast}
            icon={<ArrowDown size={15} aria-hidden />}
            aria-label={`${say.down}: ${rule.name}`}
            onClick={() => move(1)}
          />
          <RuleButtons rule={rule} />
        </div>
      ) : null}
    </>
  )
}

const RuleButtons = ({ rule }: { readonly rule: Rule }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const [doing, setDoing] = useState<'edit' | 'remove' | null>(null)
  const stop = () => setDoing(null)
  const refreshes = ['/api/cases/rules']
  const change = useAct('PUT /api/cases/rules/:id', { refreshes })
  const remove = useAct('DELETE /api/cases/rules/:id', {
    refreshes,
    onDone: () => {
      stop()
      message.success(say.ruleRemoved)
    },
  })
  return (
    <>
      <Switch
        size="small"
        aria-label={`${say.active}: ${rule.name}`}
        checked={rule.active}
        loading={change.isPending}
        onChange={(active) =>
          change.mutate(
            { params: { id: rule.id }, body: { ...bodyOfRule(rule), active } },
            { onError: (failure) => message.error(failure.message) },
          )
        }
      />
      <Button size="small" onClick={() => setDoing('edit')}>
        {say.edit}
      </Button>
      <Button size="small" danger onClick={() => setDoing('remove')}>
        {say.remove}
      </Button>
      <RuleForm open={doing === 'edit'} rule={rule} nextOrder={rule.order} close={stop} />
      <Ask
        open={doing === 'remove'}
        title={say.removeRule(rule.name)}
        what={say.removeRuleWhat}
        verb={say.remove}
        isDangerous
        isBusy={remove.isPending}
        problem={remove.error}
        onYes={() => remove.mutate({ params: { id: rule.id } })}
        onNo={stop}
      />
    </>
  )
}
