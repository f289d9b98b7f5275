// Reads a code from a picture: with the browser's own reader where it has one (Android), else with one that is fetched
// when it is first needed (iPhone, and WeChat on it).
type Read = (from: HTMLCanvasElement) => Promise<string | null>
interface Detector {
  detect(from: HTMLCanvasElement): Promise<readonly { readonly rawValue: string }[]>
}
type DetectorMaker = new (options: { formats: string[] }) => Detector

const browsersOwn = (): Read | null => {
  const maker = (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector
  return maker === undefined
    ? null
    : async (from) => (await new maker({ formats: ['qr_code'] }).detect(from))[0]?.rawValue ?? null
}
const fetched: Read = async (from) => {
  const { default: jsqr } = await import('jsqr')
  const pixels = from.getContext('2d')!.getImageData(0, 0, from.width, from.height)
  return jsqr(pixels.data, pixels.width, pixels.height)?.data || null
}
let isOwnBroken = false
/** Some phones name a reader that then fails: from then on the fetched one reads. */
const read: Read = async (from) => {
  const own = isOwnBroken ? null : browsersOwn()
  if (own === null) return fetched(from)
  return own(from).catch(() => {
    isOwnBroken = true
    return fetched(from)
  })
}
interface Size {
  readonly width: number
  readonly height: number
}
const drawn = (picture: CanvasImageSource, { width, height }: Size, longest: number): HTMLCanvasElement => {
  const scale = Math.min(1, longest / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  canvas.getContext('2d', { willReadFrequently: true })!.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}
const FRAME = 720
/** The code in what a camera sees now; null where there is none. */
export const codeInFrame = (video: HTMLVideoElement): Promise<string | null> =>
  read(drawn(video, { width: video.videoWidth, height: video.videoHeight }, FRAME))
/** Tried in turn: a code that fills the photo, one that is small in it, one that is blurred. */
const SIDES = [1000, 1920, 500]
/** The code in a photo; null where none is seen. */
export const codeInPhoto = async (photo: Blob): Promise<string | null> => {
  const bitmap = await createImageBitmap(photo)
  for (const side of SIDES) {
    const code = await read(drawn(bitmap, bitmap, side))
    if (code !== null) return code
  }
  return null
}
