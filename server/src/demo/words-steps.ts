// What staff and residents write along a case's way in the demo district.
import type { RejectReason } from '../../../contract/src/cases-life.ts'

export const acceptWords = [
  '已收到，马上核实。',
  '已受理，会尽快安排。',
  '电话联系过了，情况清楚。',
  '网格员已到现场看过。',
  null,
] as const
export const dispatchWords = [
  '请尽快上门处理。',
  '居民着急，请今天联系。',
  '请先到现场看，再回复。',
  null,
  null,
] as const
export const takeUpWords = ['收到，今天上门。', '已联系居民，约好时间。', '师傅已出发。', '已安排人员。', null] as const
export const startWords = [
  '已到现场，开始处理。',
  '正在查找原因。',
  '材料已备好，开始施工。',
  '已和居民当面沟通。',
  null,
] as const

/** What was done, by category; `any` where a category has none of its own. */
export const doneWords: Readonly<Record<string, readonly string[]>> = {
  leak: ['已清理屋面，重做防水卷材，浇水试验两小时不渗。', '外墙裂缝已注浆并刷防水涂料，请雨后再看。'],
  drain: [
    '主管道已疏通，捞出杂物，试水正常。',
    '化粪池已抽清，地面已冲洗消毒。',
    '更换了松动的接头，观察半天没有再滴。',
  ],
  structure: ['松动的部位已剔除修补，并拉了警戒带。', '已请人现场查看，出具意见，今天修好了踏步。'],
  light: ['更换声控灯两只，试亮正常。', '换了灯头和线，路灯已亮。', '灯杆已扶正加固，灯罩换新。'],
  lift: ['维保单位更换门机板，试运行二十趟正常。', '轿厢灯和风扇已修好，应急电话已通。'],
  gate: ['闭门器已更换，单元门能自动关上。', '对讲主机已修好，逐户试过。', '摄像头已换新，画面正常。'],
  playground: ['松动的器材已加固，破损软垫已更换。'],
  fire: ['水带、灭火器已补齐，箱门已换。', '应急灯全部更换，断电测试通过。'],
  rubbish: ['已清运干净，垃圾桶冲洗消毒，并加了一次清运。', '装修垃圾已拉走，已提醒住户按点投放。'],
  clutter: ['和住户一起清走杂物，楼道已拖净。', '堆物已搬走，张贴了提示。'],
  green: ['树枝已修剪，枝叶已清走。', '菜地已恢复，补种了草皮。'],
  noise: [
    '已上门劝导，双方约定晚九点后不施工。',
    '和领舞人商定音量和时间，现场测过。',
    '已约谈工地，夜间停止高噪作业。',
  ],
  smell: ['油烟净化器已清洗，排口已改向。', '地下室积水已抽干，消毒通风。'],
  parking: ['已联系车主挪车，重新划了消防通道标线。', '僵尸车已拖走，地锁已拆除。'],
  charging: ['飞线已拆，住户同意到车棚充电。', '充电桩已修好三个口，扫码正常。'],
  road: ['井盖已更换，周边砌平。', '坑洼处已铺沥青，积水消除。'],
  water: ['阀门已修好，供水恢复，水压正常。', '管道已冲洗，水质清澈。'],
  power: ['更换了老化的开关，送电正常。', '电表箱已加锁，线头已包好。'],
  heat: ['已放气并清洗过滤网，测温十九度。', '立管阀门已更换，整个单元都热了。'],
  gas: ['已查漏，更换软管并开展安全检查，无漏气。', '气表已更换，点火正常。'],
  property: ['已公示收费标准和保洁安排，项目经理上门致歉。', '已补做保洁，报修已当天完成。'],
  committee: ['账目已在公告栏张贴，并约业主当面对账。', '已指导提交提议书，街道已收件。'],
  dispute: ['已请双方到社区坐下来谈，达成一致。', '滴水管已接入下水，双方握手言和。'],
  pets: ['已上门提醒牵绳，主人写了承诺。', '已增设宠物便袋箱，并清理草坪。'],
  illegal: ['已现场制止并下达通知，当事人自行拆除。', '彩钢棚已拆除，排水口疏通。'],
  care: ['网格员已上门，列入每周走访名单。', '材料已代办递交，轮椅已送到家。'],
  any: ['已当面答复，居民表示清楚了。', '已联系主管部门，给出书面答复。', '已按规定办理，并告知后续时间。'],
}
export const closeWords = [
  '已到现场核对，确已解决。',
  '电话回访居民，认可办结。',
  '照片和现场一致，同意办结。',
  '问题已消除，后续继续留意。',
] as const
export const refuseClosureWords = [
  '现场看只修了一半，请补办。',
  '照片看不清处理结果，请补拍。',
  '居民说还有味道，请再看看。',
] as const
export const returnWords = [
  '这处属于市政管网，不在我们服务范围。',
  '开发商质保期内，请派给责任单位。',
  '不在本小区管理范围，请改派。',
] as const
export const transferWords = [
  '经核实属于主管部门职责，改派。',
  '需要专业力量处理，改派。',
  '居民要求由社区协调，改派。',
] as const
export const suspendWords = [
  '配件已订货，预计一周到。',
  '等天晴后再做防水。',
  '需业主投票同意后施工。',
  '住户出差，约定回来后入户。',
] as const
export const resumeWords = ['配件到了，继续施工。', '天晴了，恢复办理。', '已和住户约好，继续办。'] as const
export const reopenWords = [
  '修好两天又坏了，请再来看看。',
  '只处理了一半，还有一处没弄。',
  '过了一晚上还是老样子。',
] as const
export const reopenAgreed = ['情况属实，重新办理。', '已核实，请原单位再次上门。'] as const
export const reopenDeclined = ['现场复查已修好，属新问题，请另行上报。', '已按约定办结，剩余事项转入议事。'] as const
export const goodWords = [
  '师傅来得快，谢谢。',
  '修得挺好，满意。',
  '态度好，说话和气。',
  '谢谢社区一直跟着办。',
  '解决了，心里踏实了。',
  null,
  null,
  null,
] as const
export const poorWords = ['办是办了，就是慢。', '催了几次才来。', '还有点小问题，凑合。', '没有从根上解决。'] as const
export const withdrawWords = ['已经自己修好了。', '重复报了一次，撤回。', '和邻居说开了，不用管了。'] as const
export const notesInternal = [
  '上月同一位置报过一次，注意查根源。',
  '居民是独居老人，上门前先打电话。',
  '同单元还有两户有同样问题。',
] as const
export const notesPublic = ['已约明天上午上门，请保持电话畅通。', '正在等专业单位排期，有消息马上告诉您。'] as const
export const rejectAdvice: Readonly<Record<RejectReason, string>> = {
  notOurs: '这件事由县政务服务中心窗口办理，可拨打政务服务热线咨询，我们也可代为联系。',
  court: '这件事已在法院审理中，请按法律程序进行，需要法律援助可到司法所。',
  duplicate: '您反映的事情已有同一件正在办理，请在“我的诉求”里查看进展。',
  unclear: '内容不够清楚，电话也没有接通，请补充地点和情况后再报一次。',
  unlawful: '所提要求和现行规定不符，请参考公示的政策，可到社区当面说明。',
}
