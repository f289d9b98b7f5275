// Transcribing the slips of one emptying, quickly and by keyboard.
import { App, Button, Drawer, Input, InputNumber, Select } from 'antd'
import { Plus, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { slipFilings, type SlipFiling } from '../../../../contract/src/channels-kinds.ts'
import { useAct } from '../../platform/api.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { useUnsaved } from '../../platform/unsaved.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { PhotoField } from '../cases/photo-field.tsx'
import { words } from './words.ts'

export interface Target {
  readonly box: { readonly id: string; readonly name: string }
  /** An emptying whose slips are not all entered. */
  readonly goOn?: { readonly id: string; readonly left: number; readonly entered: number }
}
interface Slip {
  readonly key: number
  readonly words: string
  readonly filedAs: SlipFiling | 'case'
  readonly reason: string
  readonly photos: string[]
}
const emptySlip = (key: number): Slip => ({ key, words: '', filedAs: 'case', reason: '', photos: [] })
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const bodyOf = (slips: readonly Slip[]) =>
  slips
    .filter((slip) => slip.words.trim() !== '')
    .map((slip) => ({
      words: slip.words.trim(),
      photos: slip.filedAs === 'case' ? slip.photos : [],
      ...(slip.filedAs === 'case' ? {} : { filedAs: slip.filedAs }),
      ...(slip.reason.trim() ? { reason: slip.reason.trim() } : {}),
    }))

/** The slips being typed, and what is sent of them. */
const useSlips = () => {
  const keys = useRef(1)
  const [slips, setSlips] = useState<readonly Slip[]>([emptySlip(0)])
  return {
    slips,
    entered: bodyOf(slips),
    add: () => setSlips([...slips, emptySlip(keys.current++)]),
    change: (key: number, part: Partial<Slip>) =>
      setSlips(slips.map((slip) => (slip.key === key ? { ...slip, ...part } : slip))),
    remove: (key: number) => setSlips(slips.filter((slip) => slip.key !== key)),
  }
}
interface EmptyingFormProps {
  readonly target: Target
  readonly close: () => void
}
export const EmptyingForm = ({ target, close }: EmptyingFormProps) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const [on, setOn] = useState(today())
  const [count, setCount] = useState<number | null>(target.goOn?.left ?? null)
  const typed = useSlips()
  const { entered } = typed
  const finished = () => {
    message.success(say.emptied(entered.length))
    close()
  }
  const empty = useAct('POST /api/channels/boxes/:id/emptyings', { onDone: finished })
  const more = useAct('POST /api/channels/emptyings/:id/slips', { onDone: finished })
  const problem = empty.error ?? more.error
  const unsaved = useUnsaved(true, problem)
  const send = () =>
    target.goOn
      ? more.mutate({ params: { id: target.goOn.id }, body: { slips: entered } })
      : empty.mutate({
          params: { id: target.box.id },
          body: { on, slipCount: count ?? entered.length, slips: entered },
        })
  const save = () => {
    unsaved.sent()
    send()
  }
  const saving = (
    <SaveButton
      isNothing={target.goOn !== undefined && entered.length === 0}
      isBusy={empty.isPending || more.isPending}
      save={save}
    />
  )
  return (
    <Drawer
      open
      title={say.emptyTitle(target.box.name)}
      size={640}
      onClose={() => unsaved.leave(close)}
      mask={{ closable: false }}
      footer={saving}
    >
      <p className="form-drawer-lead">{say.emptyLead}</p>
      {target.goOn ? (
        <p>{say.left(target.goOn.left)}</p>
      ) : (
        <When on={on} setOn={setOn} count={count} setCount={setCount} entered={entered.length} />
      )}
      <div onInput={unsaved.onInput}>
        <SlipRows typed={typed} before={target.goOn?.entered ?? 0} />
      </div>
      {problem ? <ProblemPanel problem={problem} /> : null}
    </Drawer>
  )
}
interface WhenProps {
  readonly on: string
  readonly setOn: (on: string) => void
  readonly count: number | null
  readonly setCount: (count: number | null) => void
  readonly entered: number
}
const When = ({ on, setOn, count, setCount, entered }: WhenProps) => {
  const say = useWords(words)
  return (
    <div className="row">
      <label>
        {say.emptiedOn} <Input type="date" value={on} max={today()} onChange={(event) => setOn(event.target.value)} />
      </label>
      <label>
        {say.slipCount}{' '}
        <InputNumber min={0} max={500} value={count} placeholder={String(entered)} onChange={setCount} />
      </label>
    </div>
  )
}
interface SaveButtonProps {
  readonly isNothing: boolean
  readonly isBusy: boolean
  readonly save: () => void
}
const SaveButton = ({ isNothing, isBusy, save }: SaveButtonProps) => {
  const say = useWords(words)
  return (
    <div className="ask-buttons">
      <Button type="primary" disabled={isNothing} loading={isBusy} onClick={save}>
        {say.keepEmptying}
      </Button>
    </div>
  )
}
const SlipRows = ({ typed, before }: { readonly typed: ReturnType<typeof useSlips>; readonly before: number }) => {
  const say = useWords(words)
  const { slips, add, change, remove } = typed
  return (
    <>
      {slips.map((slip, i) => (
        <SlipRow
          key={slip.key}
          slip={slip}
          title={say.slip(before + i + 1)}
          isLast={i === slips.length - 1}
          change={(part) => change(slip.key, part)}
          next={add}
          remove={slips.length > 1 ? () => remove(slip.key) : null}
        />
      ))}
      <Button icon={<Plus size={16} aria-hidden />} onClick={add}>
        {say.addSlip}
      </Button>
    </>
  )
}
interface SlipRowProps {
  readonly slip: Slip
  readonly title: string
  readonly isLast: boolean
  readonly change: (part: Partial<Slip>) => void
  readonly next: () => void
  readonly remove: (() => void) | null
}
const SlipRow = ({ slip, title, isLast, change, next, remove }: SlipRowProps) => {
  const say = useWords(words)
  const pick = usePick()
  const fates = [
    { value: 'case' as const, label: say.makeCase },
    ...Object.entries(slipFilings).map(([value, filing]) => ({ value: value as SlipFiling, label: pick(filing) })),
  ]
  return (
    <div className="slip-row" role="group" aria-label={title}>
      <div className="row spread">
        <strong>{title}</strong>
        {remove ? (
          <Button
            size="small"
            type="text"
            icon={<Trash2 size={14} aria-hidden />}
            aria-label={`${say.remove} ${title}`}
            onClick={remove}
          />
        ) : null}
      </div>
      <Input.TextArea
        aria-label={`${title} ${say.slipWords}`}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        placeholder={say.slipWords}
        value={slip.words}
        autoFocus={isLast}
        onChange={(event) => change({ words: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          if (isLast && slip.words.trim() !== '') next()
        }}
      />
      <div className="row">
        <Select
          aria-label={`${title} ${say.fate}`}
          style={{ minWidth: 140 }}
          value={slip.filedAs}
          options={fates}
          onChange={(filedAs) => change({ filedAs })}
        />
        {slip.filedAs === 'case' ? null : (
          <Input
            aria-label={`${title} ${say.fileReason}`}
            style={{ maxWidth: 280 }}
            maxLength={200}
            placeholder={say.fileReason}
            value={slip.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
        )}
      </div>
      {slip.filedAs === 'case' ? <PhotoField value={slip.photos} onChange={(photos) => change({ photos })} /> : null}
    </div>
  )
}
