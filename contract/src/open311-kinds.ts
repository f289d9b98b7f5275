// Words and limits of the open interface. No zod: the console carries it.

/** What an attribute of a service takes, in the words of GeoReport v2. */
export const attributeTypes = {
  string: { zh: '一行文字', en: 'one line' },
  text: { zh: '多行文字', en: 'several lines' },
  number: { zh: '数字', en: 'number' },
  datetime: { zh: '日期时间', en: 'date and time' },
  singlevaluelist: { zh: '单选', en: 'one of a list' },
  multivaluelist: { zh: '多选', en: 'several of a list' },
} as const
export type AttributeType = keyof typeof attributeTypes
export const isList = (type: AttributeType): boolean => type === 'singlevaluelist' || type === 'multivaluelist'
