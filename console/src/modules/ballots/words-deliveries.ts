// Words of silence and of proving that ballots arrived. Part of words.ts.
import { counted } from '../../platform/count.ts'
export const deliveriesWords = {
  silenceReading: { zh: '收到表决票不投，怎么算', en: 'What silence counts as' },
  silenceOff: { zh: '不算投票（一般都是这样）', en: 'No vote (the default)' },
  silenceOn: { zh: '跟多数一样算（议事规则写明的才选）', en: 'With the majority (only where the rules say so)' },
  attention: { zh: '注意', en: 'Attention' },
  silenceWarns: {
    zh: '请先问律师。有法院判过：沉默不算投票。选了它，每一户都要有送达凭证；没有凭证的不算。结果会同时列出两种算法。选举不受影响：沉默不能选出任何人。',
    en: 'Ask a lawyer first: courts have held silence to be no vote. Every owner needs proof of delivery; without it they do not count. The result shows both tallies. In elections silence elects nobody.',
  },
  silenceAdopted: {
    zh: (article: string, ground: string) => `收到表决票没有投的，跟多数一样算（本小区${article}；${ground}）`,
    en: (article: string, ground: string) =>
      `Owners whom the ballot reached and who stay silent count with the majority (rules of procedure, ${article}; ${ground})`,
  },
  deliveries: { zh: '送达', en: 'Delivery' },
  deliveriesLead: {
    zh: '有送达凭证、又没有投票的业主，才会跟多数一样算。截止以后不能再登记。',
    en: 'Only owners with proof of delivery who stay silent count with the majority. Nothing is recorded after closing.',
  },
  proven: { zh: '已送达', en: 'Delivered' },
  notProven: { zh: '没有凭证', en: 'No proof' },
  provenOf: {
    zh: (proven: number, owners: number) => `${owners} 位业主，${proven} 位已有送达凭证，${owners - proven} 位没有`,
    en: (proven: number, owners: number) =>
      `${proven} of ${owners} owners have proof of delivery, ${owners - proven} have none`,
  },
  whichOwners: { zh: '看哪些业主', en: 'Which owners' },
  allProven: { zh: '都有送达凭证了', en: 'All have proof' },
  noneProven: { zh: '还没有登记送达', en: 'No delivery on record' },
  deliveryProof: { zh: '送达凭证', en: 'Proof' },
  recordDelivery: { zh: '登记送达', en: 'Record delivery' },
  recordBuilding: { zh: '整栋登记', en: 'Record a building' },
  recordDeliveryLead: {
    zh: '拍下签收单或挂号信回执。一张签收单可以一次登记整栋。',
    en: 'Photograph the signed list or the postal receipt. One list may cover a whole building.',
  },
  how: { zh: '怎么送到的', en: 'How it arrived' },
  deliveredOn: { zh: '送达日期', en: 'Day of delivery' },
  deliveryPhotos: { zh: '签收单或回执的照片', en: 'Photo of the list or receipt' },
  photoNo: { zh: (n: number) => `照片${n}`, en: (n: number) => `photo ${n}` },
  except: { zh: '这栋里没有签收的（没有就不选）', en: 'Who did not sign' },
  recordedNow: { zh: (n: number) => `登记了 ${n} 位业主`, en: (n: number) => `${counted(n, 'owner')} recorded` },
  undeliver: { zh: '撤回', en: 'Take back' },
  undeliverWhat: {
    zh: (who: string) => `${who} 的送达登记会撤回。撤回后不投票就不算。`,
    en: (who: string) => `The delivery to ${who} goes off the record; silent, they no longer count.`,
  },
  deliveriesHash: { zh: '送达名单指纹', en: 'Hash of the deliveries' },
  silenceReadingName: { zh: '收到表决票没有投的业主', en: 'silent owners' },
  withSilent: { zh: '计入没有投票的业主', en: 'With the silent' },
  withoutSilent: { zh: '只算投了票的业主', en: 'Votes alone' },
  silentCounted: {
    zh: (owners: number, area: number, as: string) =>
      `${owners} 位业主（${(area / 100).toFixed(2)} 平方米）收到表决票没有投，按“${as}”计入。`,
    en: (owners: number, area: number, as: string) =>
      `${counted(owners, 'owner')} (${(area / 100).toFixed(2)} m²) stayed silent and count as “${as}”.`,
  },
  turnoutWithoutSilent: {
    zh: '这里只数投了票的。收到表决票没有投的，计票时再算。',
    en: 'Votes alone. Silent owners whom the ballot reached are added in the count.',
  },
  groupSilent: { zh: '收到表决票没有投', en: 'silent' },
} as const
