import { type LetterCheck, footOnPaper } from './check-mark.ts'
import { copyProofOf } from './copy-proof.ts'
import { saveAs } from './dom.ts'
import { say, type Shown } from './draw-letter.ts'
import type { OpenedHere } from './opened-here.ts'
import { pageLang } from './time.ts'

/** What is kept beside a sealed file so that the offline reader can judge and open it. */
export interface LetterProofs {
  readonly v: 1
  readonly letter: string
  /** Mailbox to which it is sealed. */
  readonly mailbox: string
  readonly sender: { readonly owner: string; readonly key: string; readonly title: string }
  readonly recipient: { readonly title: string }
  readonly acceptedAt: string
  readonly effectiveAt: string | null
  /** The directory's answer about the sender, with its proof in the log. */
  readonly directory: unknown
  /** Ways to open the mailbox by paper; each is sealed to the paper's words. */
  readonly keyslots: readonly unknown[]
}

const style = `:root{color-scheme:light dark}body{font-family:Vazirmatn,Tahoma,sans-serif;max-inline-size:46rem;margin:2rem auto;padding:0 1rem;line-height:1.9}
dl div{display:flex;flex-wrap:wrap;column-gap:.5rem}dt{flex:none;font-weight:700}dd{margin:0}table{border-collapse:collapse}td,th{border:1px solid;padding:.2rem .5rem;text-align:start}
.notice{border:1px solid #2a9d8f;border-inline-start-width:5px;padding:.5rem 1rem;margin-block:1rem}.notice-title{font-weight:700;margin:0}
.code,.letter-address,.letter-subject{overflow-wrap:anywhere}.letter-body{border-block:1px solid;margin-block:1rem;padding-block:.5rem}
a{color:inherit}.qr{inline-size:9rem;flex:none}.qr-ground{fill:#fff}.qr-cells{fill:#000}.letter-check{display:flex;flex-wrap:wrap;gap:1rem}.letter-check>div{flex:1 1 16rem}
blockquote{border-inline-start:3px solid;margin-inline:0;padding-inline-start:1rem}`

/**
 * The opened letter as a page of its own that fetches nothing and runs nothing.
 * `proof`: by which the text is held against its letter; `null`: by the sealed file alone. `check`:
 *   the code of the letter, at the foot of each page on paper.
 */
export function openedPage(
  article: HTMLElement,
  { letter }: Shown,
  { proof, check }: { readonly proof: string | null; readonly check: LetterCheck | null }
): string {
  const page = document.implementation.createHTMLDocument(letter.header.subject)
  page.documentElement.lang = pageLang
  page.documentElement.dir = pageLang === 'fa' ? 'rtl' : 'ltr'
  const policy = page.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = "default-src 'none'; style-src 'unsafe-inline'"
  const charset = page.createElement('meta')
  charset.setAttribute('charset', 'utf-8')
  page.head.prepend(charset, policy)
  const copy = page.importNode(article, true)
  for (const gone of copy.querySelectorAll('button, .no-print, .notice-icon')) gone.remove()
  for (const details of copy.querySelectorAll('details')) details.open = true
  const foot = page.createElement('p')
  foot.textContent = say('savedBy', letter.header.letter)
  const main = page.createElement('main')
  main.append(copy, foot)
  page.body.append(main)
  if (proof !== null) {
    const kept = page.createElement('template')
    kept.dataset['letterProof'] = proof
    page.body.append(kept)
  }
  // Put in as text: in an element the policy of the page that we are on would refuse it.
  const text = page.documentElement.outerHTML.replace(
    '</head>',
    () => `<style>${style}${check === null ? '' : footOnPaper(check)}</style></head>`
  )
  return `<!doctype html>\n${text}\n`
}

/** Saves the sealed file, as the stock `age` program opens it. */
export function saveSealed(id: string, file: Blob): void {
  saveAs(`${id}.age`, file, 'application/octet-stream')
}

/** Saves what the offline reader needs beside the sealed file. */
export function saveProofs(proofs: LetterProofs): void {
  saveAs(`${proofs.letter}.proofs.json`, JSON.stringify(proofs, null, 1), 'application/json')
}

/** Saves the opened letter, with what holds its text against what was signed. */
export async function saveOpened(here: OpenedHere): Promise<void> {
  const { article, opened, check } = here
  const { header } = opened.shown.letter
  const page = openedPage(article, opened.shown, { proof: await copyProofOf(here), check })
  saveAs(`${header.letter}.html`, page, 'text/html')
}
