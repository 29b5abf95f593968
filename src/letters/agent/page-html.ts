import { encodeQR } from 'qr'
import { formatJalaliDate, toPersianDigits } from '../../kernel/persian/index.ts'
import { type Html, attrs, html, raw } from '../../platform/html/index.ts'
import type { Lang } from '../../platform/text.ts'
import { claimMessages } from '../claims/paper/messages.ts'
import type { PaperPage } from '../sdk/index.ts'

const style = `
@page { size: A4; margin: 20mm }
body { margin: 0; font: 12pt/1.7 Vazirmatn, Tahoma, 'Segoe UI', sans-serif; color: #000; background: #fff }
section { break-after: page; max-width: 170mm; margin: 0 auto; padding: 10mm 0 }
section:last-of-type { break-after: auto }
h1 { font-size: 18pt; margin: 0 0 6mm }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 6mm; margin: 0 0 6mm }
dt { color: #444 }
dd { margin: 0 }
svg { width: 60mm; height: 60mm }
ol { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1mm 8mm; padding: 0; list-style: none }
.address { font-family: monospace }
.note { border-top: 0.3mm solid #000; padding-top: 3mm }
`

/**
 * A page for the post in Persian and English, ready to be printed: one file without script, which asks
 * nobody for anything.
 * @param reference - Name of the letter at the body, by which the envelope is addressed; `null`: none.
 */
export function pageHtml(page: PaperPage, reference: string | null): string {
  const title = claimMessages.in('fa').sheetTitle
  const document = html`<html lang="fa" dir="rtl">
    <head>
      <meta charset="utf-8" />
      <meta name="referrer" content="no-referrer" />
      <meta
        http-equiv="Content-Security-Policy"
        content="default-src 'none'; style-src 'unsafe-inline'"
      />
      <title>${title}</title>
      ${raw(`<style>${style}</style>`)}
    </head>
    <body>
      ${sheet('fa', page, reference)} ${sheet('en', page, reference)}
    </body>
  </html>`
  return `<!doctype html>\n${document.toString()}\n`
}

function sheet(lang: Lang, page: PaperPage, reference: string | null): Html {
  const t = claimMessages.in(lang)
  const until = formatJalaliDate(Temporal.Instant.from(page.expiresAt), lang)
  const numberOf = (i: number) => (lang === 'fa' ? toPersianDigits(String(i + 1)) : String(i + 1))
  return html`<section ${attrs({ lang, dir: lang === 'fa' ? 'rtl' : 'ltr' })}>
    <h1>${t.sheetTitle}</h1>
    <dl>
      <dt>${t.sheetFrom}</dt>
      <dd>${page.from[lang]}</dd>
      <dt>${t.sheetUntil}</dt>
      <dd>${until}</dd>
      ${
        reference !== null &&
        html`<dt>${t.sheetReference}</dt>
          <dd><bdi>${reference}</bdi></dd>`
      }
    </dl>
    <p>${qrOf(page.qr[lang], t.sheetQr)}</p>
    <p>${t.sheetHow}</p>
    <p class="address" dir="ltr">${page.address[lang]}</p>
    <ol>
      ${page.words[lang].map((word, i) => html`<li>${numberOf(i)}. <strong>${word}</strong></li>`)}
    </ol>
    <div class="note">
      <p>${t.sheetOnce}</p>
      <p>${t.sheetKeep}</p>
    </div>
  </section>`
}

/** The picture as the pages of the desk draw theirs; of digits and fixed letters alone. */
function qrOf(text: string, label: string): Html {
  const cells = encodeQR(text, 'raw', { border: 1, ecc: 'medium' })
  const size = String(cells.length)
  const path = cells
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${String(x)} ${String(y)}h1v1h-1z` : '')))
    .join('')
  return html`<svg ${attrs({ viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': label })}>
    ${raw(`<path d="${path}"/>`)}
  </svg>`
}
