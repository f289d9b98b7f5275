// Where writing begins when a form opens: in its first field, unless somebody is in the form already.

const fields = 'input:not([type=hidden], :disabled), textarea:not(:disabled), select:not(:disabled)'
const isShown = (field: HTMLElement) => field.getClientRects().length > 0
const isUnchosen = (field: HTMLElement) => field instanceof HTMLInputElement && field.type === 'radio' && !field.checked

/** Not under a finger: there a keyboard would cover half of what has just opened. */
export const focusFirstField = (form: HTMLElement | null): void => {
  if (form === null || form.contains(document.activeElement) || matchMedia('(pointer: coarse)').matches) return
  const shown = [...form.querySelectorAll<HTMLElement>(fields)].filter(isShown)
  const [first] = shown
  // Of a choice that is made already, the chosen one is the one a keyboard comes to.
  const chosen =
    first && isUnchosen(first) ? shown.find((field) => sameChoice(field, first) && !isUnchosen(field)) : null
  const target = chosen ?? first
  target?.focus()
}
const sameChoice = (field: HTMLElement, first: HTMLElement) => field.getAttribute('name') === first.getAttribute('name')
