import { encodeQR } from 'qr'
import { comparisonCode, pairingFingerprint, parsedSlot } from '../../../kernel/mailbox/index.ts'
import { mailboxKeys, newMailboxSeed, unwrapForMailbox } from '../../../kernel/seal/index.ts'
import { RefusedError } from '../reading/api.ts'
import { el } from '../reading/dom.ts'
import { pageApi, pathInLang, words } from './page.ts'

const askAgainMilliseconds = 1500
// The server forgets the pairing after five minutes; without a line nobody hears of it.
const waitMilliseconds = 5 * 60_000

/** A computer that waits for its person's telephone. */
export interface PhoneWay {
  /** What to show: the picture, and the number that must stand on both screens. */
  readonly shown: HTMLElement
  /** The seed that the telephone sealed to this page; `null` where the time is over or it was given up. */
  readonly seed: Promise<Uint8Array | null>
  readonly stop: () => void
}

/** Begins to wait: a key for this page alone, whose fingerprint goes over to the telephone by its camera. */
export async function waitForPhone(): Promise<PhoneWay> {
  const api = pageApi()
  const own = await mailboxKeys(newMailboxSeed(), 'computer')
  const asked = (await api.post('/api/v1/mailbox-pairings', { recipient: own.recipient })) as {
    id: string
    mailbox: string
  }
  const path = pathInLang(`/mailbox/phone/${asked.id}`)
  const address = `${location.origin}${path}#${pairingFingerprint(own.recipient)}`
  const number = comparisonCode(asked.id, own.recipient)
  const giveUp = new AbortController()
  const seed = seedOf(asked.id, own.identity, giveUp.signal)
  const stop = () => {
    giveUp.abort()
  }
  return { shown: picture(address, number), seed, stop }
}

/** Asks for what the telephone sealed until it is there, is given up, or its time is over. */
async function seedOf(
  pairing: string,
  identity: string,
  giveUp: AbortSignal
): Promise<Uint8Array | null> {
  const path = `/api/v1/mailbox-pairings/${pairing}/receipt`
  const api = pageApi()
  const until = performance.now() + waitMilliseconds
  while (!giveUp.aborted && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, askAgainMilliseconds))
    const given = await api.post(path, {}).catch((error: unknown) => error)
    if (given instanceof RefusedError) return null
    // A line that broke for a moment: the telephone has five minutes.
    if (given instanceof Error) continue
    const { sealed } = given as { sealed: string | null }
    if (sealed === null) continue
    const opened = await unwrapForMailbox(parsedSlot(sealed), identity)
    return opened.ok ? opened.value : null
  }
  return null
}

function picture(address: string, number: string): HTMLElement {
  return el(
    'div',
    {},
    el('p', {}, words.phoneLead),
    el('p', {}, qrPicture(address, words.phoneQr)),
    el(
      'p',
      {},
      `${words.phoneCode}: `,
      el('strong', { class: 'code text-2xl', dir: 'ltr' }, number)
    ),
    el('p', {}, words.phoneWait)
  )
}

const svgName = 'http://www.w3.org/2000/svg'

/** A QR code of a text, drawn as the pages of the server draw theirs. */
export function qrPicture(text: string, label: string, look = 'qr'): SVGElement {
  const cells = encodeQR(text, 'raw', { border: 1, ecc: 'medium' })
  const size = cells.length
  const svg = document.createElementNS(svgName, 'svg')
  svg.setAttribute('class', look)
  svg.setAttribute('viewBox', `-2 -2 ${String(size + 4)} ${String(size + 4)}`)
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', label)
  const ground = document.createElementNS(svgName, 'rect')
  ground.setAttribute('class', 'qr-ground')
  for (const [name, value] of Object.entries({ x: -2, y: -2, width: size + 4, height: size + 4 }))
    ground.setAttribute(name, String(value))
  const path = document.createElementNS(svgName, 'path')
  path.setAttribute('class', 'qr-cells')
  path.setAttribute(
    'd',
    cells
      .flatMap((row, y) => row.map((dark, x) => (dark ? `M${String(x)} ${String(y)}h1v1h-1z` : '')))
      .join('')
  )
  svg.append(ground, path)
  return svg
}
