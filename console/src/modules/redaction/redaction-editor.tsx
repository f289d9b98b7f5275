// Draws boxes over a photo with pointer or keyboard; the server burns them in.
import { Button, Modal } from 'antd'
import { Plus, Trash2, Undo2 } from 'lucide-react'
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { addressOf, useAct, type Out } from '../../platform/api.ts'
import { useDone } from '../../platform/done.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { between, nudged, useBoxes, within, type Box, type Drawing, type Size } from './boxes.ts'
import './redaction.css'
import { words } from './words.ts'

export type Photo = Out<'GET /api/redaction/cases/:id'>['photos'][number]
interface EditorProps {
  readonly caseId: string
  readonly photo: Photo
  readonly close: () => void
}
const share = (part: number, whole: number) => `${(part / whole) * 100}%`
const placed = (box: Box, size: Size) => ({
  left: share(box.x, size.width),
  top: share(box.y, size.height),
  width: share(box.width, size.width),
  height: share(box.height, size.height),
})

export const RedactionEditor = ({ caseId, photo, close }: EditorProps) => {
  const say = useWords(words)
  const drawing = useBoxes(photo.redactions[0]?.areas ?? [])
  const act = useAct('POST /api/redaction/cases/:id/photos/:photoId/redactions', {
    onDone: useDone(say.saved, close),
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    drawing.undo()
  }
  return (
    <Modal
      open
      title={say.editor}
      width={860}
      footer={null}
      onCancel={close}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <div className="stack" onKeyDown={onKeyDown}>
        <p>{say.editorLead}</p>
        <p className="quiet">{say.keys}</p>
        <Tools photo={photo} drawing={drawing} />
        <Canvas photo={photo} boxes={drawing.boxes} set={drawing.set} />
        {act.error ? <ProblemPanel problem={act.error} /> : null}
        <div className="ask-buttons">
          <Button onClick={close}>{say.cancel}</Button>
          <Button
            type="primary"
            loading={act.isPending}
            disabled={drawing.boxes.length === 0}
            onClick={() =>
              act.mutate({ params: { id: caseId, photoId: photo.id }, body: { areas: [...drawing.boxes] } })
            }
          >
            {say.save}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
const Tools = ({ photo, drawing }: { readonly photo: Photo; readonly drawing: Drawing }) => {
  const say = useWords(words)
  const addBox = () => {
    const [width, height] = [Math.round(photo.width / 4), Math.round(photo.height / 4)]
    const box = within({ x: (photo.width - width) / 2, y: (photo.height - height) / 2, width, height }, photo)
    drawing.set([...drawing.boxes, box])
  }
  return (
    <div className="row redaction-tools">
      <Button icon={<Plus size={16} aria-hidden />} onClick={addBox}>
        {say.addBox}
      </Button>
      <Button icon={<Undo2 size={16} aria-hidden />} disabled={!drawing.mayUndo} onClick={drawing.undo}>
        {say.undo}
      </Button>
      <Button
        icon={<Trash2 size={16} aria-hidden />}
        disabled={drawing.boxes.length === 0}
        onClick={() => drawing.set([])}
      >
        {say.clear}
      </Button>
      <span role="status">{say.count(drawing.boxes.length)}</span>
    </div>
  )
}
interface CanvasProps {
  readonly photo: Photo
  readonly boxes: readonly Box[]
  readonly set: (boxes: readonly Box[]) => void
}
const Canvas = ({ photo, boxes, set }: CanvasProps) => {
  const frame = useRef<HTMLDivElement>(null)
  const [from, setFrom] = useState<{ x: number; y: number } | null>(null)
  const [draft, setDraft] = useState<Box | null>(null)
  const pointOf = (event: PointerEvent) => {
    const area = frame.current!.getBoundingClientRect()
    return {
      x: ((event.clientX - area.left) / area.width) * photo.width,
      y: ((event.clientY - area.top) / area.height) * photo.height,
    }
  }
  const finish = () => {
    // A tap is no box.
    const least = photo.width / 100
    if (draft && (draft.width > least || draft.height > least)) set([...boxes, within(draft, photo)])
    setFrom(null)
    setDraft(null)
  }
  return (
    <div
      ref={frame}
      className="redaction-canvas"
      style={{ aspectRatio: `${photo.width} / ${photo.height}` }}
      onPointerDown={(event) => {
        if (event.button !== 0 || (event.target as Element).closest('button')) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setFrom(pointOf(event))
      }}
      onPointerMove={(event) => {
        if (from) setDraft(between(from, pointOf(event)))
      }}
      onPointerUp={finish}
      onPointerCancel={finish}
    >
      <img src={addressOf('GET /api/files/:id', { params: { id: photo.id } })} alt="" draggable={false} />
      {boxes.map((box, index) => (
        <BoxHandle key={index} index={index} box={box} photo={photo} boxes={boxes} set={set} />
      ))}
      {draft ? <div className="redaction-draft" style={placed(draft, photo)} /> : null}
    </div>
  )
}
const BoxHandle = ({ index, box, photo, boxes, set }: CanvasProps & { readonly index: number; readonly box: Box }) => {
  const say = useWords(words)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      set(boxes.toSpliced(index, 1))
      return
    }
    const moved = nudged(box, event.key, event.shiftKey, photo)
    if (!moved) return
    event.preventDefault()
    set(boxes.with(index, moved))
  }
  const at = (part: number, whole: number) => Math.round((part / whole) * 100)
  return (
    <button
      type="button"
      className="redaction-box"
      style={placed(box, photo)}
      aria-label={say.box(index + 1, at(box.x, photo.width), at(box.y, photo.height))}
      onKeyDown={onKeyDown}
    />
  )
}
