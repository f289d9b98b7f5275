// What people of the demo say on paper, at the door, on the board, in the chat, to the hotline, and along their way.
import type { ClueKind, KnockNeed, KnockState, SlipFiling } from '../../../contract/src/channels-kinds.ts'

/** Slips of the red box: those without a filing became cases. */
export const slips: readonly (readonly [words: string, filedAs?: SlipFiling, reason?: string])[] = [
  ['3号楼前面的路灯晚上不亮，老人下楼看不清台阶。'],
  ['健身角的扭腰器松了，怕小孩摔着。'],
  ['谢谢物业师傅帮我抬煤气罐。', 'thanks'],
  ['（字迹看不清）', 'unclear', '纸被雨打湿，看不清'],
  ['垃圾桶夏天味道大，能不能多洗一次。'],
]
/** Twelve matters of one doorstep meeting. */
export const matters: readonly (readonly [words: string, note: string])[] = [
  ['单元门关不严，晚上一直响', '1单元'],
  ['楼道灯坏了两层', '2单元三楼四楼'],
  ['电动车停在楼门口，出不去', '2号楼门前'],
  ['下水道返味', '1单元一楼'],
  ['快递柜太远，老人拿不动', '北门'],
  ['绿化带里有人种菜', '3号楼后面'],
  ['广场舞声音大到九点半', '中心广场'],
  ['楼顶漏雨，墙皮掉了', '2单元六楼'],
  ['自行车棚的雨棚破了', '车棚'],
  ['门口的减速带松了，车过来响', '东门'],
  ['想装一个晾衣杆', '4号楼南侧'],
  ['遛狗不牵绳', '小区步道'],
]
export const doors: readonly (readonly [state: KnockState, needs: readonly KnockNeed[], words?: string])[] = [
  ['done', ['repair'], '厨房窗户关不上，想请人看看。'],
  ['absent', []],
  ['done', []],
  ['done', ['safety'], '楼道里堆了旧柜子，怕着火。'],
  ['refused', []],
  ['done', ['errand']],
  ['absent', []],
  ['done', ['parking']],
]
export const posts: readonly (readonly [words: string, reply?: string])[] = [
  ['周末能不能把中心广场的石凳修一修，坐着直晃。', '收到，已经请物业周五去看。'],
  ['谁捡到一串钥匙，上面有个小熊。', undefined],
  ['建议在北门装一个充电桩，老人电动车不用拉线。', '这个月的议事会上会讨论，欢迎来说。'],
  ['3号楼门口的灯闪了一个星期了。', undefined],
  ['谢谢保洁阿姨，下雪天一早就把路扫出来了。', undefined],
]
export const hotlineCalls: readonly (readonly [words: string, address: string, dueInHours: number])[] = [
  ['来电人反映小区供暖不热，家里只有十六度。', '柳岸花园2号楼', -30],
  ['来电人反映楼下烧烤店油烟大，影响休息。', '柳岸花园', 6],
  ['来电人咨询老旧小区加装电梯的流程。', '柳园社区', 60],
  ['来电人反映路口井盖响，夜里睡不着。', '柳岸花园东门', 100],
]
export const clues: readonly (readonly [kind: ClueKind, words: string, hoursAgo: number])[] = [
  ['lamp', '驿站门口往东第二盏，整晚不亮', 60],
  ['manhole', '路口东南角，井盖翘起来了', 30],
  ['wire', '南墙边有根线垂到人行道', 5],
]
