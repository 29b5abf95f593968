import { InvalidInputError, defineMessages } from '../../platform/index.ts'

/** What can be wrong with an offer. */
export const offerMessages = defineMessages({
  kindWrong: {
    fa: 'یکی از گونه‌های نمایندگی را برگزینید که برای این نماینده‌دهنده هست.',
    en: 'Choose one of the kinds of delegate that this grantor can have.'
  },
  scopeWrong: {
    fa: 'بگویید نمایندگی برای همه خدمات است، یا خدمات یک دستگاه، یا خدماتی که کد آن‌ها را می‌نویسید.',
    en: 'Say whether it is for all services, those of one authority, or services whose codes you give.'
  },
  actsWrong: {
    fa: 'دست‌کم یک کار را برگزینید.',
    en: 'Choose at least one act.'
  },
  untilMissing: {
    fa: 'روز پایان را بنویسید؛ هیچ نمایندگی‌ای بی‌پایان نیست.',
    en: 'Write the last day; no delegation is without one.'
  },
  untilRange: {
    fa: 'روز پایان باید پس از امروز و حداکثر پنج سال دیگر باشد.',
    en: 'The last day must be after today and within five years.'
  },
  identifierMissing: {
    fa: 'یک شناسه بنویسید: کد ملی یا کد فراگیر نماینده.',
    en: 'Write one identifier: the national id or the foreigner’s code of the delegate.'
  }
})

/** Not exactly one identifier was typed. */
export function identifierMissing(): InvalidInputError {
  const { identifierMissing: text } = offerMessages.entries
  return new InvalidInputError([{ pointer: '/to', code: 'delegation/identifier', text }])
}
