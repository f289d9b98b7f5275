// 诉求类别.
import { PageHeader } from '../../platform/page.tsx'

const CategoriesPage = () => (
  <div className="page">
    <PageHeader title="诉求类别" />
  </div>
)
export default CategoriesPage
