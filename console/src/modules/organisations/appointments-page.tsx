// 任职.
import { PageHeader } from '../../platform/page.tsx'

const AppointmentsPage = () => (
  <div className="page">
    <PageHeader title="任职" />
  </div>
)
export default AppointmentsPage
