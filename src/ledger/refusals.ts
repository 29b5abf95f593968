import { Refusal } from '../platform/index.ts'

/** The fact has no published leaf yet, or there is no such fact. */
export class ReceiptPendingError extends Refusal {
  readonly code = 'receipt/pending'
  constructor() {
    super({
      fa: 'این رسید هنوز آماده نیست یا وجود ندارد. رسید هر رویداد معمولاً چند ثانیه پس از ثبت آن آماده می‌شود؛ کمی بعد دوباره تلاش کنید.',
      en: 'This receipt is not ready yet, or does not exist. A receipt is usually ready seconds after its event; please try again later.'
    })
  }
}

/** The fact is published as it is, so there is nothing to open. */
export class ReceiptPublicError extends Refusal {
  readonly code = 'receipt/public-entry'
  constructor() {
    super({
      fa: 'این رویداد درباره هیچ شخصی نیست و متن آن در دفتر عمومی برای همه آمده است؛ رسید جداگانه ندارد و فایل اثبات آن در صفحه همان برگ است.',
      en: 'This event is about no person and stands in the public log for everyone to read; it has no receipt of its own. Its proof file is on the page of its entry.'
    })
  }
}

/** The key of its salts was erased: nobody can prove any more what the leaf says. */
export class EvidenceErasedError extends Refusal {
  readonly code = 'receipt/erased'
  constructor() {
    super({
      fa: 'شواهد این مورد به درخواست صاحب آن پاک شده است و دیگر نمی‌توان برای آن رسید ساخت.',
      en: 'The evidence of this matter was erased, so no receipt can be made of it any more.'
    })
  }
}

/** The row is not what the log says: somebody changed it after it was logged. */
export class EvidenceMismatchError extends Refusal {
  readonly code = 'receipt/does-not-match'
  override readonly status = 500
  constructor() {
    super({
      fa: 'ردیف این رویداد با آنچه در دفتر عمومی ثبت شده یکی نیست. رسید ساخته نشد و مدیر سامانه باید آن را بررسی کند.',
      en: 'The row of this event is not what the public log says. No receipt was made; the operator has to look into it.'
    })
  }
}
