// 诉求.
import { PageHeader } from '../../platform/page.tsx'

const CasePage = () => (
  <div className="page">
    <PageHeader title="诉求" />
  </div>
)
export default CasePage
