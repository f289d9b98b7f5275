// The mark on a row that waits for me.
import { Icon } from './icon.tsx'
import { alert } from './icons.ts'

export const Waits = ({ children }: { children: string }) => (
  <span class="mark">
    <Icon of={alert} /> {children}
  </span>
)
