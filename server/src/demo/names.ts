// Names of people who do not exist.
import type { Random } from './random.ts'

const surnames: readonly (readonly [string, number])[] = [
  ...[...'王李张刘'].map((name) => [name, 8] as const),
  ...[...'陈杨赵孙周徐马高'].map((name) => [name, 4] as const),
  ...[...'吴朱胡郭何林郑宋韩冯于董曹袁田许傅潘丁姜范石贾魏崔侯孟谭'].map((name) => [name, 1.4] as const),
  ...[...'苗荆隋綦逄鞠庄安柳葛牟桑盛尚聂'].map((name) => [name, 0.4] as const),
]
const first = {
  older: [...'桂秀玉凤淑建国志德庆宝振兴守福长春光学文永家传'],
  middle: [...'海晓丽文立军红伟燕艳永明春林新卫志华东庆爱向'],
  younger: [...'雨子浩梓宇欣佳思一嘉泽若诗俊奕沐景书晨可'],
} as const
const second = {
  older: [...'兰英芝芳荣珍华民生才田山海善义成祥增贵仁梅香云'],
  middle: [...'霞敏萍波涛强军玲娟刚磊静辉杰峰鹏莉慧芹平勇娜'],
  younger: [...'涵轩怡桐航辰琪萱睿彤妍博然阳萌洋琳彦宁悦航'],
} as const
export type Generation = keyof typeof first

/** A full name fit for a generation; one in eight has a single given character. */
export const personName = (random: Random, generation: Generation): string => {
  const family = random.weighted(surnames)
  const last = random.pick(second[generation])
  return random.chance(0.125) ? family + last : family + random.pick(first[generation]) + last
}
export const anyGeneration = (random: Random): Generation =>
  random.weighted([
    ['older', 4],
    ['middle', 5],
    ['younger', 3],
  ])
