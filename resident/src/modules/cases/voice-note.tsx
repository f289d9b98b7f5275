// A voice note of up to 60 seconds; where the browser cannot record, one can be chosen from the phone.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { limits } from '../../../../contract/src/cases-life.ts'
import { Wrong } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { mic, stop } from '../../kit/icons.ts'
import { Sheet } from '../../kit/sheet.tsx'
import { newKey } from '../../new-key.ts'
import type { KeptFile } from '../../outbox/item.ts'
import { w } from './report-words.ts'
import './voice-note.css'

/** Seconds before the end at which one is told to finish. */
const nearlyFull = 10
const canRecord = () => typeof MediaRecorder !== 'undefined' && Boolean(navigator.mediaDevices?.getUserMedia)
const wanted = ['audio/mp4', 'audio/webm;codecs=opus', 'audio/webm', 'audio/ogg']

const keptOf = (blob: Blob): KeptFile => {
  const plain = blob.type.split(';')[0] ?? 'audio/webm'
  const ending = plain.includes('mp4') ? 'm4a' : (plain.split('/')[1] ?? 'webm')
  return { blob: new Blob([blob], { type: plain }), name: `${newKey().slice(0, 8)}.${ending}`, key: newKey(), id: null }
}

/** Records until stopped or until the limit; hands over what was said. */
const useRecorder = (onDone: (file: KeptFile) => void) => {
  const [seconds, setSeconds] = useState<number | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const recorder = useRef<MediaRecorder | null>(null)
  const start = async () => {
    setWrong(null)
    let stream: MediaStream
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    } catch {
      setWrong(w('noMic'))
      return
    }
    const mimeType = wanted.find((type) => MediaRecorder.isTypeSupported(type))
    const made = new MediaRecorder(stream, { ...(mimeType ? { mimeType } : {}), audioBitsPerSecond: 32_000 })
    const parts: Blob[] = []
    const begun = Date.now()
    const clock = setInterval(() => setSeconds(Math.floor((Date.now() - begun) / 1000)), 250)
    const limit = setTimeout(() => made.state === 'recording' && made.stop(), limits.voiceSeconds * 1000 - 200)
    made.addEventListener('dataavailable', (event) => parts.push(event.data))
    made.addEventListener('stop', () => {
      clearInterval(clock)
      clearTimeout(limit)
      for (const track of stream.getTracks()) track.stop()
      setSeconds(null)
      if (parts.length > 0) onDone(keptOf(new Blob(parts, { type: made.mimeType })))
    })
    recorder.current = made
    setSeconds(0)
    made.start(1000)
  }
  const finish = () => {
    if (recorder.current?.state === 'recording') recorder.current.stop()
  }
  useEffect(() => finish, [])
  return { seconds, wrong, start, finish }
}

const secondsOf = (file: File) =>
  new Promise<number>((resolve) => {
    const url = URL.createObjectURL(file)
    const audio = new Audio(url)
    audio.addEventListener('loadedmetadata', () => resolve(audio.duration))
    audio.addEventListener('error', () => resolve(0))
  })

const ChooseRecording = ({ onDone }: { onDone: (file: KeptFile) => void }) => {
  const [wrong, setWrong] = useState<string | null>(null)
  return (
    <div class="stack">
      <p>{w('noRecorder')}</p>
      <label class="field">
        <span class="strong">{w('pickAudio')}</span>
        <input
          type="file"
          accept="audio/*"
          capture="user"
          class="input"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            if (!file) return
            void secondsOf(file).then((length) =>
              // A length that is written nowhere is left to the server.
              Number.isFinite(length) && length > limits.voiceSeconds + 1
                ? setWrong(w('audioTooLong'))
                : onDone(keptOf(file)),
            )
          }}
        />
      </label>
      {wrong && <Wrong>{wrong}</Wrong>}
    </div>
  )
}

/** How long one may still speak: a number to glance at, a bar, and one word aloud when it is nearly full. */
const Countdown = ({ seconds }: { seconds: number }) => {
  const left = Math.max(0, limits.voiceSeconds - seconds)
  return (
    <div class="stack">
      <p role="timer" class="countdown">
        {w('canSpeak', { n: left })}
      </p>
      <progress class="countdown-bar" max={limits.voiceSeconds} value={seconds} aria-hidden="true" />
      <p role="status">{left > nearlyFull ? w('recording') : w('almostFull')}</p>
    </div>
  )
}

/** The sheet in which one records. */
const VoiceSheet = ({ onDone, onClose }: { onDone: (file: KeptFile) => void; onClose: () => void }) => {
  const { seconds, wrong, start, finish } = useRecorder(onDone)
  return (
    <Sheet title={w('voiceNote')} onClose={onClose}>
      {canRecord() ? (
        <div class="stack">
          {seconds === null ? <p>{w('voiceHint')}</p> : <Countdown seconds={seconds} />}
          {seconds === null ? (
            <button type="button" class="button main" onClick={() => void start()}>
              <Icon of={mic} /> {w('record')}
            </button>
          ) : (
            <button type="button" class="button main" onClick={finish}>
              <Icon of={stop} /> {w('stopRecord')}
            </button>
          )}
          {wrong && <Wrong>{wrong}</Wrong>}
        </div>
      ) : (
        <ChooseRecording onDone={onDone} />
      )}
    </Sheet>
  )
}

/** The recorded note, to hear and to remove. */
export const VoicePlayer = ({ file, onRemove }: { file: KeptFile; onRemove: () => void }) => {
  const url = useMemo(() => URL.createObjectURL(file.blob), [file])
  useEffect(() => () => URL.revokeObjectURL(url), [url])
  return (
    <div class="row spread">
      <audio controls src={url} aria-label={w('voiceNote')} />
      <button type="button" class="button plain" onClick={onRemove}>
        {w('removeVoice')}
      </button>
    </div>
  )
}
export default VoiceSheet
