// Checks receipts and promises in this browser. Nothing that is brought here is sent anywhere: the page
// forbids itself every request (connect-src 'none').
import { type Policy, parsePolicy, policyMessages } from '../../kernel/tlog/index.ts'
import { type Evidence, readEvidence, tellEvidence } from '../../kernel/verdict/index.ts'
import { offerCamera } from './verify-parts/camera.ts'
import { find, type VerifyPage } from './verify-parts/elements.ts'
import { PaperParts } from './verify-parts/parts.ts'
import { codeReader } from './verify-parts/read-codes.ts'
import { showTellings } from './verify-parts/show-telling.ts'
import type { VerifyTexts } from './verify-parts/texts.ts'
import { nowSeconds, timeText } from './verify-parts/time-text.ts'

/** One thing that was brought: its name if it is a file, and its content. */
interface Brought {
  readonly name: string | null
  readonly content: Uint8Array | string
}

const readBytesMax = 1_048_577
const pictureBytesMax = 40_000_000
const filesMax = 20

const root = document.querySelector<HTMLElement>('[data-verify]')
if (root !== null) start(root)

function start(of: HTMLElement): void {
  const page: VerifyPage = {
    root: of,
    lang: document.documentElement.lang === 'en' ? 'en' : 'fa',
    texts: JSON.parse(of.dataset.texts ?? '{}') as VerifyTexts,
    result: find(of, 'result'),
    policy: find(of, 'policy', HTMLTextAreaElement),
    parts: new PaperParts()
  }
  find(of, 'tool').hidden = false
  // A reload must not keep keys that somebody typed for one look.
  page.policy.value = page.policy.defaultValue
  takeFiles(page)
  const text = find(of, 'text', HTMLTextAreaElement)
  find(of, 'paste', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault()
    judge(page, [{ name: null, content: text.value }])
  })
  offerCamera(page, (content) => {
    judge(page, [{ name: null, content }])
  })
  takeLink(page)
}

/** A telephone's camera opens this page with a part of a receipt behind the `#`. */
function takeLink(page: VerifyPage): void {
  const take = () => {
    if (!location.hash.startsWith('#r=')) return
    const content = page.parts.take(location.hash) ?? page.parts.text
    judge(page, [{ name: null, content }])
  }
  window.addEventListener('hashchange', take)
  take()
}

function takeFiles(page: VerifyPage): void {
  const drop = find(page.root, 'drop')
  const input = find(page.root, 'file', HTMLInputElement)
  drop.dataset.ready = ''
  input.addEventListener('change', () => {
    void judgeFiles(page, [...(input.files ?? [])])
    // The same file may be chosen again after it was mended.
    input.value = ''
  })
  // A file that misses the place must not replace the page.
  window.addEventListener('dragover', (event) => {
    event.preventDefault()
    if (event.target instanceof Node && drop.contains(event.target)) drop.dataset.over = ''
    else delete drop.dataset.over
  })
  window.addEventListener('drop', (event) => {
    event.preventDefault()
    delete drop.dataset.over
    void judgeFiles(page, [...(event.dataTransfer?.files ?? [])])
  })
}

async function judgeFiles(page: VerifyPage, files: readonly File[]): Promise<void> {
  if (files.length === 0) return
  const some = files.slice(0, filesMax)
  const codes = (await Promise.all(some.map(codesOf))).flat()
  const plain = await Promise.all(some.filter((file) => !isPicture(file)).map(broughtFrom))
  const whole = codes.flatMap((code) => page.parts.take(code) ?? [])
  const scanned = whole.length === 0 && codes.length > 0 ? [page.parts.text] : whole
  const brought = [...plain, ...scanned.map((content) => ({ name: null, content }))]
  // A picture in which nothing was found is told like any other file that is no receipt.
  judge(page, brought.length === 0 ? await Promise.all(some.map(broughtFrom)) : brought)
}

function isPicture(file: File): boolean {
  return file.type.startsWith('image/') && file.size <= pictureBytesMax
}

/** What the QR codes of a picture say; nothing for other files. */
async function codesOf(file: File): Promise<string[]> {
  const picture = isPicture(file) ? await createImageBitmap(file).catch(() => null) : null
  return picture === null ? [] : (await codeReader())(picture)
}

async function broughtFrom(file: File): Promise<Brought> {
  // One byte more than any receipt has is enough to see that it is none.
  const bytes = await file
    .slice(0, readBytesMax)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0))
  return { name: file.name, content: new Uint8Array(bytes) }
}

/** Judges everything that was brought together: a receipt among it answers the promises among it. */
function judge(page: VerifyPage, brought: readonly Brought[]): void {
  const policy = policyOf(page)
  if (policy === undefined) return
  const found = brought.map(({ name, content }) => ({
    name,
    evidence: evidenceOf(content, policy)
  }))
  const receipts = found.flatMap(({ evidence }) =>
    evidence.kind === 'receipt' && evidence.verdict.verdict === 'proven' ? [evidence.verdict] : []
  )
  const closings = found.flatMap(({ evidence }) =>
    evidence.kind === 'entry' ? [evidence.verdict] : []
  )
  const { lang } = page
  const time = (second: number) => timeText(second, lang)
  const options = { lang, now: nowSeconds(), time, closings }
  showTellings(
    page,
    found.map(({ name, evidence }) => ({
      name: found.length > 1 ? name : null,
      telling: tellEvidence(evidence, { ...options, receipt: answerTo(evidence, receipts) })
    }))
  )
}

type Proven = Extract<
  Extract<Evidence, { kind: 'receipt' }>['verdict'],
  { readonly verdict: 'proven' }
>

/** The receipt that answers a promise; if none does, the first, so that the reader hears of it. */
function answerTo(evidence: Evidence, receipts: readonly Proven[]): Proven | null {
  if (evidence.kind !== 'promise') return null
  const { commitment } = evidence.promise
  const answer = receipts.find((receipt) =>
    receipt.commitment.every((byte, i) => byte === commitment[i])
  )
  return answer ?? receipts[0] ?? null
}

function evidenceOf(content: Uint8Array | string, policy: Policy | null): Evidence {
  try {
    return readEvidence(content, policy)
  } catch {
    // Whatever a hostile file manages to break, it never comes to "proven".
    return { kind: 'receipt', verdict: { verdict: 'unreadable', reason: 'proof-form' } }
  }
}

/** The policy of the page; `null` without any key, `undefined` if it is wrong, which is then told. */
function policyOf(page: VerifyPage): Policy | null | undefined {
  const text = page.policy.value.trim()
  if (text === '') return null
  const policy = parsePolicy(`${text}\n`)
  if (policy.ok) return policy.value.logs.length === 0 ? null : policy.value
  const line = new Intl.NumberFormat(page.lang === 'fa' ? 'fa-IR' : 'en-GB').format(policy.line)
  showTellings(page, [
    {
      name: null,
      telling: {
        outcome: 'refused',
        tone: 'broken',
        title: page.texts.policyWrong.replace('%', line),
        summary: policyMessages.entries[policy.reason][page.lang],
        proves: [],
        provesNot: [],
        rows: [],
        statement: null
      }
    }
  ])
  return undefined
}
