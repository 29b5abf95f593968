import { formatJalaliDateTime } from './kernel/persian/index.ts'
import { factWord } from './kernel/verdict/index.ts'
import { type EvidenceState, publicLog } from './ledger/index.ts'
import {
  type Html,
  type View,
  alert,
  formHref,
  html,
  layout,
  link,
  pageHead,
  table
} from './platform/html/index.ts'
import { defineMessages } from './platform/index.ts'

export const messages = defineMessages({
  title: {
    fa: 'رسیدهای این درخواست در دفتر عمومی',
    en: 'Receipts of this application in the public log'
  },
  lead: {
    fa: 'هر رویداد این درخواست در دفتر عمومی جایی دارد. رسید آن را بگیرید و نگه دارید: با آن می‌توانید، بدون این سامانه هم، ثابت کنید که رویداد چه زمانی و با چه متنی ثبت شده است.',
    en: 'Every event of this application has a place in the public log. Take its receipt and keep it: with it you can prove, without this system too, when the event was entered and what was entered.'
  },
  event: { fa: 'رویداد', en: 'Event' },
  at: { fa: 'زمان', en: 'When' },
  leaf: { fa: 'جای آن در دفتر', en: 'Place in the log' },
  file: { fa: 'رسید', en: 'Receipt' },
  download: { fa: 'دریافت رسید', en: 'Take the receipt' },
  waiting: { fa: 'در راه انتشار', en: 'On its way' },
  erased: { fa: 'پاک شده', en: 'Erased' },
  erasedHelp: {
    fa: 'کلیدی که این درخواست را به دفتر عمومی پیوند می‌داد برای همیشه پاک شده است؛ از این پس رسید یا قولی برای آن ساخته نمی‌شود. رسیدهایی که پیش‌تر گرفته‌اید همچنان معتبرند.',
    en: 'The key that tied this application to the public log has been erased for ever: no receipt or promise can be made of it any more. Receipts that you took before still prove what they say.'
  },
  verify: { fa: 'راستی‌آزمایی رسید', en: 'Check a receipt' },
  verifyHelp: {
    fa: 'رسید را در صفحه راستی‌آزمایی باز کنید؛ چیزی فرستاده نمی‌شود و سنجش در دستگاه خود شما انجام می‌شود.',
    en: 'Drop the receipt into the checking page; nothing is sent, the check is done on your own device.'
  },
  promise: { fa: 'دریافت قول ثبت', en: 'Take the promise of the log' },
  promiseHelp: {
    fa: 'تا رسید آماده شود، دفتر با امضای خود قول می‌دهد که این درخواست را تا یک ساعت دیگر در خود بیاورد.',
    en: 'Until the receipt is ready, the log signs that it will hold this application within an hour.'
  },
  back: { fa: 'بازگشت به درخواست', en: 'Back to the application' },
  empty: { fa: 'رویدادی نیست.', en: 'No events.' }
})

type Proofs = Awaited<ReturnType<typeof publicLog.proofsOf>>

/** The receipts of one case, each event with its place in the public log. */
export function proofsPage(
  view: View,
  shown: { case: string; mine: boolean; proofs: Proofs; state: EvidenceState }
): Html {
  const t = messages.in(view.lang)
  const caseHref = shown.mine ? `/cases/${shown.case}` : `/desk/cases/${shown.case}`
  return layout(view, {
    title: t.title,
    breadcrumbs: [
      { href: caseHref, text: t.back },
      { href: `/cases/${shown.case}/proofs`, text: t.title }
    ],
    body: html`<div class="grid gap-6">
      ${pageHead({ title: t.title, lead: t.lead })} ${publicLog.delayNote(view, shown.state)}
      ${table(view, {
        caption: t.title,
        captionHidden: true,
        columns: [
          { key: 'event', title: t.event, cell: ({ kind }) => factWord(kind, view.lang) ?? kind },
          { key: 'at', title: t.at, cell: ({ at }) => formatJalaliDateTime(at, view.lang) },
          { key: 'leaf', title: t.leaf, cell: (proof) => leafLink(view, proof) },
          {
            key: 'file',
            title: t.file,
            cell: (proof) => fileCell(view, shown.case, proof)
          }
        ],
        rows: shown.proofs,
        empty: t.empty
      })}
      ${promiseNote(view, shown.case, shown.proofs)}
      ${alert(view, {
        kind: 'info',
        still: true,
        body: html`${t.verifyHelp}
          <a class="link" href="${formHref(view, '/verify')}">${t.verify}</a>`
      })}
      <p>${link(view, { href: caseHref, text: t.back })}</p>
    </div>`
  })
}

function fileCell(
  view: View,
  of: string,
  { id, isReady, isErased }: Proofs[number]
): Html | string {
  const t = messages.in(view.lang)
  if (isErased) return t.erased
  if (!isReady) return t.waiting
  return html`<a class="link" href="/cases/${of}/proofs/${id}.tlog-proof">${t.download}</a>`
}

/** What there is until a receipt can be made, or why there will be none. */
function promiseNote(view: View, of: string, proofs: Proofs): Html | null {
  const t = messages.in(view.lang)
  if (proofs.some(({ isErased }) => isErased)) return html`<p>${t.erasedHelp}</p>`
  if (proofs.every(({ isReady }) => isReady)) return null
  return html`<p>
    ${t.promiseHelp} <a class="link" href="/cases/${of}/proofs/promise">${t.promise}</a>
  </p>`
}

function leafLink(view: View, { log, index, isReady }: Proofs[number]): Html {
  const leaf = isReady && log !== null && index !== null ? { log, index } : null
  return publicLog.leafLink(view, leaf)
}
