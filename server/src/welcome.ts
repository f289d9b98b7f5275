// What a start prints: where everything is, and in demo mode how to sign in as each role.
import { demoPassword, demoSignIns } from './demo/sign-ins.ts'
import type { Config } from './platform/config.ts'
import { demoDoorCode } from './prepare-district.ts'

/** Columns on a terminal: Chinese letters take two. */
const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter.codePointAt(0)! > 0x2e7f ? 2 : 1), 0)
const padded = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - widthOf(text)))

const addresses = (config: Config): string[] => {
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host
  const site = config.publicUrl ?? `http://${host}:${config.port}`
  const code = demoDoorCode()
  return [
    `居民端   resident   ${site}/`,
    `工作台   console    ${site}/console/`,
    `接口文档 API docs   ${site}/api/docs`,
    ...(config.demo ? [`演示短信 outbox     ${site}/demo/outbox`] : []),
    ...(config.demo && code !== null ? [`扫码上报 door code  ${site}/s/${code}`] : []),
  ]
}
const signIns = (): string[] => [
  '',
  `演示账号，密码都是 ${demoPassword}；也可用手机号，验证码在演示短信里。`,
  `Demo sign-ins; password ${demoPassword}, or the phone with a code from the outbox.`,
  ...demoSignIns.map(({ login, phone, name, zh }) => `${padded(login, 12)}${phone}  ${padded(name, 8)}${zh}`),
]

/** Without phone messages residents cannot sign in: said where whoever starts it looks. */
const noMessages = [
  '',
  '还没有设置短信（LINLI_SMS），居民收不到登录验证码。',
  'No phone messages are set (LINLI_SMS): residents get no codes to sign in.',
]

/** A box of plain text. */
export const welcome = (config: Config): string => {
  const lines = [
    '邻里 Linli',
    ...addresses(config),
    ...(config.demo ? signIns() : []),
    ...(config.sms.provider === 'none' ? noMessages : []),
  ]
  const width = Math.max(...lines.map(widthOf))
  const bar = '─'.repeat(width + 2)
  return [`┌${bar}┐`, ...lines.map((line) => `│ ${padded(line, width)} │`), `└${bar}┘`].join('\n')
}
