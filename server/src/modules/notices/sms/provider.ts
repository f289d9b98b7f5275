// Which provider sends phone messages, by settings.
import type { Config } from '../../../platform/config.ts'
import { aliyunSms } from './aliyun.ts'
import { SmsFailure, type SendSms } from './failure.ts'
import { tencentSms } from './tencent.ts'

/** Sends by the provider of the settings; null in demo mode, where nothing leaves the house. */
export const smsProvider = (sms: Config['sms']): SendSms | null => {
  if (sms.provider === 'demo') return null
  if (sms.provider === 'aliyun') return aliyunSms(sms.settings)
  if (sms.provider === 'tencent') return tencentSms(sms.settings)
  return async () => {
    throw new SmsFailure('没有设置短信服务（LINLI_SMS） / no phone message service is set', false)
  }
}
