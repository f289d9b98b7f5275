// Reads the code on a point with the phone's camera, where the browser can; else it is typed.
import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../../kit/icon.tsx'
import { camera, cross } from '../../kit/icons.ts'
import { w } from './words.ts'

interface Detector {
  detect(from: HTMLVideoElement): Promise<{ rawValue: string }[]>
}
type DetectorMaker = new (options: { formats: string[] }) => Detector
const maker = (): DetectorMaker | null =>
  (globalThis as unknown as { BarcodeDetector?: DetectorMaker }).BarcodeDetector ?? null
const canScan = () => maker() !== null && typeof navigator.mediaDevices?.getUserMedia === 'function'

const Viewfinder = ({
  onCode,
  onStop,
  onFail,
}: {
  onCode: (code: string) => void
  onStop: () => void
  onFail: () => void
}) => {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    let stream: MediaStream | null = null
    let isOver = false
    const Maker = maker()
    const look = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      if (isOver || !video.current || !Maker) return
      video.current.srcObject = stream
      await video.current.play()
      const detector = new Maker({ formats: ['qr_code'] })
      while (!isOver && video.current) {
        const [found] = await detector.detect(video.current).catch(() => [])
        if (found) return onCode(found.rawValue)
        await new Promise((resolve) => setTimeout(resolve, 300))
      }
    }
    look().catch(onFail)
    return () => {
      isOver = true
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
  }, [])
  return (
    <div class="stack">
      <video ref={video} muted playsInline class="scan" aria-label={w('scanning')} />
      <button type="button" class="button" onClick={onStop}>
        <Icon of={cross} /> {w('stop')}
      </button>
    </div>
  )
}
/** A button that scans; nothing where the browser cannot. */
export const Scan = ({ onCode }: { onCode: (code: string) => void }) => {
  const [state, setState] = useState<'off' | 'on' | 'failed'>('off')
  if (!canScan()) return null
  if (state === 'on')
    return (
      <Viewfinder
        onCode={(code) => {
          setState('off')
          onCode(code)
        }}
        onStop={() => setState('off')}
        onFail={() => setState('failed')}
      />
    )
  return (
    <>
      <button type="button" class="button wide" onClick={() => setState('on')}>
        <Icon of={camera} /> {w('scan')}
      </button>
      {state === 'failed' && <p class="small quiet">{w('noCamera')}</p>}
    </>
  )
}
