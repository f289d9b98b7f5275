// Words of the hints of like cases and of what one follows.
import { words } from '../../words.ts'

export const w = words({
  title: ['附近有人反映过', 'Already reported nearby'],
  hint: ['看看是不是同一件事。', 'See whether it is the same matter.'],
  count: ['找到 {n} 件相似的事', '{n} like matters found'],
  look: ['看这一件', 'Look at it'],
  thisIsIt: ['这就是我要说的，关注它', 'This is it, follow it'],
  mine: ['这是您反映的', 'You reported this'],
  toMine: ['看我的诉求', 'Open my case'],
  following: ['您正在关注', 'You follow this'],
  followed: ['已关注。有进展会告诉您。', 'You follow it now and will hear of progress.'],
  noNeed: ['不用再提交了', 'No need to send mine'],
  writeOn: ['还有不同，继续写', 'Mine differs, write on'],
  notThis: ['不是这件事', 'Not this one'],
  unfollow: ['不再关注', 'Unfollow'],
  unfollowed: ['已不再关注', 'You no longer follow it'],
  hiddenWords: ['内容没有公开', 'The words are not public'],
  since: ['{when} 反映', 'raised {when}'],
  number: ['编号 {number}', 'No. {number}'],
  progress: ['办理进度', 'Progress'],
  photos: ['照片', 'Photos'],
  pageTitle: ['关注的事', 'A matter you follow'],
  myFollowed: ['我关注的', 'What I follow'],
  gone: ['这件事不再公开', 'This matter is no longer public'],
})
