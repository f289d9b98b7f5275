// One door: what happened, which needs, and a need made a case with one tap.
import { useState } from 'preact/hooks'
import { knockNeeds, knockStates, type KnockNeed, type KnockState } from '../../../../contract/src/channels-kinds.ts'
import { Chips, Lines, SwitchCell } from '../../kit/field.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { tell } from '../../kit/toast.tsx'
import { say } from '../../words.ts'
import { knockOutbox, type Visit } from './knock-outbox.ts'
import { w } from './knock-words.ts'

const states = ['done', 'absent', 'refused'] as const satisfies readonly KnockState[]
interface DoorSheetProps {
  visit: Visit
  isOpen: boolean
  onClose: (arrived: boolean) => void
}
const NeedToCase = ({ visit, need, arrived }: { visit: Visit; need: KnockNeed | undefined; arrived: () => void }) => {
  const [words, setWords] = useState('')
  const [isWriting, setWriting] = useState(false)
  const [isShort, setShort] = useState(false)
  const file = async () => {
    const text = words.trim()
    setShort(text.length < 2)
    if (text.length < 2) return
    const body = { words: text, ...(need ? { need } : {}) }
    if (await knockOutbox.add({ visitId: visit.id, what: 'case', body })) arrived()
    tell(w('caseDone'))
    setWords('')
    setWriting(false)
  }
  if (!isWriting) {
    return (
      <button type="button" class="button" onClick={() => setWriting(true)}>
        {w('makeCase')}
      </button>
    )
  }
  return (
    <div class="stack">
      <Lines
        label={w('caseWords')}
        keptBy={visit.id}
        placeholder={w('caseHint')}
        max={2000}
        rows={3}
        value={words}
        wrong={isShort ? w('tooShort') : null}
        onValue={setWords}
      />
      <button type="button" class="button" onClick={() => void file()}>
        {w('caseSend')}
      </button>
    </div>
  )
}
const needChoices = () =>
  (Object.keys(knockNeeds) as KnockNeed[]).map((one) => [one, say([knockNeeds[one].zh, knockNeeds[one].en])] as const)

export const DoorSheet = ({ visit, isOpen, onClose }: DoorSheetProps) => {
  const [state, setState] = useState<KnockState>(visit.state)
  const [needs, setNeeds] = useState<readonly KnockNeed[]>(visit.needs)
  const [revisit, setRevisit] = useState(visit.revisit)
  const [arrived, setArrived] = useState(false)
  const save = async () => {
    const body = { state, revisit, needs: [...needs], at: new Date().toISOString() }
    const came = await knockOutbox.add({ visitId: visit.id, what: 'outcome', body })
    tell(w('saved'))
    onClose(came !== null || arrived)
  }
  return (
    <Sheet title={visit.home.path} onClose={() => onClose(arrived)}>
      {visit.tries > 0 && <p class="small quiet">{w('tries', { n: visit.tries })}</p>}
      <Chips
        label={w('what')}
        of={states.map((one) => [one, say([knockStates[one].zh, knockStates[one].en])] as const)}
        chosen={states.filter((one) => one === state)}
        onChoose={([one]) => {
          if (!one) return
          setState(one)
          setRevisit(one === 'absent')
        }}
      />
      <Chips label={w('needs')} many of={needChoices()} chosen={needs} onChoose={setNeeds} />
      <div class="cells">
        <SwitchCell label={w('revisit')} on={revisit} onChange={setRevisit} />
      </div>
      {isOpen && <NeedToCase visit={visit} need={needs[0]} arrived={() => setArrived(true)} />}
      {isOpen && (
        <button
          type="button"
          class="button main"
          aria-disabled={state === 'notYet'}
          onClick={() => state !== 'notYet' && void save()}
        >
          {w('save')}
        </button>
      )}
    </Sheet>
  )
}
