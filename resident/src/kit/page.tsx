// The frame of a page: a bar on top with the way back, the content, and the main action within thumb's reach.
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { back, place } from '../router.ts'
import { Icon } from './icon.tsx'
import { left } from './icons.ts'
import { w } from './kit-words.ts'

export interface PageProps {
  title: string
  /** Where “back” goes when this page was the first; tabs have none. */
  backTo?: string
  subtitle?: string | undefined
  /** Hides the title of a tab page that shows its own heading. */
  quietTitle?: boolean
  bar?: ComponentChildren
  children: ComponentChildren
}

/** One page; its heading receives the focus after a navigation, so that a screen reader begins there. */
export const Page = ({ title, backTo, subtitle, quietTitle, bar, children }: PageProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · 邻里`
  }, [title])
  useEffect(() => {
    if (place.get().step > 0) heading.current?.focus({ preventScroll: true })
  }, [])
  const h1 = (
    <h1 ref={heading} tabIndex={-1} class={quietTitle ? 'hidden-text' : undefined}>
      {title}
    </h1>
  )
  return (
    <div class={backTo === undefined ? 'with-tabs' : bar ? 'with-bar' : undefined}>
      {backTo !== undefined && (
        <header class="top">
          <div>
            <button type="button" class="back" aria-label={w('back')} onClick={() => back(backTo)}>
              <Icon of={left} />
            </button>
            <div class="titles">
              {h1}
              {subtitle && <p class="small quiet">{subtitle}</p>}
            </div>
          </div>
        </header>
      )}
      <main class="page" id="content">
        {backTo === undefined && h1}
        {children}
      </main>
      {bar && (
        <section class="bar" aria-label={title}>
          <div>{bar}</div>
        </section>
      )}
    </div>
  )
}
