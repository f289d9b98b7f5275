// A public notice as a sheet for the door: the estate, the title, the words, from when to when, a number.
import type { Cx } from '../../platform/cx.ts'
import type { Download } from '../../platform/module.ts'
import { paperDownload, type PaperLine } from '../doorcodes/index.ts'
import { showNotice } from './notice.ts'

const dateWords = (day: string) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
export const noticeSheet = async (cx: Cx, id: string): Promise<Download> => {
  const notice = await showNotice(cx, id)
  const lines: PaperLine[] = [
    { text: notice.place.name, style: 'over' },
    { text: notice.title, style: 'title' },
    ...notice.words.split('\n').map((text): PaperLine => ({ text, style: 'body' })),
    { text: '', style: 'body' },
    {
      text: `公示时间：${dateWords(notice.postedOn)}起，至${dateWords(notice.endsOn)}止（张贴当天不算）。`,
      style: 'body',
    },
    { text: '有意见请在“邻里”里写，或找社区。', style: 'body' },
    { text: notice.postedBy, style: 'sign' },
    { text: dateWords(notice.postedOn), style: 'sign' },
  ]
  return paperDownload(`${notice.title} 公示`, `公示 ${notice.number}`, [lines])
}
