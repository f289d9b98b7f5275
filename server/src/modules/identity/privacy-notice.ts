// What is kept about people and why, in both languages. A change of substance needs a new version: consent is asked again.

/** The version in force. */
export const PRIVACY_VERSION = '2026-11'

interface PrivacyNotice {
  readonly kept: readonly { readonly what: string; readonly why: string; readonly howLong: string }[]
  readonly rights: readonly string[]
}
const zh: PrivacyNotice = {
  kept: [
    { what: '手机号', why: '登录，以及把办理进展告诉您。加密保存，别人只看到中间打星的号码。', howLong: '直到您注销' },
    { what: '姓名', why: '让办理您诉求的人知道怎么称呼您。您可以对承办单位隐藏。', howLong: '直到您注销' },
    { what: '您认领的房屋', why: '把诉求转给负责这里的人，确认您能参加哪些小区事务。', howLong: '直到您搬走或注销' },
    {
      what: '您反映的诉求、照片和录音',
      why: '办理和回复。照片里的定位信息在保存前删除。',
      howLong: '办结后五年，注销后不再带您的姓名',
    },
    {
      what: '经其他系统转来的联系方式（邮箱、电话、设备和账号）',
      why: '需要时联系反映人。加密保存，不对外显示。',
      howLong: '诉求了结后一段时间（一般九十天），或您注销时',
    },
    {
      what: '对您每次操作的答复',
      why: '信号不好重发时，不会办两遍。加密保存。',
      howLong: '三十天，或您注销时',
    },
    { what: '登录记录（时间、设备、网络地址）', why: '发现别人冒用您的账号。', howLong: '三十天' },
    { what: '操作日志', why: '出了差错能查清是谁办的。法律要求留存。', howLong: '三年' },
  ],
  rights: [
    '随时查看和下载关于您的全部信息。',
    '随时更正姓名和设置。',
    '随时撤回同意。撤回后不能再提交新诉求，已有的照常办完。',
    '随时注销。手机号、姓名和房屋关系会删除，诉求不再带您的姓名。',
    '有疑问或投诉，请找社区居委会或区县平台管理员。',
  ],
}
const en: PrivacyNotice = {
  kept: [
    {
      what: 'Mobile number',
      why: 'To sign in and to tell you of progress. Kept encrypted; others see it masked.',
      howLong: 'Until you erase your account',
    },
    {
      what: 'Name',
      why: 'So that those who handle your case know how to address you. You may hide it from the handler.',
      howLong: 'Until you erase your account',
    },
    {
      what: 'The homes you claim',
      why: 'To bring a case to those responsible, and to know which matters of the estate you take part in.',
      howLong: 'Until you move or erase your account',
    },
    {
      what: 'Your reports, photos and recordings',
      why: 'To handle and answer them. Location data in photos is removed before they are kept.',
      howLong: 'Five years after closing; without your name once you erase your account',
    },
    {
      what: 'Contacts that came by another system (email, phone, device, account)',
      why: 'To reach whoever reported, where needed. Kept encrypted and shown to nobody outside.',
      howLong: 'Some time after the case has ended (as a rule ninety days), or until you erase your account',
    },
    {
      what: 'Our answers to what you send',
      why: 'So that what is sent again after a lost signal is done once. Kept encrypted.',
      howLong: 'Thirty days, or until you erase your account',
    },
    {
      what: 'Sign-ins (time, device, network address)',
      why: 'To notice when somebody else uses your account.',
      howLong: 'Thirty days',
    },
    {
      what: 'Journal of actions',
      why: 'To find out who did what when something went wrong. Required by law.',
      howLong: 'Three years',
    },
  ],
  rights: [
    'See and download everything kept about you at any time.',
    'Correct your name and settings at any time.',
    'Withdraw consent at any time. You cannot file new cases then; those under way are finished.',
    'Erase your account at any time. Number, name and homes are removed; cases no longer carry your name.',
    'Questions or complaints: your community committee or the district’s administrator.',
  ],
}
/** The privacy notice in force, in the caller's language. */
export const privacyNotice = (language: 'zh-CN' | 'en') => ({
  version: PRIVACY_VERSION,
  ...(language === 'en' ? en : zh),
})
