// A wide table that scrolls sideways by itself, also by keyboard.
import type { ReactNode } from 'react'
import './forms.css'

export const ScrollX = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className="scroll-x" role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
)
