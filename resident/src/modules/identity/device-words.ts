// What a browser calls itself, in words a person knows: “安卓手机 · 微信”. Pure.
import { words } from '../../words.ts'

const w = words({
  iphone: ['苹果手机', 'iPhone'],
  ipad: ['苹果平板', 'iPad'],
  harmony: ['鸿蒙手机', 'HarmonyOS phone'],
  android: ['安卓手机', 'Android phone'],
  windows: ['Windows 电脑', 'Windows computer'],
  mac: ['苹果电脑', 'Mac'],
  linux: ['Linux 电脑', 'Linux computer'],
  wechat: ['微信', 'WeChat'],
  browser: ['浏览器', 'browser'],
})
const systems = [
  [/iPhone/, 'iphone'],
  [/iPad/, 'ipad'],
  [/HarmonyOS|OpenHarmony/, 'harmony'],
  [/Android/, 'android'],
  [/Windows/, 'windows'],
  [/Macintosh|Mac OS X/, 'mac'],
  [/Linux|X11/, 'linux'],
] as const
const browsers = [
  [/MicroMessenger/, null],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
] as const

/** The device and browser behind a User-Agent; anything else stays as it is. */
export const deviceWords = (agent: string): string => {
  const system = systems.find(([pattern]) => pattern.test(agent))
  if (!system) return agent
  const browser = browsers.find(([pattern]) => pattern.test(agent))
  const name = browser ? (browser[1] ?? w('wechat')) : w('browser')
  return `${w(system[1])} · ${name}`
}
