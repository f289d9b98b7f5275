// Words of public notices for residents.
import { words } from '../../words.ts'

export const w = words({
  title: ['公示', 'Public notices'],
  lead: ['小区要办什么事，先在这里公示。有意见可以提。', 'What is about to be done. You may comment.'],
  hanging: ['正在公示', 'Hanging now'],
  archive: ['往期公示', 'Archive'],
  none: ['现在没有公示', 'No notice now'],
  noneHint: ['有新公示会告诉您。', 'You are told of new ones.'],
  noneBefore: ['还没有往期公示', 'The archive is empty'],
  forAll: ['所有人都能看的公示', 'Notices for everybody'],
  signIn: ['登录后看本小区的公示，可以提意见。', 'Sign in to read those of your estate and to comment.'],
  toSignIn: ['登录', 'Sign in'],
  left: ['还有 {n} 天', '{n|day|days} left'],
  lastDay: ['今天最后一天', 'The last day'],
  until: ['{day} 结束', 'Ends {day}'],
  over: ['公示已结束', 'Ended'],
  down: ['公示已撤下', 'Taken down'],
  downWhy: ['撤下原因', 'Why'],
  hasOutcome: ['有结果了', 'Outcome is there'],
  comments: ['{n} 条意见', '{n|comment|comments}'],
  by: ['{who} 发布', 'Posted by {who}'],
  from: ['{day} 张贴，{last} 结束', 'Posted {day}, ends {last}'],
  where: ['贴在：{where}', 'It hangs: {where}'],
  about: ['看相关事项', 'Open what it is about'],
  photos: ['张贴照片', 'Photos of the posting'],
  outcome: ['结果', 'What came of it'],
  noOutcome: ['结果还没公布。公布后会告诉提过意见的人。', 'Not yet. Who commented is told.'],
  thread: ['意见和答复', 'Comments and answers'],
  threadHint: ['不显示姓名。', 'Without names.'],
  noComments: ['还没有人提意见。', 'No comments yet.'],
  mine: ['我提的', 'Mine'],
  answer: ['答复', 'Answer'],
  noAnswer: ['等待答复', 'No answer yet'],
  comment: ['提意见', 'Comment'],
  commentLabel: ['您的意见', 'Your comment'],
  commentHint: ['邻居看得到意见，看不到您的名字。', 'Neighbours read it without your name.'],
  print: ['下载公示原文', 'Download the sheet'],
})
/** Where the thing of a notice is read by residents. */
export const thingPath = ({ kind, id }: { readonly kind: string; readonly id: string }): string | null =>
  (
    {
      decision: `/decisions/${id}`,
      deliberationMeeting: `/deliberation/meetings/${id}`,
      fund: `/funds/${id}`,
      fundPlan: `/shares/${id}`,
    } as Readonly<Record<string, string>>
  )[kind] ?? null
const DAY_MS = 86_400_000
const today = () => Math.floor((Date.now() + 8 * 3_600_000) / DAY_MS)
/** 还有 3 天. */
export const daysLeft = (endsOn: string): string => {
  const left = Date.parse(`${endsOn}T00:00:00Z`) / DAY_MS - today()
  return left <= 0 ? w('lastDay') : w('left', { n: left })
}
