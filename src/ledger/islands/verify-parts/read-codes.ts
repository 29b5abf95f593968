/** Finds the texts of QR codes in a picture or in what a camera sees. */
export type CodeReader = (picture: ImageBitmap | HTMLVideoElement) => Promise<string[]>

interface NativeDetector {
  detect(picture: ImageBitmapSource): Promise<{ rawValue: string }[]>
}
interface NativeDetectors {
  new (options: { formats: string[] }): NativeDetector
  getSupportedFormats(): Promise<string[]>
}

const sideMax = 1600

/** The browser's own reader where it has one; else a library, which is loaded only now. */
export async function codeReader(): Promise<CodeReader> {
  const native = (globalThis as { BarcodeDetector?: NativeDetectors }).BarcodeDetector
  const formats = await native?.getSupportedFormats().catch((): string[] => [])
  if (native !== undefined && formats?.includes('qr_code') === true) {
    const detector = new native({ formats: ['qr_code'] })
    return async (picture) =>
      (await detector.detect(picture).catch(() => [])).map(({ rawValue }) => rawValue)
  }
  const { decodeQR } = await import('qr/decode.js')
  const canvas = document.createElement('canvas')
  const drawing = canvas.getContext('2d', { willReadFrequently: true })
  return (picture) => {
    if (drawing === null || !draw(picture, canvas, drawing)) return Promise.resolve([])
    const texts = stretches(canvas, picture).flatMap(({ left, top, width, height }) => {
      try {
        const image = drawing.getImageData(left, top, width, height)
        return [decodeQR(image, { effort: 3, timeLimit: 200 })]
      } catch {
        return []
      }
    })
    return Promise.resolve([...new Set(texts)])
  }
}

/**
 * The library finds one code: of a receipt printed as two, each half of the picture holds one. A camera
 * is simply moved to the next.
 */
function stretches({ width, height }: HTMLCanvasElement, picture: ImageBitmap | HTMLVideoElement) {
  const whole = { left: 0, top: 0, width, height }
  if (picture instanceof HTMLVideoElement) return [whole]
  const [halfWidth, halfHeight] = [Math.floor(width / 2), Math.floor(height / 2)]
  return [
    whole,
    { left: 0, top: 0, width: halfWidth, height },
    { left: halfWidth, top: 0, width: halfWidth, height },
    { left: 0, top: 0, width, height: halfHeight },
    { left: 0, top: halfHeight, width, height: halfHeight }
  ]
}

function draw(
  picture: ImageBitmap | HTMLVideoElement,
  canvas: HTMLCanvasElement,
  drawing: CanvasRenderingContext2D
): boolean {
  const isVideo = picture instanceof HTMLVideoElement
  const width = isVideo ? picture.videoWidth : picture.width
  const height = isVideo ? picture.videoHeight : picture.height
  if (width === 0 || height === 0) return false
  const scale = Math.min(1, sideMax / Math.max(width, height))
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  drawing.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return true
}
