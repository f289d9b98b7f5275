// 操作日志.
import { PageHeader } from '../../platform/page.tsx'

const JournalPage = () => (
  <div className="page">
    <PageHeader title="操作日志" />
  </div>
)
export default JournalPage
