// Columns of the channels' lists as spreadsheets. Who spoke or was at home is nowhere in them.
import { caseStates } from '../../../../contract/src/cases-life.ts'
import { knockNeeds, knockStates } from '../../../../contract/src/channels-kinds.ts'
import type { channelsApi } from '../../../../contract/src/channels.ts'
import { ifSo, inLanguage, localTime } from '../../platform/list-sheet.ts'
import type { SheetsOf } from '../../platform/sheets.ts'

export const channelsSheets: SheetsOf<typeof channelsApi> = {
  'GET /api/channels/boxes': [
    ['意见箱', 'Box', 24, (row) => row.name],
    ['地点', 'Place', 30, (row) => row.place.path],
    ['扫码', 'Scans', 8, (row) => row.figures.scans],
    ['开箱', 'Emptyings', 8, (row) => row.figures.emptyings],
    ['纸条', 'Slips', 8, (row) => row.figures.slips],
    ['转诉求', 'Cases', 8, (row) => row.figures.cases],
    ['存档', 'Filed', 8, (row) => row.figures.filed],
    ['最近开箱', 'Last emptied', 14, (row) => row.figures.lastEmptiedOn],
    ['设立', 'Since', 20, (row) => localTime(row.createdAt)],
    ['撤下', 'Taken down', 20, (row) => localTime(row.removedAt)],
    ['撤下原因', 'Why', 30, (row) => row.removedReason],
  ],
  'GET /api/channels/boxes/:id/emptyings': [
    ['开箱日', 'Emptied', 14, (row) => row.on],
    ['经办', 'By', 14, (row) => row.by],
    ['纸条', 'Slips', 8, (row) => row.slipCount],
    ['已转写', 'Transcribed', 8, (row) => row.slips.length],
    ['转诉求', 'Cases', 30, (row) => row.slips.flatMap((slip) => slip.case?.number ?? []).join('、')],
    ['内容', 'Words', 80, (row) => row.slips.map((slip) => slip.words).join('\n')],
  ],
  'GET /api/channels/meetings': [
    ['吐槽会', 'Meeting', 30, (row) => row.name],
    ['地点', 'Place', 30, (row) => row.place.path],
    ['日期', 'Held', 14, (row) => row.heldOn],
    ['主持', 'Chair', 14, (row) => row.chair],
    ['到会', 'Present', 8, (row) => row.present],
    ['事项', 'Matters', 8, (row) => row.matters],
    ['已办结', 'Settled', 8, (row) => row.settled],
    ['提交', 'Committed', 20, (row) => localTime(row.committedAt)],
  ],
  'GET /api/channels/meetings/:id': [
    ['事项', 'Matter', 60, (row) => row.words],
    ['地点', 'Place', 30, (row) => row.place?.path ?? null],
    ['位置', 'Where exactly', 20, (row) => row.placeNote],
    ['诉求', 'Case', 12, (row) => row.case?.number ?? null],
    ['进展', 'State', 14, (row, zh) => (row.case === null ? '' : inLanguage(caseStates[row.case.state], zh))],
    ['承办单位', 'Body', 26, (row) => row.case?.handler ?? null],
    ['时限', 'Due', 20, (row) => localTime(row.case?.dueAt ?? null)],
    ['办理答复', 'Answer', 50, (row) => row.case?.said ?? null],
  ],
  'GET /api/channels/knocks': [
    ['名单', 'List', 30, (row) => row.name],
    ['地点', 'Place', 30, (row) => row.place.path],
    ['哪天前', 'Until', 14, (row) => row.until],
    ['户数', 'Doors', 8, (row) => row.counts.homes],
    ['已走访', 'Visited', 8, (row) => row.counts.done],
    ['没人在家', 'Nobody in', 8, (row) => row.counts.absent],
    ['不便接待', 'Declined', 8, (row) => row.counts.refused],
    ['还没去', 'Not yet', 8, (row) => row.counts.notYet],
    ['要再去', 'To revisit', 8, (row) => row.counts.revisit],
    ['转诉求', 'Cases', 8, (row) => row.counts.cases],
    ['列出', 'Made', 20, (row) => localTime(row.createdAt)],
    ['结束', 'Closed', 20, (row) => localTime(row.closedAt)],
  ],
  'GET /api/channels/knocks/:id': [
    ['房屋', 'Home', 36, (row) => row.home.path],
    ['情况', 'State', 14, (row, zh) => inLanguage(knockStates[row.state], zh)],
    ['要再去', 'Revisit', 8, (row, zh) => ifSo(row.revisit, zh)],
    ['需求', 'Needs', 30, (row, zh) => row.needs.map((need) => inLanguage(knockNeeds[need], zh)).join('、')],
    ['去了几次', 'Tries', 8, (row) => row.tries],
    ['转诉求', 'Cases', 8, (row) => row.cases],
    ['谁去', 'Who goes', 14, (row) => row.assigned?.name ?? null],
    ['走访', 'Visited', 20, (row) => localTime(row.visitedAt)],
  ],
}
