// Photos are made smaller on the phone before they travel: at most 1920 px, upright, JPEG.

/** The phone cannot read this picture; `heic` if it is an iPhone original. */
export class UnreadablePhoto extends Error {
  readonly heic: boolean
  constructor(heic: boolean) {
    super('unreadable photo')
    this.heic = heic
  }
}
const longestSide = 1920
const quality = 0.85

type Drawable = { readonly width: number; readonly height: number; readonly source: CanvasImageSource }

const byBitmap = async (file: File): Promise<Drawable> => {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  return { width: bitmap.width, height: bitmap.height, source: bitmap }
}
const byImage = async (file: File): Promise<Drawable> => {
  const url = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    return { width: image.naturalWidth, height: image.naturalHeight, source: image }
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** Size after shrinking, with the proportions kept. */
export const fit = (width: number, height: number): { width: number; height: number } => {
  const scale = Math.min(1, longestSide / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** The photo, shrunk. Throws `UnreadablePhoto`. */
export const shrink = async (file: File): Promise<Blob> => {
  const isHeic = /hei[cf]/i.test(file.type) || /\.hei[cf]$/i.test(file.name)
  const drawable = await byBitmap(file)
    .catch(() => byImage(file))
    .catch(() => {
      throw new UnreadablePhoto(isHeic)
    })
  const { width, height } = fit(drawable.width, drawable.height)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) throw new UnreadablePhoto(isHeic)
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.drawImage(drawable.source, 0, 0, width, height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  if (!blob) throw new UnreadablePhoto(isHeic)
  return blob
}
