// Choosing a day whose journal is verified.
import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { today } from '../../platform/day.ts'
import { pageWords } from '../../platform/page-words.ts'
import { useWords } from '../../platform/words.ts'
import { Verification } from './verification.tsx'
import { words } from './words.ts'

interface VerifyDialogProps {
  readonly open: boolean
  readonly close: () => void
}
export const VerifyDialog = ({ open, close }: VerifyDialogProps) => {
  const say = useWords(words)
  const common = useWords(pageWords)
  return (
    <Modal
      open={open}
      title={say.verifyTitle}
      footer={null}
      onCancel={close}
      destroyOnHidden
      closable={{ 'aria-label': common.close }}
    >
      <VerifyBody />
    </Modal>
  )
}
const VerifyBody = () => {
  const say = useWords(words)
  const id = useId()
  const [day, setDay] = useState(today)
  const [asked, setAsked] = useState<string | null>(null)
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(day)
      }}
    >
      <p>{say.verifyWhat}</p>
      <label htmlFor={id}>{say.verifyDay}</label>
      <div className="row">
        <Input
          id={id}
          type="date"
          required
          max={today()}
          value={day}
          style={{ width: 170 }}
          onChange={(event) => setDay(event.target.value)}
        />
        <Button type="primary" htmlType="submit">
          {say.verifyDayGo}
        </Button>
      </div>
      {asked ? <Verification key={asked} query={{ day: asked }} /> : null}
    </form>
  )
}
