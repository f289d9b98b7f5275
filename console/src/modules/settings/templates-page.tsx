// 通知模板.
import { PageHeader } from '../../platform/page.tsx'

const TemplatesPage = () => (
  <div className="page">
    <PageHeader title="通知模板" />
  </div>
)
export default TemplatesPage
