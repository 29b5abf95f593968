import { defineMessages } from '../platform/index.ts'

/** Texts about where the facts of a clause stand in the public log. */
export const evidenceMessages = defineMessages({
  inLog: { fa: 'در دفتر عمومی', en: 'In the public log' },
  inLogLead: {
    fa: 'جای هر رویداد در دفتر عمومی کنار آن نوشته شده است؛ آنچه در آن دفتر منتشر شده باشد بی‌خبر عوض یا پاک نمی‌شود.',
    en: 'Beside each fact stands its place in the public log; what was published there cannot be changed or erased unnoticed.'
  }
})
