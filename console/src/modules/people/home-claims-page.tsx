// 住户认领.
import { PageHeader } from '../../platform/page.tsx'

const HomeClaimsPage = () => (
  <div className="page">
    <PageHeader title="住户认领" />
  </div>
)
export default HomeClaimsPage
