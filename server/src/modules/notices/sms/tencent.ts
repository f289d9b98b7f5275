// Phone messages by Tencent Cloud: SendSms of sms 2021-01-11, signed by TC3-HMAC-SHA256.
import { createHash, createHmac } from 'node:crypto'
import { SmsFailure, type SendSms } from './failure.ts'
import { fetchJson, needSettings } from './settings.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

export interface TencentRequest {
  readonly host: string
  readonly service: string
  readonly action: string
  /** Seconds since 1970. */
  readonly timestamp: number
  readonly body: string
}
/** The Authorization header of a JSON request. */
export const signTencent = (request: TencentRequest, keyId: string, secret: string): string => {
  const names = 'content-type;host;x-tc-action'
  const headers = `content-type:application/json; charset=utf-8\nhost:${request.host}\nx-tc-action:${request.action.toLowerCase()}\n`
  const canonical = ['POST', '/', '', headers, names, sha256(request.body)].join('\n')
  const day = new Date(request.timestamp * 1000).toISOString().slice(0, 10)
  const scope = `${day}/${request.service}/tc3_request`
  const key = hmac(hmac(hmac(`TC3${secret}`, day), request.service), 'tc3_request')
  const signature = hmac(key, `TC3-HMAC-SHA256\n${request.timestamp}\n${scope}\n${sha256(canonical)}`).toString('hex')
  return `TC3-HMAC-SHA256 Credential=${keyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`
}
interface TencentAnswer {
  Response?: { Error?: { Code: string; Message: string }; SendStatusSet?: { Code: string; Message: string }[] }
}
const mayTryAgain = (code: string) =>
  code.startsWith('InternalError') || code.startsWith('RequestLimitExceeded') || code.startsWith('LimitExceeded.')

/** Sends by the templates LINLI_SMS_TEMPLATE_CODE and LINLI_SMS_TEMPLATE_NOTICE, each with one variable. */
export const tencentSms =
  (settings: Readonly<Record<string, string>>): SendSms =>
  async (sms, now) => {
    const template = sms.code === null ? 'LINLI_SMS_TEMPLATE_NOTICE' : 'LINLI_SMS_TEMPLATE_CODE'
    const needed = needSettings(settings, [
      'LINLI_SMS_KEY_ID',
      'LINLI_SMS_KEY_SECRET',
      'LINLI_SMS_SIGN',
      'LINLI_SMS_APP_ID',
      template,
    ])
    const endpoint = new URL(settings.LINLI_SMS_ENDPOINT ?? 'https://sms.tencentcloudapi.com')
    const timestamp = Math.floor(now.getTime() / 1000)
    const body = JSON.stringify({
      PhoneNumberSet: [`+86${sms.phone}`],
      SmsSdkAppId: needed.LINLI_SMS_APP_ID,
      SignName: needed.LINLI_SMS_SIGN,
      TemplateId: needed[template],
      TemplateParamSet: [sms.code ?? sms.text],
    })
    const authorization = signTencent(
      { host: endpoint.host, service: 'sms', action: 'SendSms', timestamp, body },
      needed.LINLI_SMS_KEY_ID,
      needed.LINLI_SMS_KEY_SECRET,
    )
    const headers = {
      authorization,
      'content-type': 'application/json; charset=utf-8',
      'x-tc-action': 'SendSms',
      'x-tc-version': '2021-01-11',
      'x-tc-timestamp': String(timestamp),
      'x-tc-region': settings.LINLI_SMS_REGION ?? 'ap-guangzhou',
    }
    const { Response: answer } = (await fetchJson(`${endpoint.origin}/`, { headers, body })) as TencentAnswer
    const refused = answer?.Error ?? answer?.SendStatusSet?.find((one) => one.Code !== 'Ok')
    if (refused !== undefined)
      throw new SmsFailure(`腾讯云短信 / Tencent Cloud: ${refused.Code} ${refused.Message}`, mayTryAgain(refused.Code))
    if (answer?.SendStatusSet === undefined)
      throw new SmsFailure('腾讯云短信没有答复 / Tencent Cloud gave no answer', true)
  }
