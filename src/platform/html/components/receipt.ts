import { createRequire } from 'node:module'
import type QrCodes from 'qrcode'
import { attrs, type Content, html, type Html } from '../html.ts'
import { type KeyValue, keyValues } from './card.ts'
import { emblem } from './emblem.ts'

// Loaded with the first receipt: the package brings writers of pictures that no page needs.
const load = createRequire(import.meta.url)

/** A QR code of a text, as one SVG path; `label` says where it leads. */
export function qr(options: { readonly text: string; readonly label: string }): Html {
  const { create } = load('qrcode') as typeof QrCodes
  const { size, data } = create(options.text, { errorCorrectionLevel: 'M' }).modules
  const cells = [...data.keys()].filter((i) => data[i])
  const path = cells.map((i) => `M${i % size} ${Math.floor(i / size)}h1v1h-1z`).join('')
  return html`<svg
    class="qr"
    viewBox="-3 -3 ${size + 6} ${size + 6}"
    role="img"
    aria-label="${options.label}"
  >
    <rect class="qr-ground" x="-3" y="-3" ${attrs({ width: size + 6, height: size + 6 })} />
    <path class="qr-cells" ${attrs({ d: path })} />
  </svg>`
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
