// 人员.
import { PageHeader } from '../../platform/page.tsx'

const PeoplePage = () => (
  <div className="page">
    <PageHeader title="人员" />
  </div>
)
export default PeoplePage
