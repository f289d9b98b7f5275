// What a person finds of public notices in their own data: the comments they made.
import type { OwnRows } from '../../platform/own-data.ts'
import { publicNoticeComments } from './tables.ts'

export const ownData: readonly OwnRows[] = [
  {
    name: 'noticeComments',
    table: publicNoticeComments,
    person: publicNoticeComments.personId,
    tell: { at: publicNoticeComments.at, words: publicNoticeComments.words, answer: publicNoticeComments.answer },
  },
]
