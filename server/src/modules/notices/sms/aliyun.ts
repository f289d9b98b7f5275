// Phone messages by Alibaba Cloud: SendSms of dysmsapi 2017-05-25, signed by ACS3-HMAC-SHA256.
import { createHash, createHmac, randomUUID } from 'node:crypto'
import { SmsFailure, type SendSms } from './failure.ts'
import { fetchJson, needSettings } from './settings.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
/** RFC 3986: also what encodeURIComponent leaves alone. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

export interface AliyunRequest {
  readonly host: string
  readonly action: string
  readonly version: string
  /** ISO 8601 without milliseconds. */
  readonly date: string
  readonly nonce: string
  readonly query: Readonly<Record<string, string>>
}
/** The query string and signed headers of a request without a body. */
export const signAliyun = (
  request: AliyunRequest,
  keyId: string,
  secret: string,
): { query: string; headers: Record<string, string> } => {
  const query = Object.entries(request.query)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${encode(key)}=${encode(value)}`)
    .join('&')
  const bodyHash = sha256('')
  const signed: Record<string, string> = {
    host: request.host,
    'x-acs-action': request.action,
    'x-acs-content-sha256': bodyHash,
    'x-acs-date': request.date,
    'x-acs-signature-nonce': request.nonce,
    'x-acs-version': request.version,
  }
  const names = Object.keys(signed).sort()
  const canonical = [
    'POST',
    '/',
    query,
    names.map((name) => `${name}:${signed[name]}\n`).join(''),
    names.join(';'),
    bodyHash,
  ].join('\n')
  const signature = createHmac('sha256', secret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex')
  const authorization = `ACS3-HMAC-SHA256 Credential=${keyId},SignedHeaders=${names.join(';')},Signature=${signature}`
  return { query, headers: { ...signed, authorization } }
}
const busyCodes = new Set([
  'Throttling',
  'Throttling.User',
  'ServiceUnavailable',
  'InternalError',
  'isp.SYSTEM_ERROR',
  'isp.GATEWAY_ERROR',
  'isv.BUSINESS_LIMIT_CONTROL',
])

/** Sends by the templates LINLI_SMS_TEMPLATE_CODE (variable `code`) and LINLI_SMS_TEMPLATE_NOTICE (variable `content`). */
export const aliyunSms =
  (settings: Readonly<Record<string, string>>): SendSms =>
  async (sms, now) => {
    const template = sms.code === null ? 'LINLI_SMS_TEMPLATE_NOTICE' : 'LINLI_SMS_TEMPLATE_CODE'
    const needed = needSettings(settings, ['LINLI_SMS_KEY_ID', 'LINLI_SMS_KEY_SECRET', 'LINLI_SMS_SIGN', template])
    const endpoint = new URL(settings.LINLI_SMS_ENDPOINT ?? 'https://dysmsapi.aliyuncs.com')
    const { query, headers } = signAliyun(
      {
        host: endpoint.host,
        action: 'SendSms',
        version: '2017-05-25',
        date: now.toISOString().replace(/\.\d{3}Z$/, 'Z'),
        nonce: randomUUID(),
        query: {
          PhoneNumbers: sms.phone,
          SignName: needed.LINLI_SMS_SIGN,
          TemplateCode: needed[template],
          TemplateParam: JSON.stringify(sms.code === null ? { content: sms.text } : { code: sms.code }),
        },
      },
      needed.LINLI_SMS_KEY_ID,
      needed.LINLI_SMS_KEY_SECRET,
    )
    // `host` is set by fetch itself, from the address.
    const { host: _host, ...sent } = headers
    const answer = (await fetchJson(`${endpoint.origin}/?${query}`, { headers: sent, body: '' })) as {
      Code?: string
      Message?: string
    }
    if (answer.Code !== 'OK')
      throw new SmsFailure(
        `阿里云短信 / Alibaba Cloud: ${answer.Code ?? '?'} ${answer.Message ?? ''}`,
        busyCodes.has(answer.Code ?? ''),
      )
  }
