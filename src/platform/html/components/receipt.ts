import { createRequire } from 'node:module'
import type QrCodes from 'qrcode'
import { attrs, type Content, html, type Html } from '../html.ts'
import { type KeyValue, keyValues } from './card.ts'
import { emblem } from './emblem.ts'

// Loaded with the first receipt: the package brings writers of pictures that no page needs.
const load = createRequire(import.meta.url)

/** What a QR code says, and how it is drawn. */
export interface QrOptions {
  readonly text: string
  /** Says where it leads. */
  readonly label: string
  /** Hundreds of characters: larger, and with less room for damage, so that its cells stay readable. */
  readonly isLong?: boolean
}

/** A QR code of a text, as one SVG path of its dark rows. */
export function qr({ text, label, isLong = false }: QrOptions): Html {
  const { create } = load('qrcode') as typeof QrCodes
  const { size, data } = create(text, { errorCorrectionLevel: isLong ? 'L' : 'M' }).modules
  const path = Array.from({ length: size }, (_, y) => rowPath(data, size, y)).join('')
  return html`<svg
    class="${isLong ? 'qr qr-long' : 'qr'}"
    viewBox="-3 -3 ${size + 6} ${size + 6}"
    role="img"
    aria-label="${label}"
  >
    <rect class="qr-ground" x="-3" y="-3" ${attrs({ width: size + 6, height: size + 6 })} />
    <path class="qr-cells" ${attrs({ d: path })} />
  </svg>`
}

/** The dark stretches of one row: cell for cell a long code would weigh three times as much. */
function rowPath(data: ArrayLike<number>, size: number, y: number): string {
  let path = ''
  for (let x = 0; x < size; x++) {
    const from = x
    while (x < size && data[y * size + x]) x++
    if (x > from) path += `M${from} ${y}h${x - from}v1H${from}z`
  }
  return path
}

/** A receipt: what a person keeps, on paper or as a picture. */
export interface ReceiptOptions {
  readonly title: string
  /** The tracking code, large. */
  readonly code: string
  readonly codeLabel: string
  readonly issuer: string
  readonly rows: readonly KeyValue[]
  readonly qr?: { readonly text: string; readonly label: string }
  readonly note?: Content
}

/** A receipt that prints on one page. */
export function receipt(options: ReceiptOptions): Html {
  return html`<section class="receipt" aria-label="${options.title}">
    <div class="receipt-head">
      ${emblem()}
      <div>
        <p class="receipt-issuer">${options.issuer}</p>
        <p class="receipt-title">${options.title}</p>
      </div>
    </div>
    <div class="receipt-main">
      <div>
        <p class="receipt-label">${options.codeLabel}</p>
        <p class="receipt-code"><bdi dir="ltr">${options.code}</bdi></p>
      </div>
      ${options.qr && qr(options.qr)}
    </div>
    ${keyValues(options.rows, { dense: true })}
    ${options.note && html`<div class="receipt-note">${options.note}</div>`}
  </section>`
}
