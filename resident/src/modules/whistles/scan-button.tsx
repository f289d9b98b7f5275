// Reads a door code from a picture of it, where the browser can; otherwise the phone's own camera or typing does it.
import { useRef, useState } from 'preact/hooks'
import { Wrong } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { camera } from '../../kit/icons.ts'
import { w } from './words.ts'

interface Detector {
  detect(image: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>
}
type DetectorMaker = new (options: { formats: string[] }) => Detector
const maker = (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector

export const ScanButton = ({ onCode }: { onCode: (code: string) => void }) => {
  const input = useRef<HTMLInputElement>(null)
  const [isUnseen, setUnseen] = useState(false)
  if (maker === undefined) return null
  const read = async (file: File) => {
    const found = await new maker({ formats: ['qr_code'] })
      .detect(await createImageBitmap(file))
      .catch(() => [] as { rawValue: string }[])
    setUnseen(found.length === 0)
    if (found[0]) onCode(found[0].rawValue)
  }
  return (
    <>
      <button type="button" class="button attach" onClick={() => input.current?.click()}>
        <Icon of={camera} /> {w('scan')}
      </button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label={w('scan')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file) void read(file)
        }}
      />
      {isUnseen && <Wrong>{w('noCodeSeen')}</Wrong>}
    </>
  )
}
