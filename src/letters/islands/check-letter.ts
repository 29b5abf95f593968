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
import type { CheckLetterTexts } from './checking/texts.ts'

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

async function take(
  of: HTMLElement,
  file: File,
  { code, texts }: { readonly code: LetterCode | null; readonly texts: CheckLetterTexts }
): Promise<void> {
  const found = await whatIs(file, code)
  if (found.is === 'letter') {
    go(found.code)
    return
  }
  if (found.is === 'needs-id') fillHash(of, found.sha256)
  const status = of.querySelector<HTMLElement>('[data-check-file-status]')
  if (status === null) return
  status.dataset['verdict'] = found.is
  status.textContent = {
    'no-letter': texts.noLetter,
    same: texts.sameFile,
    other: texts.otherFile,
    'needs-id': texts.needsId
  }[found.is]
}

/** @param asked - The letter that the page was opened for. */
async function whatIs(file: File, asked: LetterCode | null): Promise<Found> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (!startsSealed(bytes)) {
    const code = bytes.length > textBytesMax ? null : codeIn(bytes)
    return code === null ? { is: 'no-letter' } : { is: 'letter', code }
  }
  const sha256 = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
  const own = letterCodeOf(idForm.exec(file.name)?.[0] ?? '', sha256)
  const isAsked = asked !== null && (own === null || own.letter === asked.letter)
  if (isAsked) {
    const isSame = letterCodeOf(asked.letter, sha256)?.sha256 === asked.sha256
    return { is: isSame ? 'same' : 'other' }
  }
  return own === null ? { is: 'needs-id', sha256 } : { is: 'letter', code: own }
}

function fillHash(of: HTMLElement, sha256: string): void {
  const hash = of.querySelector<HTMLInputElement>('input[name="sha256"]')
  if (hash === null) return
  hash.value = sha256
  hash.closest('details')?.setAttribute('open', '')
}

/** The desk is asked by the address of a page: id and digest, and nothing of the file. */
function go(code: LetterCode): void {
  const prefix = document.documentElement.lang === 'en' ? '/en' : ''
  location.assign(prefix + letterCheckPath(code))
}

function startsSealed(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, sealedHead.length)) === sealedHead
}

function codeIn(bytes: Uint8Array): LetterCode | null {
  const found = codeForm.exec(new TextDecoder().decode(bytes))?.[0]
  return found === undefined ? null : readLetterCode(found)
}
