import type { FormDefinition } from '../../kernel/forms/index.ts'
import { jalaliText, plainDateToJalali } from '../../kernel/persian/index.ts'
import { formHref, type View } from '../../platform/html/index.ts'
import { applyMessages } from '../messages-apply.ts'
import { zone } from './words.ts'

/** Where the island `cases/answers` sends what is typed, and the form it checks it against. */
export interface AnswersDataOptions {
  readonly form: FormDefinition
  /** The draft that takes what is typed, as it is typed; without it nothing is saved by itself. */
  readonly save?: { readonly to: string; readonly savedAt: Temporal.Instant }
}

/** Attributes of the element around the fields: what the island `cases/answers` works with. */
export function answersData(view: View, options: AnswersDataOptions): Record<string, string> {
  const t = applyMessages.in(view.lang)
  const texts = {
    saving: t.saving,
    saved: t.savedNow,
    notSaved: t.notSaved,
    signedOut: t.signedOut,
    signIn: t.signInAgain,
    restored: t.restored
  }
  return {
    class: 'form',
    'data-answers': JSON.stringify(options.form),
    'data-today': jalaliText(plainDateToJalali(view.now.toZonedDateTimeISO(zone).toPlainDate())),
    'data-texts': JSON.stringify(texts),
    ...(options.save && {
      'data-save-to': formHref(view, options.save.to),
      'data-saved-at': options.save.savedAt.toString()
    })
  }
}
