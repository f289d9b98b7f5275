// 代为登记.
import { PageHeader } from '../../platform/page.tsx'

const FilePage = () => (
  <div className="page">
    <PageHeader title="代为登记" />
  </div>
)
export default FilePage
