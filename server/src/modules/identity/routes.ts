// The endpoints of this module and what answers them.
import { identityApi } from '../../../../contract/src/identity.ts'
import type { Cx } from '../../platform/cx.ts'
import { serve, type Route } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { refuse } from '../../platform/refuse.ts'
import { editPerson, registerByStaff } from './edit-person.ts'
import { changeMe, consent, consentsOf, meOf } from './me.ts'
import type { IdentityNeighbours } from './neighbours.ts'
import { eraseMe, exportMe } from './own-data.ts'
import { exportPeople, listPeople, onePerson, revealPhone } from './people.ts'
import { sendPhoneCode } from './phone-codes.ts'
import { privacyNotice } from './privacy-notice.ts'
import { resetTotp } from './reset-totp.ts'
import { endSession, standingSessions } from './sessions.ts'
import { setPassword } from './set-password.ts'
import { signInByPassword, signInByPhone } from './sign-in.ts'
import { beginTotp, confirmTotp, removeTotp } from './totp.ts'

const done = { done: true } as const
const mySessions = async (cx: Cx) =>
  (await standingSessions(cx.db, cx.actor.personId)).map((row) => ({
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    device: row.device,
    address: row.address,
    current: row.id === cx.actor.sessionId,
  }))
const endMine = async (cx: Cx, id: string) => {
  if (!(await endSession(cx.db, cx.actor.personId, id))) throw refuse('identity.no-session')
  if (id === cx.actor.sessionId) cx.setSession(null)
  await cx.journal({
    action: 'identity.session-ended',
    sentence: '结束了一个登录',
    thing: { kind: 'person', id: cx.actor.personId },
    after: { session: id },
  })
}
const signOut = async (cx: Cx) => {
  await endSession(cx.db, cx.actor.personId, cx.actor.sessionId)
  cx.setSession(null)
  await cx.journal({
    action: 'identity.sign-out',
    sentence: '退出了登录',
    thing: { kind: 'person', id: cx.actor.personId },
  })
}

export const identityRoutes = ({ sealing }: Parts, neighbours: IdentityNeighbours): Route[] =>
  serve(identityApi, {
    'POST /api/identity/phone-codes': (cx, { body }) => sendPhoneCode(cx, sealing, neighbours.sendSms, body.phone),
    'POST /api/identity/phone-sessions': async (cx, { body }) => {
      const { personId, isNew } = await signInByPhone(cx, sealing, body)
      return { me: await meOf(cx.db, personId), isNew }
    },
    'POST /api/identity/password-sessions': async (cx, { body }) => ({
      me: await meOf(cx.db, (await signInByPassword(cx, sealing, body)).personId),
    }),
    'DELETE /api/identity/session': async (cx) => (await signOut(cx), done),
    'GET /api/identity/me': (cx) => meOf(cx.db, cx.actor.personId),
    'PATCH /api/identity/me': (cx, { body }) => changeMe(cx, body),
    'GET /api/identity/privacy': async (cx) => {
      const { version, kept, rights } = privacyNotice(cx.origin.language)
      return { version, kept: [...kept], rights: [...rights] }
    },
    'POST /api/identity/me/consent': (cx, { body }) => consent(cx, body),
    'GET /api/identity/me/consents': (cx) => consentsOf(cx.db, cx.actor.personId),
    'GET /api/identity/me/export': (cx) => exportMe(cx, sealing, neighbours),
    'POST /api/identity/me/erasure': async (cx) => (await eraseMe(cx, neighbours), done),
    'GET /api/identity/me/sessions': mySessions,
    'DELETE /api/identity/me/sessions/:id': async (cx, { params }) => (await endMine(cx, params.id), done),
    'POST /api/identity/me/password': async (cx, { body }) => (await setPassword(cx, body), done),
    'POST /api/identity/me/totp': (cx) => beginTotp(cx, sealing),
    'POST /api/identity/me/totp/confirm': (cx, { body }) => confirmTotp(cx, sealing, body.code),
    'POST /api/identity/me/totp/removal': async (cx, { body }) => (await removeTotp(cx, body.password), done),
    'GET /api/identity/people': (cx, { query }) => listPeople(cx, sealing, query),
    'GET /api/identity/people.xlsx': (cx, { query }) => exportPeople(cx, sealing, query),
    'GET /api/identity/people/:id': (cx, { params }) => onePerson(cx, params.id),
    'POST /api/identity/people': (cx, { body }) => registerByStaff(cx, sealing, body),
    'PATCH /api/identity/people/:id': (cx, { params, body }) => editPerson(cx, sealing, params.id, body),
    'POST /api/identity/people/:id/totp-removal': async (cx, { params, body }) => (
      await resetTotp(cx, neighbours.tell, params.id, body.reason),
      done
    ),
    'POST /api/identity/people/:id/reveal': (cx, { params, body }) => revealPhone(cx, sealing, params.id, body.reason),
  })
