// Starts the resident app.
import { render } from 'preact'
import './style/tokens.css'
import './style/base.css'
import './style/kit.css'
import { App } from './app.tsx'
import { startLive } from './live.ts'
import { startOutbox } from './outbox/sender.ts'
import { startRouter } from './router.ts'
import { startSession } from './session.ts'
import { startSignal } from './signal.ts'
import { startWorker } from './update.tsx'

startSignal()
startRouter()
startSession()
startLive()
void startOutbox()
startWorker()
// What was walked without a signal waits in a room of its own, fetched only where something does.
try {
  if (localStorage.getItem('linli.walks')) void import('./modules/patrols/walks.ts')
} catch {
  // Private browsing: nothing waits from last time.
}

const root = document.getElementById('app')
if (root) {
  root.replaceChildren()
  render(<App />, root)
}
