// When a change went through: it is said, and what asked for it closes.
import { App } from 'antd'

/** `useAct('POST /api/…', { onDone: useDone(say.saved, close) })`. */
export const useDone = (said: string, close: () => void): (() => void) => {
  const { message } = App.useApp()
  return () => {
    void message.success(said)
    close()
  }
}
