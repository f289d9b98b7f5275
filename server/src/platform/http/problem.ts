// Every failure becomes one problem+json answer with an id that is in the log (RFC 9457).
import { randomUUID } from 'node:crypto'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { refusalTable, type RefusalCode } from '../../../../contract/src/refusals.ts'
import type { Problem } from '../../../../contract/src/refusal.ts'
import { Refused } from '../refuse.ts'

export const languageOf = (request: FastifyRequest): 'zh-CN' | 'en' =>
  /^\s*en/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh-CN'

const codeOfFastify = (error: FastifyError): RefusalCode | null => {
  if (
    error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' ||
    error.code === 'FST_REQ_FILE_TOO_LARGE' ||
    error.statusCode === 413
  )
    return 'http.too-large'
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || error.statusCode === 415) return 'http.unsupported-type'
  if (error.statusCode === 429) return 'http.too-many'
  if (error.statusCode === 503) return 'http.busy'
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return 'http.bad-input'
  return null
}
/** Conflicts that a second try solves, and a server that is full, stopping, starting or crashed. */
const busyStates = new Set(['40001', '40P01', '53300', '57P01', '57P02', '57P03', '08000', '08003', '08006'])
const brokenSockets = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])
/** The driver's own words: these carry no code. */
const brokenConnection = /^Connection terminated|not queryable$|^timeout exceeded when trying to connect$/

/** Errors that mean "try again" or "wrong characters", not a fault of ours. The builder wraps the driver's error. */
const codeOfPostgres = (error: unknown): RefusalCode | null => {
  for (let one = error; one instanceof Error; one = one.cause) {
    const { code, syscall } = one as { code?: string; syscall?: string }
    if (code !== undefined && (busyStates.has(code) || brokenSockets.has(code))) return 'http.busy'
    // The socket of a database that is down.
    if (code === 'ENOENT' && syscall === 'connect') return 'http.busy'
    if (brokenConnection.test(one.message)) return 'http.busy'
    if (code === '22021' || code === '22P05') return 'http.bad-input'
  }
  return null
}
const messages = {
  'zh-CN': { required: '必填', invalid: '格式不对', tooLong: '太长或太大', tooShort: '太短或太小' },
  en: {
    required: 'required',
    invalid: 'not valid',
    tooLong: 'too long or too large',
    tooShort: 'too short or too small',
  },
} as const

const fieldsOf = (error: FastifyError, language: 'zh-CN' | 'en') => {
  if (!hasZodFastifySchemaValidationErrors(error)) return undefined
  const say = messages[language]
  return error.validation.slice(0, 20).map((issue) => {
    const zod = issue.params.issue as { code?: string; input?: unknown } | undefined
    const message =
      issue.keyword === 'too_big'
        ? say.tooLong
        : issue.keyword === 'too_small'
          ? say.tooShort
          : issue.keyword === 'invalid_type' && /undefined/.test(issue.message ?? '')
            ? say.required
            : say.invalid
    return {
      path: issue.instancePath.replace(/^\//, '').replaceAll('/', '.'),
      message: zod?.code === undefined ? message : message,
    }
  })
}

export const problemOf = (error: unknown, language: 'zh-CN' | 'en'): { problem: Problem; unexpected: boolean } => {
  const refused = error instanceof Refused ? error : null
  const code: RefusalCode | null = refused?.code ?? codeOfFastify(error as FastifyError) ?? codeOfPostgres(error)
  const id = randomUUID()
  if (code === null) {
    const zh = language === 'zh-CN'
    return {
      unexpected: true,
      problem: {
        type: 'about:blank',
        title: zh ? '系统出了问题，我们已记录。' : 'Something went wrong on our side; it is logged.',
        status: 500,
        detail: zh ? '请稍后再试。' : 'Try again later.',
        code: 'http.internal',
        id,
        remedy: zh
          ? `仍不行，请把编号 ${id} 告诉管理员。`
          : `If it stays so, give the number ${id} to an administrator.`,
      },
    }
  }
  const refusal = refusalTable[code]
  const said = language === 'en' ? refusal.en : refusal.zh
  const fields = refused?.detail.fields?.map((field) => ({ ...field })) ?? fieldsOf(error as FastifyError, language)
  return {
    unexpected: false,
    problem: {
      type: 'about:blank',
      title: said.cause,
      status: refusal.status,
      detail: said.cause,
      code,
      id,
      remedy: said.remedy,
      ...(fields && fields.length > 0 ? { fields } : {}),
    },
  }
}
/** What a failure is called, logged: unexpected ones with their id and stack. */
export const loggedProblem = (error: unknown, request: FastifyRequest): Problem => {
  const { problem, unexpected } = problemOf(error, languageOf(request))
  if (unexpected) request.log.error({ err: error, problem: problem.id }, 'unexpected failure')
  else
    request.log.info(
      {
        problem: problem.id,
        code: problem.code,
        because: error instanceof Refused ? error.detail.because : (error as Error).message,
      },
      'refused',
    )
  return problem
}
/** Answers a failure. */
export const answerProblem = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const problem = loggedProblem(error, request)
  return reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem))
}
