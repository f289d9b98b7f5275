// A line icon. It never speaks for itself: a word always stands beside it or in the button's label.

/** Draws one path of icons.ts or icons-more.ts. */
export const Icon = ({ of, class: extra, fill }: { of: string; class?: string; fill?: boolean }) => (
  <svg
    class={extra ? `icon ${extra}` : 'icon'}
    viewBox="0 0 24 24"
    fill={fill ? 'currentColor' : 'none'}
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={of} />
  </svg>
)
