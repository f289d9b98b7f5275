// The session cookie: an opaque token, HttpOnly, SameSite.
import type { FastifyReply, FastifyRequest } from 'fastify'

export const SESSION_COOKIE = 'linli_session'
export const SESSION_DAYS = 30
export const sessionToken = (request: FastifyRequest): string | null => {
  const token = request.cookies[SESSION_COOKIE]
  return token !== undefined && /^[\w-]{20,100}$/.test(token) ? token : null
}
export const sessionCookie = (reply: FastifyReply, token: string | null, secure: boolean): void => {
  if (token === null) reply.clearCookie(SESSION_COOKIE, { path: '/' })
  else
    reply.setCookie(SESSION_COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      maxAge: SESSION_DAYS * 86_400,
    })
}
