// Words that were typed and not saved: leaving them, by a button, the browser's back or a reload, asks first.
import { useBlocker } from '@tanstack/react-router'
import { App } from 'antd'
import { useCallback, useEffect, useRef, type FormEvent } from 'react'
import { pageWords } from './page-words.ts'
import { useWords } from './words.ts'

/** What somebody writes in; what only searches or chooses is soon chosen again. */
const isWriting = (field: EventTarget): boolean =>
  field instanceof HTMLTextAreaElement ||
  (field instanceof HTMLInputElement &&
    ['text', 'email', 'tel', 'url'].includes(field.type) &&
    field.getAttribute('role') !== 'combobox')

interface Unsaved {
  /** For the element around the fields: `<div onInput={unsaved.onInput}>`. */
  readonly onInput: (event: FormEvent) => void
  /** It is being sent: going on from here loses nothing, unless it is refused. */
  readonly sent: () => void
  /** Does what leaves the form, after asking where something would be lost. */
  readonly leave: (go: () => void) => void
}
/** For one form while it is `open`; `problem` is what its sending was refused with. */
export const useUnsaved = (open: boolean, problem: unknown = null): Unsaved => {
  const say = useWords(pageWords)
  const { modal } = App.useApp()
  const isTyped = useRef(false)
  const isSent = useRef(false)
  const asking = useRef<Promise<boolean> | null>(null)
  useEffect(() => {
    isTyped.current = false
    isSent.current = false
  }, [open])
  useEffect(() => {
    if (problem) isSent.current = false
  }, [problem])
  const isAtStake = useCallback(() => isTyped.current && !isSent.current, [])
  const ask = useCallback(
    () =>
      (asking.current ??= Promise.resolve(
        modal.confirm({
          title: say.unsaved,
          content: say.unsavedWhat,
          okText: say.throwAway,
          okButtonProps: { danger: true },
          cancelText: say.keepWriting,
          autoFocusButton: 'cancel',
        }),
      ).finally(() => {
        asking.current = null
      })),
    [modal, say],
  )
  useBlocker({
    disabled: !open,
    enableBeforeUnload: isAtStake,
    shouldBlockFn: useCallback(async () => isAtStake() && !(await ask()), [ask, isAtStake]),
  })
  return {
    onInput: ({ target }) => {
      if (!isWriting(target)) return
      isTyped.current = true
      isSent.current = false
    },
    sent: () => {
      isSent.current = true
    },
    leave: (go) => {
      if (!isAtStake()) return go()
      void ask().then((isGoing) => {
        if (!isGoing) return
        // Where going changes the address, it is not asked a second time.
        isTyped.current = false
        go()
      })
    },
  }
}
