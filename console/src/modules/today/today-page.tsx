// 今日.
import { PageHeader } from '../../platform/page.tsx'

const TodayPage = () => (
  <div className="page">
    <PageHeader title="今日" />
  </div>
)
export default TodayPage
