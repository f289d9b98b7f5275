// What a person finds of files in their own data: the pictures and recordings they uploaded.
import type { OwnRows } from '../../platform/own-data.ts'
import { files } from './tables.ts'

export const ownData: readonly OwnRows[] = [
  {
    name: 'uploads',
    table: files,
    person: files.uploaderId,
    tell: { id: files.id, at: files.createdAt, kind: files.kind, mime: files.mime, bytes: files.bytes },
  },
]
