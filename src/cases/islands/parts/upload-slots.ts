import { Upload } from 'tus-js-client'
import { type FileFormat, fileFormats } from '../../../kernel/files/index.ts'

/** What is sent instead of a chosen file. */
export interface PreparedFile {
  readonly file: File
  readonly metadata: Readonly<Record<string, string>>
  /** Called once it is there, before the page is drawn anew. */
  done(upload: string): void
}

/** How slots of a page work. */
export interface SlotWork {
  /** What is sent instead of a file that was chosen; a text says why it is not sent. */
  readonly prepare?: (file: File, box: HTMLElement) => Promise<PreparedFile | string>
  /** Called for the slots as they are, and again after each that was filled. */
  readonly ready?: () => void
}

interface SlotTexts {
  readonly sending: string
  readonly resuming: string
  readonly failed: string
  readonly tooLarge: string
  readonly wrongType: string
  readonly empty: string
  readonly attached: string
  readonly photo: string
}

interface Slot {
  readonly box: HTMLElement
  readonly form: HTMLFormElement
  readonly input: HTMLInputElement
  readonly bar: HTMLProgressElement
  readonly progress: HTMLElement
  readonly status: HTMLElement
  readonly texts: SlotTexts
}

const piece = 512 * 1024
const lang = document.documentElement.lang === 'en' ? 'en' : 'fa'
const numbers = new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'fa-IR', {
  style: 'percent',
  maximumFractionDigits: 0
})

let work: SlotWork = {}

/** Documents by drag, camera or file: sent in pieces, resumed after a broken line. */
export function startUploads(how: SlotWork = {}): void {
  work = how
  begin()
}

function begin(): void {
  work.ready?.()
  for (const box of document.querySelectorAll<HTMLElement>(
    '[data-upload][data-endpoint]:not([data-ready])'
  )) {
    const slot = slotOf(box)
    if (slot !== null) start(slot)
  }
}

function slotOf(box: HTMLElement): Slot | null {
  const form = box.closest('form')
  const input = box.querySelector<HTMLInputElement>('input[type="file"]')
  const progress = box.querySelector<HTMLElement>('[data-upload-progress]')
  const bar = progress?.querySelector('progress') ?? null
  const status = box.querySelector<HTMLElement>('[data-upload-status]')
  const texts = JSON.parse(box.dataset.texts ?? '{}') as SlotTexts
  if (form === null || input === null || progress === null || bar === null || status === null)
    return null
  return { box, form, input, bar, progress, status, texts }
}

function start(slot: Slot): void {
  const { box, form, input } = slot
  box.dataset.ready = ''
  // The button of the plain form is for pages without script.
  for (const button of form.querySelectorAll<HTMLElement>('[data-upload-plain]'))
    button.hidden = true
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file !== undefined) void take(slot, file)
  })
  const drop = box.querySelector<HTMLElement>('[data-upload-drop]')
  drop?.addEventListener('dragover', (event) => {
    event.preventDefault()
    drop.classList.add('upload-over')
  })
  drop?.addEventListener('dragleave', () => {
    drop.classList.remove('upload-over')
  })
  drop?.addEventListener('drop', (event) => {
    event.preventDefault()
    drop.classList.remove('upload-over')
    const file = event.dataTransfer?.files[0]
    if (file !== undefined) void take(slot, file)
  })
  if (drop !== null && takesPictures(slot) && window.matchMedia('(pointer: coarse)').matches)
    offerCamera(slot, drop)
}

function takesPictures({ input }: Slot): boolean {
  return /image|\.jpe?g|\.png/.test(input.accept)
}

function offerCamera(slot: Slot, drop: HTMLElement): void {
  const camera = document.createElement('input')
  camera.type = 'file'
  camera.accept = 'image/jpeg,image/png'
  camera.setAttribute('capture', 'environment')
  camera.hidden = true
  camera.addEventListener('change', () => {
    const file = camera.files?.[0]
    if (file !== undefined) void take(slot, file)
  })
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'btn btn-outline'
  button.textContent = slot.texts.photo
  button.addEventListener('click', () => {
    camera.click()
  })
  drop.append(button, camera)
}

async function take(slot: Slot, file: File): Promise<void> {
  const fault = faultOf(slot, file)
  if (fault !== null) {
    say(slot, fault, 'wrong')
    return
  }
  if (work.prepare === undefined) {
    send(slot, { file, metadata: { name: file.name }, done: () => {} }, file.name)
    return
  }
  slot.bar.value = 0
  say(slot, slot.box.dataset.preparing ?? '', 'going')
  const prepared = await work.prepare(file, slot.box)
  if (typeof prepared === 'string') say(slot, prepared, 'wrong')
  else send(slot, prepared, file.name)
}

function send(slot: Slot, prepared: PreparedFile, name: string): void {
  const { file } = prepared
  const { endpoint = '', metadata = '{}' } = slot.box.dataset
  const upload = new Upload(file, {
    endpoint,
    chunkSize: piece,
    retryDelays: [0, 1000, 3000, 5000, 10_000, 20_000, 40_000],
    removeFingerprintOnSuccess: true,
    // What was prepared for this sending is another file the next time.
    storeFingerprintForResuming: work.prepare === undefined,
    metadata: { ...(JSON.parse(metadata) as Record<string, string>), ...prepared.metadata },
    headers: { 'x-csrf-token': token(slot.form), 'accept-language': lang },
    onProgress: (sent, whole) => {
      slot.bar.value = whole === 0 ? 0 : sent / whole
      say(slot, slot.texts.sending.replace('%', numbers.format(slot.bar.value)), 'going')
    },
    onShouldRetry: (error) => {
      const status = error.originalResponse?.getStatus() ?? 0
      if (status !== 0 && status < 500 && status !== 423 && status !== 409) return false
      say(slot, slot.texts.resuming, 'going')
      return true
    },
    onError: (error) => {
      say(slot, problemIn(error) ?? slot.texts.failed, 'wrong')
    },
    onSuccess: () => {
      const id = upload.url?.split('/').at(-1) ?? ''
      prepared.done(id)
      void handIn(slot, { name, upload: id })
    }
  })
  slot.bar.value = 0
  say(slot, slot.texts.sending.replace('%', numbers.format(0)), 'going')
  void upload.findPreviousUploads().then((earlier) => {
    if (earlier[0] !== undefined) upload.resumeFromPreviousUpload(earlier[0])
    upload.start()
    return undefined
  })
}

/** Tells whoever waits for the file that it is here, and shows what the page then says. */
async function handIn(
  slot: Slot,
  { name, upload }: { name: string; upload: string }
): Promise<void> {
  const to = slot.box.dataset.handIn
  if (to !== undefined) {
    const body = new URLSearchParams({ upload, _csrf: token(slot.form) })
    const headers = { accept: 'application/json', 'accept-language': lang }
    const answer = await fetch(to, { method: 'POST', headers, body }).catch(() => null)
    if (answer?.ok !== true) {
      say(slot, titleOf(await answer?.text()) ?? slot.texts.failed, 'wrong')
      return
    }
  }
  await refresh(slot.texts.attached.replace('%', name), slot.box.dataset.uploadName ?? '')
}

function faultOf({ box, input, texts }: Slot, file: File): string | null {
  if (file.size === 0) return texts.empty
  if (file.size > Number(box.dataset.sizeBytesMax ?? '0')) return texts.tooLarge
  const name = file.name.toLowerCase()
  const fits = input.accept
    .split(',')
    .some((each) => (each.startsWith('.') ? name.endsWith(each) : file.type === each))
  return fits ? null : texts.wrongType
}

function problemIn(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('originalResponse' in error)) return null
  return titleOf((error.originalResponse as { getBody(): string } | null)?.getBody())
}

/** The sentence that an answer says no with: a problem document's title, or a line of plain text. */
function titleOf(body: string | undefined): string | null {
  const text = (body ?? '').trim()
  try {
    const problem: unknown = JSON.parse(text)
    return typeof problem === 'object' && problem !== null && 'title' in problem
      ? String(problem.title)
      : null
  } catch {
    return text !== '' && text.length < 300 && !text.startsWith('<') ? text : null
  }
}

function token(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value ?? ''
}

function say(slot: Slot, text: string, tone: 'going' | 'wrong'): void {
  slot.progress.hidden = false
  slot.bar.hidden = tone === 'wrong'
  slot.status.textContent = text
  slot.box.classList.toggle('field-wrong', tone === 'wrong')
  slot.status.classList.toggle('field-problem', tone === 'wrong')
}

/** Takes the part of the page with the documents anew from the server, so that it says what is there. */
async function refresh(text: string, name: string): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const part of document.querySelectorAll<HTMLElement>('[data-refresh]')) {
    const next = fresh.getElementById(part.id)
    if (next !== null) part.replaceWith(document.importNode(next, true))
  }
  begin()
  const status = document.querySelector<HTMLElement>(
    `[data-upload-name="${name}"] [data-upload-status]`
  )
  const progress = status?.closest<HTMLElement>('[data-upload-progress]') ?? null
  if (status === null || status === undefined || progress === null) return
  progress.hidden = false
  progress.querySelector('progress')?.setAttribute('hidden', '')
  status.textContent = text
}

/** The formats that the card takes for the document of a slot. */
export function formatsOf(box: HTMLElement): FileFormat[] {
  const asked = (box.dataset.formats ?? '').split(' ')
  return fileFormats.filter((format) => asked.includes(format))
}
