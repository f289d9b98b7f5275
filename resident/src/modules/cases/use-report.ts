// The behaviour of the report form: the place from a code or my home, the suggestion, and sending.
import { useEffect, useState } from 'preact/hooks'
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { useLoad } from '../../kit/load.ts'
import type { Trouble } from '../../kit/states.tsx'
import { newKey } from '../../new-key.ts'
import { changeDraft, clearDraft, draft, loadDraft, saveDraft, takeBackDraft } from '../../outbox/draft.ts'
import type { Draft } from '../../outbox/item.ts'
import { outbox, submit, takeOut } from '../../outbox/sender.ts'
import { go, here } from '../../router.ts'
import { meOf, rememberedPerson, session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { w } from './report-words.ts'

export type Suggestion = OutOf<Api['POST /api/cases/suggestions']>

/** Resolves a door code; a forged or revoked one comes back as trouble. */
export const useDoorCode = (code: string | null) => {
  const found = useLoad(code === null ? null : `doorcodes/${code}`, () =>
    call('GET /api/doorcodes/:code', { params: { code: code ?? '' } }),
  )
  const place = found.data?.place
  useEffect(() => {
    if (!place || code === null) return
    void loadDraft().then(() => changeDraft({ place: { id: place.id, path: place.path }, doorCode: code }))
  }, [place?.id, code])
  return found
}

/** Fills in my home when nothing else says where. */
export const useMyHome = (wanted: boolean) => {
  const me = meOf(useStore(session))
  useEffect(() => {
    if (!wanted || !me) return
    void Promise.all([call('GET /api/places/my-neighbourhood'), loadDraft()]).then(
      ([{ home }]) => {
        if (home && !draft.get().place) changeDraft({ place: { id: home.id, path: home.path } })
      },
      () => {},
    )
  }, [wanted, me?.id])
}

/** Asks for kind and category after a pause in typing. */
export const useSuggestion = (words: string, wanted: boolean): Suggestion | null => {
  const [suggestion, setSuggestion] = useState<Suggestion | null>(null)
  useEffect(() => {
    if (!wanted || words.trim().length < 4) {
      setSuggestion(null)
      return
    }
    let current = true
    const clock = setTimeout(() => {
      call('POST /api/cases/suggestions', { body: { words: words.trim() } }).then(
        (answer) => current && setSuggestion(answer),
        () => {},
      )
    }, 700)
    return () => {
      current = false
      clearTimeout(clock)
    }
  }, [words, wanted])
  return suggestion
}

export interface Missing {
  readonly words?: string
  readonly place?: string
}
const missingIn = (now: Draft): Missing => ({
  ...(now.words.trim().length < 2 ? { words: now.voice ? w('needWordsVoice') : w('needWords') } : {}),
  ...(now.place || now.doorCode ? {} : { place: w('needPlace') }),
})

const comeBackBy = (way: '/sign-in' | '/welcome') => {
  saveDraft()
  go(`${way}?next=${encodeURIComponent(here())}`)
}
/** Leaves for the sign-in page with everything kept. */
export const signInAndComeBack = () => comeBackBy('/sign-in')

/** Sends the draft, or says what is missing, or what the server refused. */
export const useSend = () => {
  const [missing, setMissing] = useState<Missing>({})
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  const send = async () => {
    const now = draft.get()
    const lacks = missingIn(now)
    setMissing(lacks)
    setTrouble(null)
    const who = session.get()
    if (lacks.words) return document.querySelector<HTMLElement>('.report-words .input')?.focus()
    if (who.state === 'out') return signInAndComeBack()
    if (lacks.place) return document.querySelector<HTMLElement>('.report-place')?.focus()
    if (who.state === 'in' && !who.me.consent.current) return comeBackBy('/welcome')
    setBusy(true)
    const id = newKey()
    const caseId = await submit(id, rememberedPerson(), now)
    setBusy(false)
    const item = outbox.get().find((one) => one.id === id)
    if (item?.state === 'refused') {
      await takeOut(id)
      takeBackDraft(item.draft)
      setTrouble({
        cause: item.refusal?.cause ?? '',
        remedy: item.refusal?.remedy ?? '',
        id: '',
        code: '',
        noSignal: false,
        fields: {},
      })
      scrollTo(0, 0)
      return
    }
    clearDraft()
    go(caseId ? `/report/sent/${caseId}` : '/report/waiting', { replace: true })
  }
  return { missing, trouble, busy, send }
}
