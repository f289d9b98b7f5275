// A meeting in calendars: the notice as an .ics file.
import type { Cx } from '../../platform/cx.ts'
import type { Download } from '../../platform/module.ts'
import { showMeeting, type MeetingView } from './meeting-view.ts'

const HOUR_MS = 3_600_000
const stamp = (at: Date): string => `${at.toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}Z`
const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll('\n', '\\n')
const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8')
/** A line of RFC 5545 has at most 75 octets; longer ones go on after a space, never within a character. */
export const folded = (line: string): string => {
  const lines: string[] = []
  let now = ''
  for (const letter of line) {
    if (bytesOf(now) + bytesOf(letter) > 74) {
      lines.push(now)
      now = ''
    }
    now += letter
  }
  return [...lines, now].join('\r\n ')
}
/** RFC 5545. */
export const calendarText = (of: MeetingView, now: Date): string => {
  const starts = new Date(of.startsAt)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Linli//Deliberation//ZH',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${of.id}@linli`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(starts)}`,
    `DTEND:${stamp(new Date(starts.getTime() + 2 * HOUR_MS))}`,
    `SUMMARY:${escaped(`${of.schemeName}：${of.title}`)}`,
    `LOCATION:${escaped(`${of.place.name} ${of.where}`)}`,
    `DESCRIPTION:${escaped([of.notice, ...of.agendaItems.map((one, n) => `${n + 1}. ${one.title}`)].join('\n'))}`,
    `STATUS:${of.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
/** A file's name holds no path and stays short. */
export const plain = (text: string): string => text.replaceAll(/[\\/:*?[\]"<>|\r\n]/g, ' ').slice(0, 60)
export const calendarFile = async (cx: Cx, id: string): Promise<Download> => {
  const of = await showMeeting(cx, id)
  return {
    name: `${plain(of.title)}.ics`,
    mime: 'text/calendar; charset=utf-8',
    bytes: Buffer.from(calendarText(of, cx.now)),
  }
}
