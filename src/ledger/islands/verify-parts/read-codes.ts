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
    const image = drawing === null ? null : pixels(picture, canvas, drawing)
    if (image === null) return Promise.resolve([])
    try {
      return Promise.resolve([decodeQR(image, { effort: 3, timeLimit: 200 })])
    } catch {
      return Promise.resolve([])
    }
  }
}

function pixels(
  picture: ImageBitmap | HTMLVideoElement,
  canvas: HTMLCanvasElement,
  drawing: CanvasRenderingContext2D
): ImageData | null {
  const isVideo = picture instanceof HTMLVideoElement
  const width = isVideo ? picture.videoWidth : picture.width
  const height = isVideo ? picture.videoHeight : picture.height
  if (width === 0 || height === 0) return null
  const scale = Math.min(1, sideMax / Math.max(width, height))
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  drawing.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return drawing.getImageData(0, 0, canvas.width, canvas.height)
}
