// Where I am signed in, and ending one of those sessions.
import { Button } from 'antd'
import { deviceName } from '../../../../contract/src/device-name.ts'
import { useAct, useApi } from '../../platform/api.ts'
import { Loaded, ProblemPanel } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

export const SessionsSection = () => {
  const say = useWords(words)
  const sessions = useApi('GET /api/identity/me/sessions', {})
  const end = useAct('DELETE /api/identity/me/sessions/:id')
  return (
    <section>
      <h3>{say.sessions}</h3>
      <Loaded of={sessions} rows={2}>
        {(rows) => (
          <ul className="account-rows">
            {rows.map((row) => (
              <li key={row.id}>
                <div className="row">
                  <strong className="grow" title={row.device}>
                    {deviceName(row.device)}
                  </strong>
                  {row.current ? (
                    <Tag tone="good">{say.thisDevice}</Tag>
                  ) : (
                    <Button
                      size="small"
                      aria-label={say.endLabel(deviceName(row.device))}
                      onClick={() => end.mutate({ params: { id: row.id } })}
                    >
                      {say.end}
                    </Button>
                  )}
                </div>
                <span className="quiet">
                  {say.lastSeen} <TimeText at={row.lastSeenAt} /> · {row.address}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {end.error ? <ProblemPanel problem={end.error} /> : null}
    </section>
  )
}
