import { find, type VerifyPage } from './elements.ts'
import { codeReader } from './read-codes.ts'

const lookMilliseconds = 150

/** Reads codes with the camera until they make a whole, then gives their texts to `take`. */
export function offerCamera(page: VerifyPage, take: (text: string) => void): void {
  const { root, texts } = page
  const button = find(root, 'camera', HTMLButtonElement)
  const status = find(root, 'camera-status')
  const video = find(root, 'video', HTMLVideoElement)
  const stop = find(root, 'camera-stop', HTMLButtonElement)
  let stream: MediaStream | null = null
  const isOpen = () => stream !== null
  const say = (text: string) => {
    status.textContent = text
  }
  const end = () => {
    for (const track of stream?.getTracks() ?? []) track.stop()
    stream = null
    video.srcObject = null
    video.hidden = stop.hidden = true
    button.hidden = false
  }
  button.addEventListener('click', () => {
    void begin()
  })
  stop.addEventListener('click', () => {
    end()
    say('')
    button.focus()
  })

  async function begin(): Promise<void> {
    say(texts.cameraStart)
    try {
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment', width: { ideal: 1920 } }
      })
    } catch (error) {
      const isAbsent = error instanceof DOMException && error.name === 'NotFoundError'
      say(isAbsent ? texts.cameraNone : texts.cameraDenied)
      return
    }
    video.srcObject = stream
    video.hidden = stop.hidden = false
    button.hidden = true
    await video.play()
    say(texts.cameraLooking)
    const text = await look()
    if (text === null) return
    end()
    say('')
    take(text)
  }

  /** What the codes say together; `null` if the reader stopped before. */
  async function look(): Promise<string | null> {
    const read = await codeReader()
    while (isOpen()) {
      for (const code of await read(video)) {
        const whole = page.parts.take(code)
        if (whole !== null) return whole
      }
      const { count } = page.parts
      if (count > 0) say(texts.partsRead.replace('%', numbered(count, page.lang)))
      await new Promise((resolve) => setTimeout(resolve, lookMilliseconds))
    }
    return null
  }
}

function numbered(count: number, lang: 'fa' | 'en'): string {
  return new Intl.NumberFormat(lang === 'fa' ? 'fa-IR' : 'en-GB').format(count)
}
