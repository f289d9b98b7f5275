// Action items: who does what by when, what it cost, and what waits for acceptance; those without an owner say so.
import { App, Button, Form, Input, InputNumber, Segmented } from 'antd'
import { ListChecks } from 'lucide-react'
import { useState } from 'react'
import { itemStates } from '../../../../contract/src/deliberation-life.ts'
import { useSearch } from '../../platform/address.ts'
import { useAct } from '../../platform/api.ts'
import { EntryList } from '../../platform/entry-list.tsx'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { OrganisationPicker } from '../../platform/pickers.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { PhotoField } from '../cases/photo-field.tsx'
import { ItemHistory } from './item-history.tsx'
import { words } from './words.ts'
import { yuan } from './yuan.ts'

export type Item = RowOf<'GET /api/deliberation/items'>
type Step = Item['may'][number]
const filters = {
  all: {},
  overdue: { overdue: 'true' },
  noOwner: { state: 'noOwner' },
  mine: { mine: 'true' },
} as const
export const ItemsTab = () => {
  const say = useWords(words)
  const [search, change] = useSearch()
  const shown = (search['show'] ?? 'all') as keyof typeof filters
  const list = useList('GET /api/deliberation/items', { query: filters[shown] ?? {} })
  return (
    <div className="stack">
      <div className="filters" role="search">
        <Segmented
          aria-label={say.items}
          value={shown}
          onChange={(next) => change({ show: next === 'all' ? undefined : next })}
          options={(['all', 'overdue', 'noOwner', 'mine'] as const).map((value) => ({ value, label: say[value] }))}
        />
      </div>
      <Listing list={list} icon={ListChecks} empty={{ title: say.noItems, hint: say.noItemsHint }} isPlain>
        {(rows) => <ItemCards items={rows} />}
      </Listing>
    </div>
  )
}
export const ItemCards = ({ items }: { readonly items: readonly Item[] }) => {
  const [act, ask] = useState<{ item: Item; step: Step } | null>(null)
  const [read, setRead] = useState<string | null>(null)
  return (
    <>
      <EntryList of={items}>
        {(item) => <ItemCard item={item} ask={(step) => ask({ item, step })} open={() => setRead(item.id)} />}
      </EntryList>
      {act ? <ItemDrawer {...act} close={() => ask(null)} /> : null}
      {read ? <ItemHistory id={read} close={() => setRead(null)} /> : null}
    </>
  )
}
interface CardProps {
  readonly item: Item
  readonly ask: (step: Step) => void
  readonly open: () => void
}
const ItemCard = ({ item, ask, open }: CardProps) => {
  const say = useWords(words)
  const pick = usePick()
  const names = {
    giveOwner: say.giveOwner,
    progress: say.progress,
    finish: say.finish,
    accept: say.acceptItem,
    sendBack: say.sendBack,
    release: say.release,
  }
  return (
    <article className="entry">
      <p className="row">
        <strong>{item.what}</strong>
        <Tag tone={item.state === 'accepted' ? 'good' : item.state === 'noOwner' ? 'warn' : 'info'}>
          {pick(itemStates[item.state])}
        </Tag>
        {item.late ? <Tag tone="late">{say.overdue}</Tag> : null}
        {item.level === 'body' ? null : (
          <Tag tone="warn">
            {say.level} {say[item.level]}
          </Tag>
        )}
      </p>
      <p className="quiet">
        {item.owner ?? say.noOwner} · {item.dueOn ?? '—'} ·{' '}
        {item.budgetFen === null ? '' : `${yuan(item.budgetFen)} · `}
        {item.costFen === 0 ? '' : `${say.cost} ${yuan(item.costFen)} · `}
        {item.place.name} · {item.resolution.title}
      </p>
      <p className="row">
        {item.may.map((step) => (
          <Button key={step} size="small" onClick={() => ask(step)}>
            {names[step]}
          </Button>
        ))}
        <Button size="small" onClick={open} aria-label={`${say.history} ${item.what}`}>
          {say.history}
        </Button>
      </p>
    </article>
  )
}
interface Values {
  words?: string
  cost?: number | null
  ownerId?: string | null
  dueOn?: string
  photos?: string[]
}
interface DrawerProps {
  readonly item: Item
  readonly step: Step
  readonly close: () => void
}
const useSteps = (close: () => void) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const onDone = () => {
    void message.success(say.done)
    close()
  }
  return {
    owner: useAct('POST /api/deliberation/items/:id/owner', { onDone }),
    progress: useAct('POST /api/deliberation/items/:id/progress', { onDone }),
    finish: useAct('POST /api/deliberation/items/:id/finish', { onDone }),
    accept: useAct('POST /api/deliberation/items/:id/acceptance', { onDone }),
    release: useAct('POST /api/deliberation/items/:id/release', { onDone }),
  }
}
const ItemDrawer = ({ item, step, close }: DrawerProps) => {
  const say = useWords(words)
  const acts = useSteps(close)
  const params = { id: item.id }
  const save = ({ words: said = '', cost, ownerId, dueOn, photos = [] }: Values) => {
    // Yuan as typed become fen without passing through a fraction.
    const body = { words: said, photos, ...(cost == null ? {} : { costFen: Math.round(cost * 100) }) }
    if (step === 'giveOwner') return acts.owner.mutate({ params, body: { ownerId: ownerId ?? '', dueOn: dueOn ?? '' } })
    if (step === 'progress') return acts.progress.mutate({ params, body })
    if (step === 'finish') return acts.finish.mutate({ params, body })
    if (step === 'release') return acts.release.mutate({ params, body: { words: said } })
    return acts.accept.mutate({ params, body: { accepted: step === 'accept', words: said } })
  }
  const all = Object.values(acts)
  const rules = [{ required: true, message: say.needed }]
  return (
    <FormDrawer<Values>
      open
      title={item.what}
      initial={{}}
      isBusy={all.some((one) => one.isPending)}
      problem={all.find((one) => one.error)?.error ?? null}
      onSave={save}
      onClose={close}
    >
      {() =>
        step === 'giveOwner' ? (
          <>
            <Form.Item name="ownerId" label={say.itemOwner} rules={rules}>
              <OrganisationPicker label={say.itemOwner} />
            </Form.Item>
            <Form.Item name="dueOn" label={say.itemDue} rules={rules}>
              <Input type="date" />
            </Form.Item>
          </>
        ) : (
          <>
            <Form.Item name="words" label={say.said} rules={[{ required: true, min: 2, message: say.wordsNeeded }]}>
              <Input.TextArea rows={3} maxLength={500} />
            </Form.Item>
            {step === 'progress' || step === 'finish' ? (
              <>
                <Form.Item name="cost" label={say.cost}>
                  <InputNumber min={0} max={10_000_000_000} precision={2} />
                </Form.Item>
                <Form.Item name="photos" label={say.photos}>
                  <PhotoField />
                </Form.Item>
              </>
            ) : null}
          </>
        )
      }
    </FormDrawer>
  )
}
