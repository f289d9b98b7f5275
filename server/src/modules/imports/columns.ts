// The columns of the four spreadsheets: titles, what to write in them, lists to choose from, example rows.
import type { importKinds } from '../../../../contract/src/imports.ts'
import { organisationKinds } from '../../../../contract/src/organisations-kinds.ts'

export type ImportKind = (typeof importKinds)[number]
export interface Column {
  readonly key: string
  readonly title: string
  /** The title must stand in the header; the cell must be filled where `isRequired`. */
  readonly isRequired: boolean
  readonly help: string
  readonly list?: readonly string[]
  readonly max: number
  readonly width: number
  /** Kept sealed until it is written, and shown masked. */
  readonly isPhone?: true
}
export interface Sheet {
  readonly title: string
  readonly columns: readonly Column[]
  readonly examples: readonly Readonly<Record<string, string>>[]
}
/** Rows whose remark begins so are examples and are not imported. */
export const EXAMPLE = '示例'
export const REMARK = '备注'
export const partWords = { 住宅: 'home', 商铺: 'shop', 车位: 'parking' } as const
export const areaSourceWords = { 不动产登记: 'register', 实测: 'survey', 合同: 'contract' } as const
export const relationWords = { 业主: 'owner', 住户: 'occupant' } as const

const must = (key: string, title: string, help: string, more: Partial<Column> = {}): Column => ({
  key,
  title,
  help,
  isRequired: true,
  max: 60,
  width: 16,
  ...more,
})
const may = (key: string, title: string, help: string, more: Partial<Column> = {}): Column => ({
  ...must(key, title, help, more),
  isRequired: false,
})
const phone = { max: 20, width: 16, isPhone: true } as const

export const sheets: Record<ImportKind, Sheet> = {
  places: {
    title: '地点和房屋',
    columns: [
      must('street', '街道', '街道或乡镇的全称。没有的会新建（需要区县权限）。'),
      must('community', '社区', '社区或村的全称。没有的会新建。'),
      may('grid', '网格', '楼栋所在的网格，如“第一网格”。没有的会新建。'),
      may('estate', '小区', '小区的全称。只建街道、社区、网格时可以不填。', { width: 20 }),
      may('building', '楼栋', '如“3号楼”。填了楼栋就要填小区。', { width: 12 }),
      may('unit', '单元', '如“2单元”。没有单元的楼不填。', { width: 12 }),
      may('room', '房号', '如“501”。商铺、车位也填在这里。', { width: 12 }),
      may('type', '类型', '住宅、商铺或车位。不填就是住宅。', { list: Object.keys(partWords), width: 10 }),
      may('floor', '楼层', '整数，地下填负数，如 -1。', { width: 8, max: 10 }),
      may('area', '面积(㎡)', '建筑面积，最多两位小数，如 89.45。', { width: 12, max: 20 }),
      may('areaSource', '面积来源', '不动产登记、实测或合同。', { list: Object.keys(areaSourceWords), width: 14 }),
    ],
    examples: [
      {
        street: '城东街道',
        community: '和顺社区',
        grid: '第一网格',
        estate: '幸福里小区',
        building: '1号楼',
        unit: '1单元',
        room: '101',
        type: '住宅',
        floor: '1',
        area: '89.45',
        areaSource: '不动产登记',
      },
      {
        street: '城东街道',
        community: '和顺社区',
        estate: '幸福里小区',
        room: 'A-012',
        type: '车位',
        floor: '-1',
        area: '12.5',
        areaSource: '合同',
      },
    ],
  },
  residents: {
    title: '业主和住户',
    columns: [
      must('estate', '小区', '平台里已有的小区名称。', { width: 20 }),
      may('building', '楼栋', '如“3号楼”。', { width: 12 }),
      may('unit', '单元', '没有单元的楼不填。', { width: 12 }),
      must('room', '房号', '如“501”，要先在“地点和房屋”里建好。', { width: 12 }),
      must('name', '姓名', '真实姓名。', { width: 12 }),
      may('phone', '手机号', '11 位手机号。不填也能登记，但本人不能用手机号看到自己的房屋。', phone),
      must('relation', '身份', '业主或住户。', { list: Object.keys(relationWords), width: 10 }),
    ],
    examples: [
      {
        estate: '幸福里小区',
        building: '1号楼',
        unit: '1单元',
        room: '101',
        name: '张三',
        phone: '13800000000',
        relation: '业主',
      },
    ],
  },
  organisations: {
    title: '组织',
    columns: [
      must('kind', '类型', '从列表里选。', {
        list: Object.values(organisationKinds).map((kind) => kind.zh),
        width: 16,
      }),
      must('name', '名称', '全称。', { max: 80, width: 28 }),
      may('shortName', '简称', '居民看到的名字，最多 20 字。不填就用名称。', { max: 20 }),
      may('phone', '电话', '对外公开的办公电话。', { max: 20 }),
      must('place', '所在社区或街道', '社区、街道或区县的名称。有同名的写成“街道/社区”。', { width: 22, max: 200 }),
      may('serves', '服务小区', '多个小区用顿号“、”隔开。', { width: 36, max: 2000 }),
    ],
    examples: [
      {
        kind: '物业企业',
        name: '临溪安居物业服务有限公司',
        shortName: '安居物业',
        phone: '0550-1234567',
        place: '和顺社区',
        serves: '幸福里小区、机械厂宿舍',
      },
    ],
  },
  staff: {
    title: '人员任职',
    columns: [
      must('name', '姓名', '真实姓名。', { width: 12 }),
      must('phone', '手机号', '11 位手机号，用来登录。', phone),
      may('login', '登录名', '字母、数字、点、横线，2 到 60 个。可以不填。'),
      must('position', '岗位', '平台里已有的岗位，如“网格员”。'),
      must('organisation', '组织', '平台里已有的组织全称。', { max: 80, width: 28 }),
      must('scope', '管辖地点', '完整路径，如“城东街道/和顺社区/第一网格”。', { max: 300, width: 36 }),
      must('from', '开始日期', '如 2026-01-05。', { width: 14, max: 20 }),
      may('to', '结束日期', '最后一天。不填就是没有期限。', { width: 14, max: 20 }),
    ],
    examples: [
      {
        name: '李四',
        phone: '13900000000',
        login: 'lisi',
        position: '网格员',
        organisation: '和顺社区居委会',
        scope: '城东街道/和顺社区/第一网格',
        from: '2026-01-05',
      },
    ],
  },
}
