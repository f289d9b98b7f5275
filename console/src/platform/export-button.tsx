// The button that takes a list away as a spreadsheet: under the filters on screen.
import { Button } from 'antd'
import { Download } from 'lucide-react'
import { pageWords } from './page-words.ts'
import './forms.css'
import { useWords } from './words.ts'

/** Above a table, or at the end of the filters before it. */
export const ListHead = ({ href }: { readonly href: string }) => (
  <div className="list-head">
    <ExportButton href={href} />
  </div>
)
/** `<ExportButton href={addressOf('GET /api/journal.xlsx', { query })} />` */
export const ExportButton = ({ href, label }: { readonly href: string; readonly label?: string }) => {
  const say = useWords(pageWords)
  return (
    <Button href={href} download icon={<Download size={16} aria-hidden />}>
      {label ?? say.export}
    </Button>
  )
}
