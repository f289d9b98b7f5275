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
interface Mistake {
  readonly zh: string
  readonly en: string
}
/** Every mistake in the settings, a sentence each; the message has one line per mistake. */
export class ConfigError extends Error {
  readonly mistakes: readonly Mistake[]
  constructor(mistakes: readonly Mistake[]) {
    super(mistakes.map(({ zh, en }) => `${zh} / ${en}`).join('\n'))
    this.mistakes = mistakes
  }
}

const smsProviders = ['demo', 'none', 'aliyun', 'tencent'] as const
type SmsProvider = (typeof smsProviders)[number]
const isProvider = (text: string): text is SmsProvider => (smsProviders as readonly string[]).includes(text)
const isWeb = (address: string) => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** Looks up one setting; blanks around it do not count, and an empty one is not set. */
type Given = (name: string) => string | undefined
type Tell = (name: string, zh: string, en: string) => void

const readNumber = (given: Given, tell: Tell, name: string, otherwise: number, least: number, most: number): number => {
  const text = given(name) ?? String(otherwise)
  if (/^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text)
  tell(name, `应为 ${least} 到 ${most} 的整数，现在是“${text}”。`, `must be ${least} to ${most}; it is "${text}".`)
  return otherwise
}
const readSwitch = (given: Given, tell: Tell, name: string, otherwise: boolean): boolean => {
  const text = given(name)
  if (text !== undefined && text !== '0' && text !== '1')
    tell(name, `只能是 0 或 1，现在是“${text}”。`, `must be 0 or 1; it is "${text}".`)
  return text === undefined ? otherwise : text === '1'
}
const readRoles = (given: Given, tell: Tell): ('web' | 'worker')[] => {
  const roles = (given('LINLI_ROLES') ?? 'web,worker').split(',').map((role) => role.trim())
  const known = roles.filter((role) => role === 'web' || role === 'worker')
  if (known.length < roles.length) tell('LINLI_ROLES', '只能是 web、worker 或两者。', 'must be web, worker or both.')
  return known
}
/** A provider that could not send is a mistake now, not when the first code is waited for. */
const readSms = (given: Given, tell: Tell, isDemo: boolean): Config['sms'] => {
  const provider = given('LINLI_SMS') ?? (isDemo ? 'demo' : 'none')
  const names = ['KEY_ID', 'KEY_SECRET', 'SIGN', 'TEMPLATE_CODE', 'TEMPLATE_NOTICE', 'APP_ID', 'REGION', 'ENDPOINT']
  const settings = Object.fromEntries(
    names.flatMap((name) => {
      const text = given(`LINLI_SMS_${name}`)
      return text === undefined ? [] : [[`LINLI_SMS_${name}`, text]]
    }),
  )
  if (!isProvider(provider)) {
    tell('LINLI_SMS', `只能是 ${smsProviders.join('、')}。`, `must be one of ${smsProviders.join(', ')}.`)
    return { provider: 'none', settings }
  }
  if (provider === 'aliyun' || provider === 'tencent') {
    for (const name of names.slice(0, provider === 'tencent' ? 6 : 5).map((name) => `LINLI_SMS_${name}`))
      if (!(name in settings))
        tell(name, `没有设置，LINLI_SMS=${provider} 要用。`, `is missing; LINLI_SMS=${provider} needs it.`)
  }
  const endpoint = settings['LINLI_SMS_ENDPOINT']
  if (endpoint !== undefined && !isWeb(endpoint))
    tell('LINLI_SMS_ENDPOINT', '应以 http:// 或 https:// 开头。', 'must begin with http:// or https://.')
  return { provider, settings }
}
const readPublicUrl = (given: Given, tell: Tell): string | null => {
  const url = given('LINLI_PUBLIC_URL')?.replace(/\/+$/, '') ?? null
  if (url !== null && !/^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/.test(url))
    tell('LINLI_PUBLIC_URL', '应以 http:// 或 https:// 开头。', 'must begin with http:// or https://.')
  return url
}
/** What is read as plain text, and told when it cannot be meant. */
const checkTexts = (given: Given, tell: Tell): void => {
  const level = given('LINLI_LOG')
  if (level !== undefined && !logLevels.includes(level))
    tell('LINLI_LOG', `只能是 ${logLevels.join('、')}。`, `must be one of ${logLevels.join(', ')}.`)
  const secret = given('LINLI_SECRET')
  if (secret !== undefined && (!/^[A-Za-z0-9+/_-]+=*$/.test(secret) || Buffer.from(secret, 'base64').length < 32))
    tell('LINLI_SECRET', '应为 base64，至少 32 字节。', 'must be base64 of at least 32 bytes.')
  const key = given('LINLI_TIANDITU_KEY')
  if (key !== undefined && !/^[A-Za-z0-9]{1,80}$/.test(key))
    tell('LINLI_TIANDITU_KEY', '只含字母和数字。', 'has letters and digits only.')
  const name = given('LINLI_DISTRICT_NAME') ?? ''
  if (name.length > 60 || /[\p{Cc}<>]/u.test(name))
    tell('LINLI_DISTRICT_NAME', '应为 60 字以内的一行文字。', 'must be one line of at most 60 characters.')
}

/** @throws ConfigError with a sentence for every mistake found. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => {
  const mistakes: Mistake[] = []
  const given: Given = (name) => env[name]?.trim() || undefined
  const tell: Tell = (name, zh, en) => void mistakes.push({ zh: `${name} ${zh}`, en: `${name} ${en}` })
  const databaseUrl = given('DATABASE_URL') ?? ''
  if (!/^postgres(ql)?:\/\//.test(databaseUrl))
    tell('DATABASE_URL', '没有设置，或不是 postgres:// 地址。', 'is missing or not a postgres:// address.')
  const production = given('NODE_ENV') === 'production'
  const number = (name: string, otherwise: number, least: number, most: number) =>
    readNumber(given, tell, name, otherwise, least, most)
  const port = number('PORT', 8080, 0, 65_535)
  const demo = readSwitch(given, tell, 'LINLI_DEMO', !production)
  const config: Config = {
    port,
    host: given('HOST') ?? '0.0.0.0',
    databaseUrl,
    dataFolder: resolve(given('LINLI_DATA') ?? './data'),
    demo,
    production,
    roles: readRoles(given, tell),
    poolSize: number('LINLI_POOL', 20, 2, 500),
    sms: readSms(given, tell, demo),
    trustProxy: readSwitch(given, tell, 'LINLI_TRUST_PROXY', false),
    tiandituKey: given('LINLI_TIANDITU_KEY') ?? null,
    ratePerMinute: number('LINLI_RATE', 600, 0, 1_000_000),
    secret: given('LINLI_SECRET'),
    logLevel: given('LINLI_LOG') ?? 'warn',
    publicUrl: readPublicUrl(given, tell),
    contactDays: number('LINLI_CONTACT_DAYS', 90, 0, 3650),
    districtName: given('LINLI_DISTRICT_NAME') ?? '我的区县',
  }
  checkTexts(given, tell)
  if (mistakes.length > 0) throw new ConfigError(mistakes)
  return config
}
