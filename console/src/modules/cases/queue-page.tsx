// 诉求办理.
import { PageHeader } from '../../platform/page.tsx'

const QueuePage = () => (
  <div className="page">
    <PageHeader title="诉求办理" />
  </div>
)
export default QueuePage
