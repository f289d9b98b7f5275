// What units, the community that called and the level that decides are told of a whistle; and of the ladder.
import { to as write, type Audience, type DefaultTemplate } from './template-shape.ts'

/** Fields of every whistle event. */
const fields = [
  'number',
  'place',
  'words',
  'unit',
  'asked',
  'arrival',
  'result',
  'said',
  'people',
  'clock',
  'due',
] as const
const to = (
  audience: Audience,
  event: string,
  zh: readonly [string, string],
  en: readonly [string, string],
  sms = false,
): DefaultTemplate => write(audience, event, zh, en, sms, fields)

const toUnit: readonly DefaultTemplate[] = [
  to(
    'handler',
    'whistle.called',
    ['吹哨：请到场 {number}', '{place}，“{words}”。请您单位：{asked}。{arrival} 前到场，{result} 前交卷。'],
    ['Called to case {number}', '{place}, “{words}”. Asked: {asked}. On site by {arrival}, result by {result}.'],
    true,
  ),
  to(
    'handler',
    'whistle.lead',
    ['由您单位牵头 {number}', '{place}，“{words}”。{said}'],
    ['You lead {number}', '{place}, “{words}”. {said}'],
  ),
  to(
    'handler',
    'whistle.uphold',
    ['裁定：须到场 {number}', '{place}。理由：{said}。{arrival} 前到场。'],
    ['Ruled: come {number}', '{place}. Reason: {said}. On site by {arrival}.'],
    true,
  ),
  to(
    'handler',
    'whistle.grant',
    ['裁定：不必到场 {number}', '{place}。理由：{said}'],
    ['Ruled: need not come {number}', '{place}. Reason: {said}'],
  ),
  to(
    'handler',
    'whistle.release',
    ['已解除 {number}', '{place}。不用再到场：{said}'],
    ['Released {number}', '{place}. No longer needed: {said}'],
  ),
  to(
    'handler',
    'whistle.releaseWithCase',
    ['已解除 {number}', '{place}。诉求已了结，不用再到场。'],
    ['Released {number}', '{place}. The case is over.'],
  ),
  to(
    'handler',
    'whistle.accept',
    ['结果已验收 {number}', '{place}，“{words}”。{said}'],
    ['Result accepted {number}', '{place}, “{words}”. {said}'],
  ),
  to(
    'handler',
    'whistle.sendBack',
    ['请补办 {number}', '{place}。还差：{said}。{result} 前再交卷。'],
    ['Sent back {number}', '{place}. Still to do: {said}. Again by {result}.'],
    true,
  ),
  to(
    'handler',
    'whistle.rate',
    ['社区评卷 {number}', '{place}：{said}'],
    ['Rated by the community {number}', '{place}: {said}'],
  ),
  to(
    'handler',
    'whistle.warning',
    ['快到{clock}时限 {number}', '{place}，“{words}”。请在 {due} 前{clock}。'],
    ['Due soon {number}', '{place}, “{words}”. Due {due}.'],
    true,
  ),
  to(
    'handler',
    'whistle.late',
    ['{clock}已超时 {number}', '{place}，“{words}”。时限是 {due}，请马上办。'],
    ['Late {number}', '{place}, “{words}”. It was due {due}; act now.'],
    true,
  ),
]
const toCaller: readonly DefaultTemplate[] = [
  to(
    'community',
    'whistle.reportIn',
    ['单位已应答 {number}', '{unit}：{said}。{place}'],
    ['A unit reported in {number}', '{unit}: {said}. {place}'],
  ),
  to(
    'community',
    'whistle.arrive',
    ['单位已到场 {number}', '{unit}：{said}。{place}'],
    ['A unit is on site {number}', '{unit}: {said}. {place}'],
  ),
  to(
    'community',
    'whistle.answer',
    ['单位已交卷，请验收 {number}', '{unit}：{said}。{place}'],
    ['A unit handed over {number}', '{unit}: {said}. {place}'],
  ),
  to(
    'community',
    'whistle.refuse',
    ['单位拒绝报到 {number}', '{unit}：{said}。由上一级裁定。'],
    ['A unit refused {number}', '{unit}: {said}. The next level decides.'],
  ),
  to(
    'community',
    'whistle.uphold',
    ['裁定：须到场 {number}', '{unit} 须到场。理由：{said}'],
    ['Ruled: come {number}', '{unit} must come. Reason: {said}'],
  ),
  to(
    'community',
    'whistle.grant',
    ['裁定：不必到场 {number}', '{unit} 不必到场。理由：{said}'],
    ['Ruled: need not come {number}', '{unit} need not come. Reason: {said}'],
  ),
  to(
    'community',
    'whistle.late',
    ['单位{clock}超时 {number}', '{unit}，时限是 {due}。{place}'],
    ['A unit is late {number}', '{unit}, due {due}. {place}'],
  ),
  to(
    'person',
    'whistle.toDecide',
    ['请裁定拒绝报到 {number}', '{unit} 不到场，理由：{said}。{place}，“{words}”。'],
    ['Please decide a refusal {number}', '{unit} will not come: {said}. {place}, “{words}”.'],
    true,
  ),
]
const ladderFields = ['number', 'place', 'words', 'rung', 'reason'] as const
const ladder: readonly DefaultTemplate[] = [
  write(
    'community',
    'case.escalated',
    ['诉求升级到{rung} {number}', '{place}，“{words}”。原因：{reason}'],
    ['A case came up to you {number}', '{place}, “{words}”. Reason: {reason}'],
    true,
    ladderFields,
  ),
  write(
    'community',
    'case.handedDown',
    ['诉求交回{rung} {number}', '{place}，“{words}”。要求：{reason}'],
    ['A case was handed down {number}', '{place}, “{words}”. Instruction: {reason}'],
    false,
    ladderFields,
  ),
  write(
    'community',
    'case.overAtTop',
    ['{rung}这一级也超时 {number}', '{place}，“{words}”。已无更高一级，请马上办。'],
    ['Over its limit at the top {number}', '{place}, “{words}”. There is no higher level; act now.'],
    true,
    ladderFields,
  ),
  write(
    'reporter',
    'case.escalated',
    ['已上报{rung}', '您反映的“{words}”，现在由{rung}负责。'],
    ['Taken up one level', 'Your case “{words}” is now with the next level.'],
    false,
    ladderFields,
  ),
]
export const whistleTemplates: readonly DefaultTemplate[] = [...toUnit, ...toCaller, ...ladder]
