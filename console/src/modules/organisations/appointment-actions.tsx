// What may be done with one appointment: end it on a day, or remove it before it begins.
import { App, Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useAct, type Out } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { today } from '../../platform/day.ts'
import { useMay } from '../../platform/me.ts'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

type Appointment = Out<'GET /api/organisations/appointments'>['rows'][number]
const refreshes = ['/api/organisations', '/api/identity/people']

export const AppointmentActions = ({ appointment }: { readonly appointment: Appointment }) => {
  const say = useWords(words)
  const may = useMay()
  const [isAsking, setAsking] = useState(false)
  if (!may('appointment.edit') || appointment.state === 'ended') return null
  const stop = () => setAsking(false)
  return (
    <>
      <Button size="small" danger onClick={() => setAsking(true)}>
        {appointment.state === 'future' ? say.remove : say.end}
      </Button>
      {appointment.state === 'future' ? (
        <Remove appointment={appointment} open={isAsking} stop={stop} />
      ) : (
        <End appointment={appointment} open={isAsking} stop={stop} />
      )}
    </>
  )
}
interface AskingProps {
  readonly appointment: Appointment
  readonly open: boolean
  readonly stop: () => void
}
const End = ({ appointment, open, stop }: AskingProps) => {
  const say = useWords(words)
  const id = useId()
  const { message } = App.useApp()
  const [day, setDay] = useState(today)
  const end = useAct('POST /api/organisations/appointments/:id/end', {
    refreshes,
    onDone: () => {
      stop()
      message.success(say.endDone)
    },
  })
  return (
    <Ask
      open={open}
      title={say.endTitle(appointment.person.name, appointment.position.name)}
      what={say.endWhat}
      verb={say.end}
      isDangerous
      isBusy={end.isPending}
      problem={end.error}
      reason={{ label: say.reason, wrong: say.reason, least: 0 }}
      onYes={(reason) =>
        end.mutate({ params: { id: appointment.id }, body: { to: day, ...(reason ? { reason } : {}) } })
      }
      onNo={stop}
    >
      <div className="ask-reason">
        <label htmlFor={id}>{say.lastDay}</label>
        <Input id={id} type="date" required value={day} onChange={(event) => setDay(event.target.value)} />
      </div>
    </Ask>
  )
}
const Remove = ({ appointment, open, stop }: AskingProps) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const remove = useAct('DELETE /api/organisations/appointments/:id', {
    refreshes,
    onDone: () => {
      stop()
      message.success(say.removed)
    },
  })
  return (
    <Ask
      open={open}
      title={say.removeTitle}
      what={say.removeWhat}
      verb={say.remove}
      isDangerous
      isBusy={remove.isPending}
      problem={remove.error}
      onYes={() => remove.mutate({ params: { id: appointment.id } })}
      onNo={stop}
    />
  )
}
