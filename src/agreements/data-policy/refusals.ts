import { type UseReason, reasonTexts } from '../../kernel/policy/index.ts'
import { Refusal } from '../../platform/index.ts'

/** The data policy does not permit this use (PI-5); the attempt is a fact. */
export class UseRefusedError extends Refusal {
  readonly code = 'data-policy/refused'
  override readonly status = 403
  constructor(because: UseReason) {
    const reason = reasonTexts[because]
    super({
      fa: `سیاست داده این کار را روا نمی‌داند: ${reason.fa}.`,
      en: `The data policy does not permit this: ${reason.en}.`
    })
  }
}
