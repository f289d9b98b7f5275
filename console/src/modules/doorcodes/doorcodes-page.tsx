// 门牌码.
import { PageHeader } from '../../platform/page.tsx'

const DoorcodesPage = () => (
  <div className="page">
    <PageHeader title="门牌码" />
  </div>
)
export default DoorcodesPage
