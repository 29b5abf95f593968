// Whether a letter is genuine: checks what the desk says of it by the public log, and computes the digest of
// a file, all in this browser. The page forbids itself every request (connect-src 'none').
import {
  type LetterCode,
  type LetterStatement,
  letterCheckPath,
  letterCodeOf,
  readLetterCode,
  verifyStatement
} from '../../kernel/genuineness/index.ts'
import { parsePolicy, toHex } from '../../kernel/tlog/index.ts'
import type { CopyVerdict } from './checking/opened-copy.ts'
import type { CheckLetterTexts } from './checking/texts.ts'
import { el, foreign } from './reading/dom.ts'

type Statement = LetterStatement & { readonly proof: string | null }

const sealedHead = 'age-encryption.org/v1'
const codeForm = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\.[\w-]{43}/
const idForm = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/
const textBytesMax = 80_000_000

const root = document.querySelector<HTMLElement>('[data-check-letter]')
if (root !== null) start(root)

function start(of: HTMLElement): void {
  const texts = JSON.parse(of.dataset['texts'] ?? '{}') as CheckLetterTexts
  const code = readLetterCode(of.dataset['checkLetter'] ?? '')
  if (code !== null) judge(of, code, texts)
  const files = of.querySelector<HTMLElement>('[data-check-files]')
  const input = of.querySelector<HTMLInputElement>('[data-check-file]')
  if (files === null || input === null) return
  files.hidden = false
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file !== undefined) void take(of, file, { code, texts })
    // The same file may be chosen again.
    input.value = ''
  })
}

/** Believes nothing that the page says of the letter which the log does not prove. */
function judge(of: HTMLElement, code: LetterCode, texts: CheckLetterTexts): void {
  const statements = JSON.parse(of.dataset['statements'] ?? '[]') as Statement[]
  const status = of.querySelector<HTMLElement>('[data-check-status]')
  if (statements.length === 0 || status === null) return
  const read = parsePolicy(`${of.dataset['policy'] ?? ''}\n`)
  const policy = read.ok && read.value.logs.length > 0 ? read.value : null
  const proofs = statements.flatMap((statement) =>
    statement.proof === null
      ? []
      : [verifyStatement({ ...statement, ...code }, statement.proof, policy)]
  )
  const isRefused = proofs.some(({ ok }) => !ok)
  status.hidden = false
  status.dataset['verdict'] = isRefused
    ? 'refused'
    : proofs.length === statements.length
      ? 'proven'
      : 'partly'
  if (isRefused) {
    // Nothing of the answer is left to be believed.
    of.querySelector('[data-check-verdict]')?.replaceChildren()
    status.textContent = texts.refusedHere
    status.setAttribute('role', 'alert')
    return
  }
  status.textContent = proofs.length === statements.length ? texts.provenHere : texts.provenPartly
}

/** What a file is found to be. */
type Found =
  | { readonly is: 'no-letter' | 'same' | 'other' }
  | { readonly is: 'letter'; readonly code: LetterCode }
  | { readonly is: 'needs-id'; readonly sha256: string }
  | { readonly is: 'copy'; readonly code: LetterCode; readonly verdict: CopyVerdict }

async function take(
  of: HTMLElement,
  file: File,
  { code, texts }: { readonly code: LetterCode | null; readonly texts: CheckLetterTexts }
): Promise<void> {
  const place = of.querySelector<HTMLElement>('[data-check-copy]')
  place?.replaceChildren()
  const found = await whatIs(of, file, code)
  const isBare = found.is === 'copy' && found.verdict.is === 'bare'
  if (found.is === 'letter' || isBare) {
    go(found.code)
    return
  }
  if (found.is === 'needs-id') fillHash(of, found.sha256)
  const status = of.querySelector<HTMLElement>('[data-check-file-status]')
  if (status === null) return
  if (found.is === 'copy') {
    tellCopy(of, found, { texts, status, place })
    return
  }
  status.dataset['verdict'] = found.is
  status.textContent = {
    'no-letter': texts.noLetter,
    same: texts.sameFile,
    other: texts.otherFile,
    'needs-id': texts.needsId
  }[found.is]
}

/** @param asked - The letter that the page was opened for. */
async function whatIs(of: HTMLElement, file: File, asked: LetterCode | null): Promise<Found> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (!startsSealed(bytes)) return openedAs(of, bytes, asked)
  const sha256 = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
  const own = letterCodeOf(idForm.exec(file.name)?.[0] ?? '', sha256)
  const isAsked = asked !== null && (own === null || own.letter === asked.letter)
  if (isAsked) {
    const isSame = letterCodeOf(asked.letter, sha256)?.sha256 === asked.sha256
    return { is: isSame ? 'same' : 'other' }
  }
  return own === null ? { is: 'needs-id', sha256 } : { is: 'letter', code: own }
}

/** An opened copy: with what was signed in it, or with the code of its letter alone. */
async function openedAs(
  of: HTMLElement,
  bytes: Uint8Array,
  asked: LetterCode | null
): Promise<Found> {
  const text = bytes.length > textBytesMax ? '' : new TextDecoder().decode(bytes)
  const code = codeIn(text)
  if (code === null) return { is: 'no-letter' }
  if (asked !== null && asked.letter !== code.letter) return { is: 'other' }
  if (!text.includes('data-letter-proof')) return { is: 'letter', code }
  const { judgeCopy } = await import('./checking/opened-copy.ts')
  const believed = { policy: `${of.dataset['policy'] ?? ''}\n`, host: location.host }
  return { is: 'copy', code, verdict: judgeCopy(text, code.letter, believed) }
}

/** Says what a copy is; of a true one, what was signed, to be read here. */
function tellCopy(
  of: HTMLElement,
  { code, verdict }: Extract<Found, { is: 'copy' }>,
  on: {
    readonly texts: CheckLetterTexts
    readonly status: HTMLElement
    readonly place: HTMLElement | null
  }
): void {
  const { texts, status, place } = on
  const isOther = verdict.is === 'same' && !isOfSender(of, verdict.owner)
  const is = isOther ? 'unproven' : verdict.is
  status.dataset['verdict'] = `copy-${is}`
  status.textContent = {
    bare: '',
    same: texts.copySame,
    altered: texts.copyAltered,
    unproven: texts.copyUnproven
  }[is]
  if (verdict.is !== 'same' || isOther) return
  const link = el('a', { class: 'link', href: addressOf(code) }, texts.copySeeLog)
  place?.replaceChildren(
    el('p', {}, foreign(verdict.key)),
    el('p', {}, link),
    el('p', { class: 'field-help' }, texts.copyAside),
    el(
      'details',
      { class: 'disclosure' },
      el('summary', {}, texts.copySigned),
      el('div', { class: 'disclosure-body' }, verdict.body)
    )
  )
}

/** Where the log names a sender of this letter, the copy has to be signed by the same. */
function isOfSender(of: HTMLElement, owner: string): boolean {
  const statements = JSON.parse(of.dataset['statements'] ?? '[]') as Statement[]
  const said = owner.startsWith('unit:') ? owner : 'person'
  return statements.every(({ sender }) => sender === said)
}

function fillHash(of: HTMLElement, sha256: string): void {
  const hash = of.querySelector<HTMLInputElement>('input[name="sha256"]')
  if (hash === null) return
  hash.value = sha256
  hash.closest('details')?.setAttribute('open', '')
}

/** The desk is asked by the address of a page: id and digest, and nothing of the file. */
function go(code: LetterCode): void {
  location.assign(addressOf(code))
}

function addressOf(code: LetterCode): string {
  const prefix = document.documentElement.lang === 'en' ? '/en' : ''
  return prefix + letterCheckPath(code)
}

function startsSealed(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, sealedHead.length)) === sealedHead
}

function codeIn(text: string): LetterCode | null {
  const found = codeForm.exec(text)?.[0]
  return found === undefined ? null : readLetterCode(found)
}
