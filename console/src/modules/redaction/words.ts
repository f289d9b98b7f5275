// Words of covering and releasing photos.
import { dictionary } from '../../platform/words.ts'

export const words = dictionary({
  title: { zh: '照片公开', en: 'Photos for the public' },
  lead: {
    zh: '公开前先遮住人脸、车牌、门牌号。原图不会公开。',
    en: 'Cover faces, plates and house numbers first. The original is never shown.',
  },
  photo: { zh: (n: number) => `照片 ${n}`, en: (n: number) => `Photo ${n}` },
  isPublic: { zh: '已公开', en: 'Public' },
  isPublicCovered: { zh: '已公开（打码）', en: 'Public, covered' },
  isInternal: { zh: '未公开', en: 'Not public' },
  cover: { zh: '打码', en: 'Cover' },
  coverAgain: { zh: '重新打码', en: 'Cover again' },
  release: { zh: '公开', en: 'Make public' },
  revoke: { zh: '撤回公开', en: 'Take back' },
  revokeWhat: { zh: '居民马上看不到这张照片。', en: 'The public stops seeing this photo at once.' },
  reason: { zh: '为什么撤回', en: 'Why' },
  reasonWrong: { zh: '请写明原因', en: 'Please give a reason' },
  nothingToHide: { zh: '没有要遮的，公开原图', en: 'Nothing to hide: show it as it is' },
  releaseWhat: { zh: '公开后，任何人都能看到右边这张。', en: 'Anybody will see the one on the right.' },
  releasePlainWhat: {
    zh: '请确认没有人脸、车牌和门牌号。任何人都能看到。',
    en: 'Make sure there are no faces, plates or house numbers. Anybody will see it.',
  },
  before: { zh: '原图', en: 'Before' },
  after: { zh: '打码后', en: 'After' },
  by: { zh: (who: string) => `${who} 操作`, en: (who: string) => `by ${who}` },
  editor: { zh: '遮住不能公开的地方', en: 'Cover what must not be seen' },
  editorLead: {
    zh: '用鼠标或手指拖出方框。也可以添加方框，用方向键移动。',
    en: 'Drag to draw a box. Or add one and move it with the arrow keys.',
  },
  keys: {
    zh: '方向键移动，Shift＋方向键改大小，Delete 删除，Ctrl＋Z 撤销。',
    en: 'Arrows move, Shift+arrows resize, Delete removes, Ctrl+Z undoes.',
  },
  addBox: { zh: '添加方框', en: 'Add a box' },
  undo: { zh: '撤销', en: 'Undo' },
  clear: { zh: '全部清除', en: 'Clear all' },
  remove: { zh: '删除这个方框', en: 'Remove this box' },
  box: {
    zh: (n: number, x: number, y: number) => `方框 ${n}，左 ${x}%，上 ${y}%`,
    en: (n: number, x: number, y: number) => `Box ${n}, ${x}% from the left, ${y}% from the top`,
  },
  count: { zh: (n: number) => `${n} 个方框`, en: (n: number) => (n === 1 ? '1 box' : `${n} boxes`) },
  save: { zh: '生成打码照片', en: 'Make the covered photo' },
  cancel: { zh: '取消', en: 'Cancel' },
  saved: { zh: '打码照片已生成，核对后再公开', en: 'The covered photo is ready; check it, then make it public' },
  released: { zh: '照片已公开', en: 'The photo is public' },
  revoked: { zh: '已撤回', en: 'Taken back' },
})
