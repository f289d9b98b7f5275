// A case as a page of its own: for links, phones and a second window.
import { ArrowLeft } from 'lucide-react'
import { Link } from '@tanstack/react-router'
import { useParam } from '../../platform/address.ts'
import { useWords } from '../../platform/words.ts'
import { CaseDetail } from './case-detail.tsx'
import { caseWords } from './case-words.ts'

const CasePage = () => {
  const say = useWords(caseWords)
  const id = useParam('id')
  return (
    <div className="page case-page">
      <Link to="/cases" className="quiet-link">
        <ArrowLeft size={15} aria-hidden />
        {say.back}
      </Link>
      <CaseDetail key={id} id={id} isPage />
    </div>
  )
}
export default CasePage
