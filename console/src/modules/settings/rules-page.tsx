// 派单规则.
import { PageHeader } from '../../platform/page.tsx'

const RulesPage = () => (
  <div className="page">
    <PageHeader title="派单规则" />
  </div>
)
export default RulesPage
