// The privacy notice in force: what is kept, why, how long, and what one may ask for.
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { w } from './sign-in-words.ts'

export type Privacy = OutOf<Api['GET /api/identity/privacy']>

export const PrivacyNotice = ({ of }: { of: Privacy }) => (
  <>
    <section class="card stack">
      <h2>{w('whatKept')}</h2>
      <ul class="stack">
        {of.kept.map((one) => (
          <li key={one.what}>
            <p class="strong">{one.what}</p>
            <p>{one.why}</p>
            <p class="small quiet">{w('howLong', { long: one.howLong })}</p>
          </li>
        ))}
      </ul>
    </section>
    <section class="card stack">
      <h2>{w('rights')}</h2>
      <ul class="stack">
        {of.rights.map((right) => (
          <li key={right}>{right}</li>
        ))}
      </ul>
    </section>
  </>
)
