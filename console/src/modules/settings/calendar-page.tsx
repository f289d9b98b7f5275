// 工作日历.
import { PageHeader } from '../../platform/page.tsx'

const CalendarPage = () => (
  <div className="page">
    <PageHeader title="工作日历" />
  </div>
)
export default CalendarPage
