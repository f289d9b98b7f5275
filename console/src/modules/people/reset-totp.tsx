// Takes the one-time codes of somebody away who lost phone and recovery codes, with a reason.
import { App, Button } from 'antd'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useAct } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { useWords } from '../../platform/words.ts'
import type { Person } from './person-form.tsx'
import { words } from './words.ts'

export const ResetTotp = ({ person }: { readonly person: Person }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const [isAsking, setAsking] = useState(false)
  const reset = useAct('POST /api/identity/people/:id/totp-removal', {
    onDone: () => {
      setAsking(false)
      message.success(say.resetTotpDone)
    },
  })
  return (
    <>
      <Button icon={<KeyRound size={15} aria-hidden />} onClick={() => setAsking(true)}>
        {say.resetTotp}
      </Button>
      <Ask
        open={isAsking}
        title={say.resetTotpAsk(person.name)}
        what={say.resetTotpWhat}
        verb={say.resetTotp}
        isDangerous
        reason={{ label: say.revealReason, hint: say.resetTotpHint, wrong: say.reasonNeeded }}
        isBusy={reset.isPending}
        problem={reset.error}
        onYes={(reason) => reset.mutate({ params: { id: person.id }, body: { reason } })}
        onNo={() => setAsking(false)}
      />
    </>
  )
}
