// 组织.
import { PageHeader } from '../../platform/page.tsx'

const OrganisationsPage = () => (
  <div className="page">
    <PageHeader title="组织" />
  </div>
)
export default OrganisationsPage
