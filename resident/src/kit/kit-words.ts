// Words the kit itself says, on any page.
import { words } from '../words.ts'

export const w = words({
  back: ['返回', 'Back'],
  close: ['关闭', 'Close'],
  more: ['看更多', 'More'],
  retry: ['再试一次', 'Try again'],
  noSignal: ['现在没有信号。', 'There is no signal now.'],
  noSignalRemedy: ['连上网络后会自动恢复。', 'It comes back by itself once you are connected.'],
  unexpected: ['出了点问题。', 'Something went wrong.'],
  unexpectedRemedy: ['请再试一次。', 'Please try again.'],
  loading: ['正在打开', 'Opening'],
  skip: ['跳到正文', 'Skip to content'],
  photo: ['照片 {n}', 'Photo {n}'],
  viewPhoto: ['查看照片 {n}', 'View photo {n}'],
  previous: ['上一张', 'Previous'],
  next: ['下一张', 'Next'],
  signInFirst: ['请先登录', 'Please sign in first'],
  signInWhy: ['登录后才能看到您的内容。', 'Your own pages appear once you are signed in.'],
  signIn: ['登录', 'Sign in'],
  reference: ['问题编号 {id}', 'Reference {id}'],
})
