// 办理时限.
import { PageHeader } from '../../platform/page.tsx'

const DeadlinesPage = () => (
  <div className="page">
    <PageHeader title="办理时限" />
  </div>
)
export default DeadlinesPage
