// Words of 谁管我 and of the own name card.
import { words } from '../../words.ts'

export const w = words({
  title: ['谁管我', 'Who is mine'],
  lead: [
    '有事找他们。电话和照片由本人决定给不给看。',
    'Turn to them. Phone and photo are shown as each of them decides.',
  ],
  noHomes: ['还没有登记您的家', 'Your home is not registered yet'],
  noHomesHint: ['登记以后，就能看到谁管这里。', 'Once it is, you see who looks after it.'],
  addHome: ['登记我的家', 'Register my home'],
  nobody: ['这里还没有安排人', 'Nobody is appointed here yet'],
  call: ['打电话', 'Call'],
  callWhom: ['给{who}打电话', 'Call {who}'],
  office: ['办公电话', 'office line'],
  work: ['工作电话', 'work phone'],
  photoOf: ['{who}的照片', 'Photo of {who}'],
  myCard: ['我的名片', 'My name card'],
  myCardLead: [
    '居民在“谁管我”里看到您。姓名和岗位一定显示，其他由您定。',
    'Residents see you under “Who is mine”. Name and post always; the rest as you decide.',
  ],
  noPost: ['您现在没有岗位', 'You hold no post now'],
  noPostHint: ['有了任命以后再来设置。', 'Come back once you are appointed.'],
  showPhoto: ['显示照片', 'Show my photo'],
  showPhone: ['显示电话', 'Show a phone number'],
  phoneHint: ['不填就显示登记的 {phone}', 'Empty: the registered {phone}'],
  workPhone: ['工作手机（可不填）', 'Work phone (optional)'],
  phoneWrong: ['请填11位手机号。', 'Enter 11 digits.'],
  photoNeeded: ['请先加一张照片。', 'Add a photo first.'],
  photo: ['照片', 'Photo'],
  keepPhoto: ['已有照片，可换一张', 'A photo is kept; you may change it'],
  line: ['一句话介绍（可不填）', 'A line about you (optional)'],
  lineHint: ['例如：随叫随到，晚上也在', 'For example: always in reach'],
  save: ['保存', 'Save'],
  saved: ['已保存', 'Saved'],
})
