// The privacy notice in force: what is kept, why, for how long, and the rights of the person.
import { useApi } from '../../platform/api.ts'
import { Loaded } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

export const PrivacyNotice = () => {
  const say = useWords(words)
  const notice = useApi('GET /api/identity/privacy', {})
  return (
    <Loaded of={notice} rows={4}>
      {({ kept, rights }) => (
        <div className="stack">
          <table className="kept-about">
            <thead>
              <tr>
                <th scope="col">{say.consentWhat}</th>
                <th scope="col">{say.consentWhy}</th>
                <th scope="col">{say.consentLong}</th>
              </tr>
            </thead>
            <tbody>
              {kept.map((row) => (
                <tr key={row.what}>
                  <td>{row.what}</td>
                  <td>{row.why}</td>
                  <td>{row.howLong}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <h3>{say.rights}</h3>
          <ul className="plain-list">
            {rights.map((right) => (
              <li key={right}>{right}</li>
            ))}
          </ul>
        </div>
      )}
    </Loaded>
  )
}
