// Objecting to the roll or the result.
import { call } from '../../api.ts'
import { WordsSheet } from '../../kit/words-sheet.tsx'
import type { Decision } from './decision.ts'
import { w } from './words.ts'

interface Props {
  of: Decision
  put: (next: Decision) => void
  onClose: () => void
}
export const ObjectSheet = ({ of, about, put, onClose }: Props & { about: 'roll' | 'result' }) => (
  <WordsSheet
    title={w(about === 'roll' ? 'objectRoll' : 'objectResult')}
    label={w('objectHint')}
    about={about}
    onClose={onClose}
    send={async (words, key) =>
      put(await call('POST /api/decisions/:id/objections', { params: { id: of.id }, body: { about, words }, key }))
    }
  />
)
