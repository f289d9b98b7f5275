// Reads the environment once; every mistake is one sentence.
import { resolve } from 'node:path'

export interface Config {
  readonly port: number
  readonly host: string
  readonly databaseUrl: string
  readonly dataFolder: string
  readonly demo: boolean
  readonly production: boolean
  /** Which halves of the server run in this process. */
  readonly roles: readonly ('web' | 'worker')[]
  /** Connections of the pool. */
  readonly poolSize: number
  readonly sms: {
    readonly provider: 'demo' | 'none' | 'aliyun' | 'tencent'
    readonly settings: Readonly<Record<string, string>>
  }
  /** Behind a reverse proxy the client's address is in X-Forwarded-For. */
  readonly trustProxy: boolean
  readonly tiandituKey: string | null
  /** Requests a minute per session (per address without one); 0 is no limit. */
  readonly ratePerMinute: number
  /** base64, at least 32 bytes; a file in the data folder otherwise. */
  readonly secret: string | undefined
  readonly logLevel: string
  /** Where residents reach this server, printed in door codes, e.g. `https://linli.example`; else as the caller reached it. */
  readonly publicUrl: string | null
  /** How long whom to contact about a case from the open interface is kept after its end, in days. */
  readonly contactDays: number
  /** Name of the district made in an empty database without the demo. */
  readonly districtName: string
}
export class ConfigError extends Error {}

const smsProviders = ['demo', 'none', 'aliyun', 'tencent'] as const

/** @throws ConfigError with one sentence per line for every mistake found. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => {
  const mistakes: string[] = []
  const port = Number(env.PORT ?? '8080')
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    mistakes.push(`PORT=${env.PORT} 不是端口号 / is not a port number.`)
  const databaseUrl = env.DATABASE_URL ?? ''
  if (!/^postgres(ql)?:\/\//.test(databaseUrl))
    mistakes.push('DATABASE_URL 没有设置或不是 postgres:// 地址 / is missing or not a postgres:// address.')
  const production = env.NODE_ENV === 'production'
  const demoText = env.LINLI_DEMO ?? (production ? '0' : '1')
  if (demoText !== '0' && demoText !== '1') mistakes.push('LINLI_DEMO 只能是 0 或 1 / must be 0 or 1.')
  const roles = (env.LINLI_ROLES ?? 'web,worker').split(',').map((role) => role.trim())
  if (!roles.every((role) => role === 'web' || role === 'worker'))
    mistakes.push('LINLI_ROLES 只能是 web、worker 或两者 / must be web, worker or both.')
  const provider = env.LINLI_SMS ?? (demoText === '1' ? 'demo' : 'none')
  if (!(smsProviders as readonly string[]).includes(provider))
    mistakes.push(`LINLI_SMS 只能是 ${smsProviders.join('、')} / must be one of them.`)
  const poolSize = Number(env.LINLI_POOL ?? '20')
  if (!Number.isInteger(poolSize) || poolSize < 2 || poolSize > 500)
    mistakes.push('LINLI_POOL 应为 2 到 500 / must be 2 to 500.')
  const ratePerMinute = Number(env.LINLI_RATE ?? '600')
  if (!Number.isInteger(ratePerMinute) || ratePerMinute < 0)
    mistakes.push('LINLI_RATE 应为 0 或正整数 / must be 0 or a whole number.')
  const contactDays = Number(env.LINLI_CONTACT_DAYS ?? '90')
  if (!Number.isInteger(contactDays) || contactDays < 0 || contactDays > 3650)
    mistakes.push('LINLI_CONTACT_DAYS 应为 0 到 3650 / must be 0 to 3650.')
  const publicUrl = env.LINLI_PUBLIC_URL ? env.LINLI_PUBLIC_URL.replace(/\/+$/, '') : null
  if (publicUrl !== null && !/^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/.test(publicUrl))
    mistakes.push('LINLI_PUBLIC_URL 应以 http:// 或 https:// 开头 / must begin with http:// or https://.')
  const districtName = env.LINLI_DISTRICT_NAME?.trim() || '我的区县'
  if (districtName.length > 60 || /[\p{Cc}<>]/u.test(districtName))
    mistakes.push('LINLI_DISTRICT_NAME 应为 60 字以内的一行文字 / must be one line of at most 60 characters.')
  if (mistakes.length > 0) throw new ConfigError(mistakes.join('\n'))
  return {
    port,
    host: env.HOST ?? '0.0.0.0',
    databaseUrl,
    dataFolder: resolve(env.LINLI_DATA ?? './data'),
    demo: demoText === '1',
    production,
    roles: roles as ('web' | 'worker')[],
    poolSize,
    sms: {
      provider: provider as Config['sms']['provider'],
      settings: Object.fromEntries(Object.entries(env).filter(([key]) => key.startsWith('LINLI_SMS_'))) as Record<
        string,
        string
      >,
    },
    trustProxy: env.LINLI_TRUST_PROXY === '1',
    tiandituKey: env.LINLI_TIANDITU_KEY ?? null,
    ratePerMinute,
    secret: env.LINLI_SECRET,
    logLevel: env.LINLI_LOG ?? 'warn',
    publicUrl,
    contactDays,
    districtName,
  }
}
