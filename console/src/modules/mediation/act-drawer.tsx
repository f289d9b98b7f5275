// What a mediator does, each in a drawer that asks for what it needs.
import { App } from 'antd'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { call, newKey, refresh, type Out, type Refused } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useWords } from '../../platform/words.ts'
import { Fields, type Act, type ClauseValues, type Values } from './act-fields.tsx'
import { words } from './words.ts'

type Mediation = Out<'GET /api/mediations/:id'>
/** Yuan as typed become fen without passing through a fraction. */
const fenOf = (amount: number | null | undefined): number | null =>
  amount === null || amount === undefined ? null : Math.round(amount * 100)
const send = (of: Mediation, act: Act, values: Values, key: { key: string }): Promise<unknown> => {
  const params = { id: of.id }
  switch (act.name) {
    case 'plan':
      return call(
        'POST /api/mediations/:id/sessions',
        // The field is typed in the district's own time.
        { params, body: { at: new Date(`${values.at}:00+08:00`).toISOString(), where: values.where! } },
        key,
      )
    case 'record': {
      const { present = [], said = '', agreed } = values
      const body = { present, said, ...(agreed ? { agreed } : {}) }
      return call(
        'POST /api/mediations/:id/sessions/:thingId',
        { params: { ...params, thingId: act.sessionId }, body },
        key,
      )
    }
    case 'write': {
      const { kind = 'fact', audience = 'shared', partyId = null, words: said = '', photos = [] } = values
      return call(
        'POST /api/mediations/:id/entries',
        { params, body: { kind, audience, partyId, words: said, photos } },
        key,
      )
    }
    case 'draft': {
      const clauses = (values.clauses ?? []).map(({ amount, toId, ...clause }) => ({
        ...clause,
        toId: toId ?? null,
        amountFen: clause.kind === 'compensation' ? fenOf(amount) : null,
      }))
      return call('POST /api/mediations/:id/settlement', { params, body: { facts: values.facts!, clauses } }, key)
    }
    case 'addMediator':
      return call('POST /api/mediations/:id/mediators', { params, body: { personId: values.personId! } }, key)
    case 'talkAgain':
      return call('POST /api/mediations/:id/talkAgain', { params, body: { reason: values.reason! } }, key)
    case 'fail':
      return call(
        'POST /api/mediations/:id/fail',
        { params, body: { reason: values.reason!, ways: values.ways! } },
        key,
      )
    case 'keep':
      return call(
        'POST /api/mediations/:id/clauses/:thingId/keep',
        { params: { ...params, thingId: act.clauseId }, body: { words: values.words! } },
        key,
      )
  }
}
const initialOf = (act: Act): Partial<Values> =>
  act.name === 'write'
    ? { kind: 'fact', audience: 'shared' }
    : act.name === 'draft'
      ? { clauses: [{ kind: 'compensation' } as ClauseValues] }
      : {}

interface Props {
  readonly of: Mediation
  readonly act: Act
  readonly close: () => void
}
export const ActDrawer = ({ of, act, close }: Props) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const client = useQueryClient()
  const attempt = useRef<{ what: string; key: string } | null>(null)
  const mutation = useMutation<unknown, Refused, Values>({
    mutationFn: (values) => {
      const what = JSON.stringify(values)
      if (attempt.current?.what !== what) attempt.current = { what, key: newKey() }
      return send(of, act, values, attempt.current)
    },
    onSuccess: async () => {
      void message.success(say.done)
      close()
      await refresh(client, ['/api/mediations', '/api/cases'])
    },
  })
  const titles = {
    plan: say.plan,
    record: say.recordSession,
    write: say.write,
    draft: say.draft,
    addMediator: say.addMediator,
    talkAgain: say.talkAgain,
    fail: say.fail,
    keep: say.keepFor,
  }
  const leads = { draft: say.draftLead, talkAgain: say.talkAgainWhat, fail: say.failLead }
  const lead = act.name in leads ? leads[act.name as keyof typeof leads] : null
  return (
    <FormDrawer<Values>
      open
      title={titles[act.name]}
      lead={lead}
      initial={initialOf(act)}
      isBusy={mutation.isPending}
      problem={mutation.error}
      onSave={(values) => mutation.mutate(values)}
      onClose={close}
    >
      {(form) => <Fields of={of} act={act} form={form} />}
    </FormDrawer>
  )
}
