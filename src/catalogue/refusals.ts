import { toPersianDigits } from '../kernel/persian/index.ts'
import { type Bilingual, type FieldProblem, NotFoundError, Refusal } from '../platform/index.ts'
import { type MissingField, missingProblems } from './missing-fields.ts'

/** No such service, or no such version of its card. */
export class ServiceNotFoundError extends NotFoundError {
  override readonly code = 'service/not-found'
  constructor() {
    super({
      fa: 'خدمتی با این کد پیدا نشد. کد را بررسی کنید یا نام خدمت را جست‌وجو کنید.',
      en: 'There is no service of this code. Check the code, or search for its name.'
    })
  }
}

/** A message names so many fields; the refusal's `fields` name all. */
const namedMax = 8

/** A card is not published while mandatory fields of it are empty. */
export class CardIncompleteError extends Refusal {
  readonly code = 'card/incomplete'
  override readonly status = 422
  readonly missing: readonly MissingField[]
  constructor(missing: readonly MissingField[]) {
    const more = missing.length - namedMax
    const named = missing.slice(0, namedMax).map(({ name }) => name)
    const fa = named.map((name) => name.fa).join('، ')
    const en = named.map((name) => name.en).join(', ')
    super(
      {
        fa: `شناسنامه منتشر نشد، چون این بخش‌ها خالی است: ${fa}${more > 0 ? ` و ${toPersianDigits(more)} بخش دیگر` : ''}.`,
        en: `The card was not published, because these fields are empty: ${en}${more > 0 ? ` and ${String(more)} more` : ''}.`
      },
      { fields: missingProblems(missing) }
    )
    this.missing = missing
  }
}

/** All fields of the card are filled, and some are not right. */
export class CardInvalidError extends Refusal {
  readonly code = 'card/invalid'
  override readonly status = 422
  constructor(fields: readonly FieldProblem[]) {
    super(
      {
        fa: 'برخی از بخش‌های شناسنامه درست نیست؛ کنار هر یک نوشته‌ایم چه چیزی درست است.',
        en: 'Some fields of the card are not right; each says what would be.'
      },
      { fields }
    )
  }
}

/** The same card is in force, or announced, already. */
export class CardUnchangedError extends Refusal {
  readonly code = 'card/unchanged'
  constructor() {
    super({
      fa: 'این شناسنامه با تازه‌ترین نسخه منتشرشده یکی است؛ چیزی برای انتشار نیست.',
      en: 'This card equals the newest version that was published; there is nothing to publish.'
    })
  }
}

/** A version is asked to be in force from an instant that has passed: nothing changes in the past. */
export class EffectInPastError extends Refusal {
  readonly code = 'card/effect-in-past'
  override readonly status = 422
  constructor() {
    const text = {
      fa: 'زمان اجرا گذشته است. زمانی در آینده بنویسید، یا آن را خالی بگذارید تا نسخه تازه پس از دیده شدن اطلاعیه‌اش اجرا شود.',
      en: 'The time asked for has passed. Write one to come, or leave it empty: the version is then in force once its notice was seen.'
    }
    super(text, { fields: [{ pointer: '/effectiveAt', code: 'card/effect-in-past', text }] })
  }
}

/** A time of effect is not read. */
export class EffectUnreadableError extends Refusal {
  readonly code = 'card/effect-unreadable'
  override readonly status = 422
  constructor(text: Bilingual) {
    super(text, { fields: [{ pointer: '/effectiveAt', code: 'card/effect-unreadable', text }] })
  }
}

/** The first version of a card changes nothing and is in force at once. */
export class EffectOfFirstError extends Refusal {
  readonly code = 'card/effect-of-first'
  override readonly status = 422
  constructor() {
    const text = {
      fa: 'نخستین نسخه همین که منتشر شود اجرا می‌شود؛ زمان اجرا را خالی بگذارید.',
      en: 'The first version is in force as soon as it is published; leave the time empty.'
    }
    super(text, { fields: [{ pointer: '/effectiveAt', code: 'card/effect-of-first', text }] })
  }
}

/** Somebody else saved or published the same card in between. */
export class CardChangedMeanwhileError extends Refusal {
  readonly code = 'card/changed-meanwhile'
  constructor() {
    super({
      fa: 'در این فاصله کس دیگری همین شناسنامه را تغییر داده است. صفحه را دوباره باز کنید؛ نوشته شما در همین صفحه مانده است.',
      en: 'Somebody else changed this card in the meantime. Open the page again; what you wrote is still on this one.'
    })
  }
}

/** The code belongs to a service of another authority. */
export class CodeTakenError extends Refusal {
  readonly code = 'card/code-taken'
  constructor() {
    super({
      fa: 'این کد از آنِ خدمتی از دستگاهی دیگر است.',
      en: 'This code belongs to a service of another authority.'
    })
  }
}

/** The code is not one that a service can have. */
export class BadCodeError extends Refusal {
  readonly code = 'card/bad-code'
  override readonly status = 422
  constructor() {
    super(
      { fa: 'کد خدمت ۶ تا ۱۳ رقم است.', en: 'The code of a service is 6 to 13 digits.' },
      {
        fields: [
          {
            pointer: '/code',
            code: 'card/bad-code',
            text: {
              fa: 'کد خدمت را با ۶ تا ۱۳ رقم بنویسید.',
              en: 'Write the code of the service with 6 to 13 digits.'
            }
          }
        ]
      }
    )
  }
}
