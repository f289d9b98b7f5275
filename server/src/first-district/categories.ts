// The categories a new district begins with: seven groups, each leaf with its usual kind and the words that suggest it.
import type { CaseKind } from '../../../contract/src/cases-life.ts'

export interface FirstCategory {
  /** Stays the same when a district renames it; only this code uses it. */
  readonly key: string
  readonly name: string
  readonly kind: CaseKind
  readonly keywords: readonly string[]
}
export interface FirstGroup {
  readonly name: string
  readonly kind: CaseKind
  readonly categories: readonly FirstCategory[]
}
const leaf = (key: string, name: string, kind: CaseKind, keywords: string): FirstCategory => ({
  key,
  name,
  kind,
  keywords: keywords.split(' ').filter((word) => word !== ''),
})

export const firstGroups: readonly FirstGroup[] = [
  {
    name: '房屋维修',
    kind: 'hard',
    categories: [
      leaf('leak', '屋面外墙漏水', 'hard', '漏水 漏雨 渗水 屋顶 楼顶 外墙 防水 天花板 返潮'),
      leaf('drain', '下水管道堵塞', 'urgent', '下水道 堵塞 堵了 反水 返水 污水 管道 化粪池 地漏 冒水'),
      leaf('structure', '房屋安全与质量', 'hard', '裂缝 开裂 墙皮 脱落 瓷砖 沉降 危房 质量问题 精装 交房 烂尾'),
    ],
  },
  {
    name: '公共设施',
    kind: 'small',
    categories: [
      leaf('light', '楼道灯和路灯', 'small', '路灯 楼道灯 声控灯 不亮 照明 太黑 灯坏'),
      leaf('lift', '电梯故障', 'urgent', '电梯 困人 停运 轿厢 加装电梯 异响'),
      leaf('gate', '门禁和监控', 'small', '门禁 单元门 对讲 监控 摄像头 刷卡 道闸 保安'),
      leaf('playground', '健身和儿童设施', 'small', '健身器材 儿童 滑梯 秋千 座椅 广场设施 球场'),
      leaf('fire', '消防设施', 'urgent', '消防栓 灭火器 消防 烟感 应急灯 防火门 火灾 隐患'),
    ],
  },
  {
    name: '环境卫生',
    kind: 'nuisance',
    categories: [
      leaf('rubbish', '垃圾清运', 'small', '垃圾 垃圾桶 清运 保洁 卫生 脏乱 建筑垃圾 装修垃圾'),
      leaf('clutter', '楼道堆物', 'nuisance', '楼道 堆放 杂物 纸箱 旧家具 堆满'),
      leaf('green', '绿化和树木', 'small', '绿化 树枝 树木 草坪 修剪 毁绿 种菜 虫害 公园'),
      leaf('noise', '噪音扰民', 'nuisance', '噪音 噪声 扰民 施工 夜间 广场舞 装修 音响 吵 睡不着'),
      leaf('smell', '油烟和异味', 'nuisance', '油烟 异味 臭味 恶臭 气味 污染 粉尘 烧烤 废气 环境 环保'),
    ],
  },
  {
    name: '停车和道路',
    kind: 'nuisance',
    categories: [
      leaf('parking', '停车和消防通道', 'nuisance', '停车 车位 乱停 堵门 消防通道 占道 地下车库 僵尸车'),
      leaf('charging', '电动车充电', 'urgent', '飞线 充电 电动车 电瓶 充电桩 进楼 上楼 车棚'),
      leaf('road', '道路和井盖', 'small', '道路 路面 坑洼 井盖 破损 积水 修路 人行道 施工围挡 大桥 路口'),
      leaf('transit', '公交和出行', 'small', '公交 地铁 站台 红绿灯 斑马线 出行 拥堵 交通 出租车 高铁 班车 公交车'),
    ],
  },
  {
    name: '水电气暖',
    kind: 'urgent',
    categories: [
      leaf('water', '停水和水压', 'urgent', '停水 水压 自来水 没水 水质 二次供水 水表'),
      leaf('power', '停电和线路', 'urgent', '停电 电线 线路 跳闸 电表 变压器 漏电 电压'),
      leaf('heat', '供暖不热', 'household', '暖气 供暖 供热 不热 地暖 温度 热力'),
      leaf('gas', '燃气安全', 'urgent', '燃气 天然气 煤气 气味 漏气 灶具 气表 开通'),
    ],
  },
  {
    name: '物业和邻里',
    kind: 'household',
    categories: [
      leaf('property', '物业服务和收费', 'household', '物业 物业费 收费 服务差 不作为 停车费 物业公司 乱收费'),
      leaf('committee', '业委会和公共收益', 'hard', '业委会 业主大会 公共收益 维修资金 选举 换届 广告收入 换物业'),
      leaf('dispute', '邻里纠纷', 'household', '邻居 纠纷 吵架 楼上 楼下 争执 调解 赔偿'),
      leaf('pets', '宠物管理', 'nuisance', '养狗 遛狗 狗绳 狗叫 宠物 粪便 咬人 流浪猫 流浪狗'),
      leaf('illegal', '违章搭建', 'hard', '违建 违章 搭建 私搭 乱建 占用 封阳台 拆违 圈占'),
    ],
  },
  {
    name: '民生和政务',
    kind: 'household',
    categories: [
      leaf('care', '养老和救助', 'household', '老人 独居 养老 低保 残疾 救助 补贴 轮椅 退休 社保 养老金'),
      leaf('school', '入学和托管', 'household', '入学 学校 学区 幼儿园 小学 中学 补课 教育 托管 老师 学生 培训'),
      leaf('health', '医疗和防疫', 'household', '医院 医保 看病 卫生院 疫苗 医疗 药店 体检 医生 生育'),
      leaf('wages', '就业和工资', 'household', '工资 拖欠 欠薪 就业 招聘 劳动 合同 加班 农民工 公司'),
      leaf('market', '市场和消费', 'nuisance', '消费 退款 退费 假货 欺诈 价格 食品 商家 投诉 预付 健身房 传销 诈骗'),
      leaf('housing', '房产证和安置', 'hard', '房产证 办证 安置 拆迁 征收 征地 公积金 购房 开发商 楼盘 补偿 户口'),
      // Without words of its own: where a case goes that no other category speaks for.
      leaf('other', '其他咨询和建议', 'household', ''),
    ],
  },
]
/** Every leaf, in the order people see them. */
export const firstCategories: readonly FirstCategory[] = firstGroups.flatMap((group) => group.categories)
