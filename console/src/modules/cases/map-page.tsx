// 地图.
import { PageHeader } from '../../platform/page.tsx'

const MapPage = () => (
  <div className="page">
    <PageHeader title="地图" />
  </div>
)
export default MapPage
