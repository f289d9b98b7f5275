// 表格导入.
import { PageHeader } from '../../platform/page.tsx'

const ImportsPage = () => (
  <div className="page">
    <PageHeader title="表格导入" />
  </div>
)
export default ImportsPage
