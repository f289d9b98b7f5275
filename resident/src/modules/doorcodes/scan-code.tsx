// Reads the code at a door or a point: live with the camera, or from a photo of it where a page gets no camera (WeChat on
// an iPhone, a camera that was not allowed, or one that saw nothing). Typing it is always possible beside this.
import { useEffect, useRef, useState } from 'preact/hooks'
import { Wrong } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { camera, cross } from '../../kit/icons.ts'
import { codeInFrame, codeInPhoto } from './read-code.ts'
import './scan-code.css'
import { w } from './words.ts'

const PAUSE_MS = 300
type OnCode = (code: string) => void

const Viewfinder = ({ onCode, onStop, onFail }: { onCode: OnCode; onStop: () => void; onFail: () => void }) => {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    let stream: MediaStream | null = null
    let isOver = false
    const end = () => {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    const look = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      if (isOver || !video.current) return end()
      video.current.srcObject = stream
      await video.current.play()
      while (!isOver && video.current) {
        const code = await codeInFrame(video.current)
        if (code !== null && !isOver) return onCode(code)
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      }
    }
    look().catch(() => isOver || onFail())
    return () => {
      isOver = true
      end()
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
const Photograph = ({ onCode }: { onCode: OnCode }) => {
  const input = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'idle' | 'reading' | 'unseen'>('idle')
  const take = async (photo: File) => {
    setState('reading')
    const code = await codeInPhoto(photo).catch(() => null)
    setState(code === null ? 'unseen' : 'idle')
    if (code !== null) onCode(code)
  }
  return (
    <>
      <button type="button" class="button wide" onClick={() => input.current?.click()}>
        <Icon of={camera} /> {w(state === 'reading' ? 'reading' : 'photograph')}
      </button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label={w('photograph')}
        onChange={(event) => {
          const photo = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (photo) void take(photo)
        }}
      />
      {state === 'unseen' && <Wrong>{w('noCodeSeen')}</Wrong>}
    </>
  )
}
const hasCamera = () => typeof navigator.mediaDevices?.getUserMedia === 'function'
/** `<ScanCode onCode={setCode} />`: what it gives is the code or the address on the sticker. */
export const ScanCode = ({ onCode }: { onCode: OnCode }) => {
  const [state, setState] = useState<'off' | 'on' | 'photo' | 'failed'>(() => (hasCamera() ? 'off' : 'photo'))
  if (state === 'on')
    return (
      <Viewfinder
        onCode={(code) => {
          setState('off')
          onCode(code)
        }}
        onStop={() => setState('photo')}
        onFail={() => setState('failed')}
      />
    )
  if (state === 'off')
    return (
      <button type="button" class="button wide" onClick={() => setState('on')}>
        <Icon of={camera} /> {w('scan')}
      </button>
    )
  return (
    <>
      {state === 'failed' && (
        <p class="small quiet" role="status">
          {w('noCamera')}
        </p>
      )}
      <Photograph onCode={onCode} />
    </>
  )
}
