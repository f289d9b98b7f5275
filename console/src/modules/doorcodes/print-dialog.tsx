// Printing: which place, which kind, how many on a page; the sheet is a plain download.
import { Button, Modal, Radio, Select } from 'antd'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { addressOf, type Query } from '../../platform/api.ts'
import { pageWords } from '../../platform/page-words.ts'
import { PlacePicker, type PlaceRef } from '../../platform/place-picker.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

type Sheet = Query<'GET /api/doorcodes/sheet.pdf'>
const kinds = ['unit', 'building', 'estate', 'station', 'facility', 'box'] as const
interface PrintDialogProps {
  readonly open: boolean
  readonly place: PlaceRef | null
  readonly close: () => void
}
export const PrintDialog = ({ open, place, close }: PrintDialogProps) => {
  const say = useWords(words)
  const common = useWords(pageWords)
  return (
    <Modal
      open={open}
      title={say.printTitle}
      footer={null}
      onCancel={close}
      destroyOnHidden
      closable={{ 'aria-label': common.close }}
    >
      <PrintBody place={place} close={close} />
    </Modal>
  )
}
const PrintBody = ({ place, close }: Omit<PrintDialogProps, 'open'>) => {
  const say = useWords(words)
  const [placeId, setPlaceId] = useState<string | null>(place?.id ?? null)
  const [kind, setKind] = useState<NonNullable<Sheet['kind']> | ''>('')
  const [perPage, setPerPage] = useState<'2' | '6'>('6')
  return (
    <div className="stack">
      <p className="quiet">{say.printWhat}</p>
      <div className="ask-reason">
        <strong>{say.place}</strong>
        <PlacePicker
          label={say.place}
          placeholder={say.choosePlace}
          value={placeId}
          initial={place}
          onChange={setPlaceId}
        />
      </div>
      <div className="ask-reason">
        <strong>{say.kind}</strong>
        <Select
          aria-label={say.kind}
          value={kind}
          onChange={setKind}
          options={[
            { value: '' as const, label: say.anyKind },
            ...kinds.map((each) => ({ value: each, label: say[each] })),
          ]}
        />
      </div>
      <div className="ask-reason">
        <strong>{say.perPage}</strong>
        <Radio.Group
          aria-label={say.perPage}
          value={perPage}
          onChange={(event) => setPerPage(event.target.value === '2' ? '2' : '6')}
          options={[
            { value: '6', label: say.six },
            { value: '2', label: say.two },
          ]}
        />
      </div>
      <DownloadLink query={placeId ? { placeId, perPage, ...(kind ? { kind } : {}) } : null} close={close} />
    </div>
  )
}

interface DownloadLinkProps {
  readonly query: Sheet | null
  readonly close: () => void
}
const DownloadLink = ({ query, close }: DownloadLinkProps) => {
  const say = useWords(words)
  if (!query)
    return (
      <p className="quiet" role="status">
        {say.printNeedsPlace}
      </p>
    )
  return (
    <div className="ask-buttons">
      <Button
        type="primary"
        icon={<Download size={16} aria-hidden />}
        href={addressOf('GET /api/doorcodes/sheet.pdf', { query })}
        onClick={close}
        download
      >
        {say.download}
      </Button>
    </div>
  )
}
