// 岗位权限.
import { PageHeader } from '../../platform/page.tsx'

const PositionsPage = () => (
  <div className="page">
    <PageHeader title="岗位权限" />
  </div>
)
export default PositionsPage
