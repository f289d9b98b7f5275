// 地点和房屋.
import { PageHeader } from '../../platform/page.tsx'

const PlacesPage = () => (
  <div className="page">
    <PageHeader title="地点和房屋" />
  </div>
)
export default PlacesPage
