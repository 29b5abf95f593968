import type { Agreement } from '../../kernel/terms/index.ts'
import { formatJalaliDate, jalaliToPlainDate, parseJalaliDate } from '../../kernel/persian/index.ts'
import { type Html, type Speaks, code, html, keyValues, raw } from '../../platform/html/index.ts'
import { messages } from '../messages.ts'
import { measureText } from './clause-block.ts'
import { renderAgreement } from './render-agreement.ts'

/** The agreement as one file that prints well and needs nothing else: no script, no style sheet. */
export function standaloneAgreement(view: Speaks, agreement: Agreement): Html {
  const { lang } = view
  const t = messages.in(lang)
  const { from, to } = agreement.validity
  const facts = [
    { key: t.version, value: code(`${agreement.id}@${agreement.version}`) },
    { key: t.state, value: agreement.status === 'draft' ? t.draftText : t.stateExpired },
    { key: t.provider, value: agreement.authority.legalName[lang] },
    {
      key: t.validity,
      value: `${from === null ? t.fromUnknown : t.from(day(from, lang))} · ${t.until(day(to, lang))}`
    },
    { key: t.signatory, value: agreement.signatory.post?.[lang] ?? t.notInText }
  ]
  const beside: Parameters<typeof renderAgreement>[2] = {
    contents: true,
    beside: (clause) => {
      const { title, how } = measureText(clause, lang)
      return html`<p class="muted">${t.measure}: ${title}. ${how}</p>`
    }
  }
  return html`<!doctype html>
    <html lang="${lang}" dir="${lang === 'fa' ? 'rtl' : 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${agreement.title[lang]}</title>
        ${style}
      </head>
      <body>
        <h1>${agreement.title[lang]}</h1>
        ${keyValues(facts)}${renderAgreement(view, agreement, beside)}
        <p class="muted">${t.printed}</p>
      </body>
    </html>`
}

function day(jalali: string, lang: 'fa' | 'en'): string {
  const read = parseJalaliDate(jalali)
  return read.ok ? formatJalaliDate(jalaliToPlainDate(read.value), lang) : jalali
}

// The page's own style sheet is not there where a file is opened alone.
const style = raw(`<style>
  body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.9 Vazirmatn, Tahoma, sans-serif; color: #1a1a1a; }
  h1, h2, h3 { line-height: 1.5; } h2 { margin-top: 2rem; border-bottom: 2px solid #21409a; }
  .muted, .article-number, .clause-number { color: #555; } a { color: #21409a; text-decoration: none; }
  .sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .key-values > div { display: flex; gap: .5rem; } .key-values dt { min-width: 9rem; font-weight: bold; } .key-values dd { margin: 0; }
  .clause { display: grid; grid-template-columns: 3.2rem 1fr; gap: 0 .75rem; padding: .6rem 0; border-bottom: 1px solid #ddd; break-inside: auto; } .clause-item { break-inside: avoid; } .clause-text { break-after: avoid; }
  .clause-text p, .clause-beside p { margin: .2rem 0; } .clause-beside { grid-column: 2; padding-inline-start: .8rem; border-inline-start: 3px solid #ddd; font-size: .85em; }
  .clause-item + .clause-item { margin-top: .5rem; } .badge { padding: 0 .4rem; border: 1px solid #999; border-radius: .25rem; font-size: .85em; }
  .contents-list ol { list-style: none; padding: 0; } .icon { display: none; } .notice { border: 1px solid #b36b00; padding: .5rem 1rem; margin: 1rem 0; } .notice-title { font-weight: bold; margin: 0; }
  table { border-collapse: collapse; width: 100%; font-size: .85em; } th, td { border: 1px solid #bbb; padding: .25rem .5rem; text-align: start; } caption { text-align: start; font-weight: bold; }
  @media print { body { margin: 0; font-size: 10.5pt; } .contents-list { display: none; } @page { margin: 16mm 14mm; } }
</style>`)
