// The head of official minutes in words: the announced and the real hour, who led and wrote, who came and who did not.
import { localTime } from '../../platform/list-sheet.ts'
import type { Held } from './held.ts'
import type { MeetingView } from './meeting-view.ts'

export const NOT_ON_RECORD = '未记录'
type Person = MeetingView['people'][number]
const clock = (iso: string): string => localTime(iso).slice(11, 16)
/** 2026年11月10日 19:00. */
export const longTime = (iso: string): string => {
  const [year, month, day] = localTime(iso).slice(0, 10).split('-')
  return `${year}年${Number(month)}月${Number(day)}日 ${clock(iso)}`
}
/** On the day of another moment the hour says enough. */
const timeAfter = (iso: string, before: string | null): string =>
  before !== null && localTime(iso).slice(0, 10) === localTime(before).slice(0, 10) ? clock(iso) : longTime(iso)
export const heldWords = ({ held }: Pick<MeetingView, 'held'>): string => {
  const { openedAt, closedAt } = held
  if (openedAt === null) return NOT_ON_RECORD
  const closed = closedAt === null ? `散会时间${NOT_ON_RECORD}` : `${timeAfter(closedAt, openedAt)} 散会`
  return `${longTime(openedAt)} 开会，${closed}${held.early ? '（提前召开）' : ''}`
}
export const officerWords = (of: Held['chair']): string => {
  if (of === null) return NOT_ON_RECORD
  const { name, role } = of
  return name === null ? (role ?? NOT_ON_RECORD) : role === null ? name : `${name}（${role}）`
}
const nameWords = (one: Person, note: boolean): string =>
  `${one.name}${note && one.answer === 'cannot' ? '（答复来不了）' : ''}`
/** One line for each seat; within it by the bodies people came from. */
export const bySeat = (all: readonly Person[], note = false): string[] => {
  const seats = new Map<string, Map<string, string[]>>()
  for (const one of all) {
    const bodies = seats.get(one.seat) ?? new Map<string, string[]>()
    const body = one.organisation ?? ''
    bodies.set(body, [...(bodies.get(body) ?? []), nameWords(one, note)])
    seats.set(one.seat, bodies)
  }
  return [...seats].map(([seat, bodies]) => {
    const said = [...bodies].map(
      ([body, names]) => `${names.join('、')}${body === '' || body === seat ? '' : `（${body}）`}`,
    )
    return `${seat}：${said.join('；')}`
  })
}
const attendanceWords = ({ held }: MeetingView): string => {
  const guests = held.guests === 0 ? '' : held.atTheDoor ? `，现场另到 ${held.guests} 人` : `，列席 ${held.guests} 人`
  if (held.expected === 0) return `到会 ${held.guests} 人`
  return held.atTheDoor
    ? `通知 ${held.expected} 人，其中到会 ${held.attended} 人${guests}`
    : `应到 ${held.expected} 人，实到 ${held.attended} 人，缺席 ${held.absent} 人${guests}`
}
/** Neighbours told of a meeting at the door need not come; whoever holds a seat is named. */
const missing = (of: MeetingView): Person[] =>
  of.people.filter(
    (one) =>
      one.invited && one.cameAt === null && (!of.held.atTheDoor || of.duties.some(({ seat }) => seat === one.seat)),
  )
/** Label and lines of each row; rows without a word are left out. */
export const headOf = (of: MeetingView): readonly (readonly [string, readonly string[]])[] => {
  const came = (invited: boolean) => of.people.filter((one) => one.cameAt !== null && one.invited === invited)
  const absent = missing(of)
  const announced = of.held.announcedAt
  const rows: [string, string[]][] = [
    ['编号', [of.number]],
    ['会议名称', [of.title]],
    ['通知时间', [announced === null ? '现场召集，没有另发通知' : longTime(announced)]],
    ['实际时间', [heldWords(of)]],
    ['地点', [`${of.place.name} ${of.where}`]],
    ['主持人', [officerWords(of.held.chair)]],
    ['记录人', [officerWords(of.held.recorder)]],
    ['人数', [attendanceWords(of)]],
    ['到会', bySeat(came(true))],
    [of.held.atTheDoor ? '现场到会' : '列席', bySeat(came(false))],
    ['缺席', of.people.length > 0 && of.held.absent === 0 ? ['无'] : bySeat(absent, true)],
  ]
  return rows.filter(([, lines]) => lines.length > 0)
}
