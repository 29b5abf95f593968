import type { PolicyFault } from './policy.ts'

const badKey = {
  fa: 'کلید این سطر درست نوشته نشده است؛ آن را بی‌کم‌وکاست از صاحبش بگیرید.',
  en: 'The key in this line is not written right; copy it whole from its owner.'
}
const badLine = {
  fa: 'این سطر کم یا زیاد نوشته شده است.',
  en: 'This line has too few or too many words.'
}

const entries: Readonly<Record<PolicyFault, { readonly fa: string; readonly en: string }>> = {
  'too-large': { fa: 'فایل سیاست بیش از اندازه بزرگ است.', en: 'The policy is too large.' },
  'not-utf-8': { fa: 'فایل سیاست متنی نیست.', en: 'The policy is not a text in UTF-8.' },
  'control-character': {
    fa: 'در این سطر نویسه‌ای پنهان هست؛ پایان سطرها باید به شیوه یونیکس باشد.',
    en: 'This line holds a control character; line ends must be those of Unix.'
  },
  'key-form': badKey,
  'key-length': badKey,
  'key-id-mismatch': badKey,
  'key-name-invalid': {
    fa: 'نام کلید این سطر پذیرفته نیست: فاصله و نشانه جمع نباید داشته باشد.',
    en: 'The name of the key in this line is not acceptable: no spaces and no plus.'
  },
  'key-type-unknown': {
    fa: 'گونه کلید این سطر شناخته نیست.',
    en: 'The type of the key in this line is not known.'
  },
  'policy-line-unknown': {
    fa: 'این سطر باید با یکی از واژه‌های log، witness، group یا quorum آغاز شود.',
    en: 'This line must begin with log, witness, group or quorum.'
  },
  'policy-line-form': badLine,
  'policy-key-type': {
    fa: 'کلیدی از این گونه برای این سطر نیست: کلید دفتر و کلید گواه دو گونه‌اند.',
    en: 'A key of this type does not belong in this line: logs and witnesses have different ones.'
  },
  'policy-key-twice': {
    fa: 'کلید این سطر پیش‌تر هم آمده است.',
    en: 'The key in this line stands in an earlier one too.'
  },
  'policy-name-taken': {
    fa: 'نام این سطر پیش‌تر به کار رفته است.',
    en: 'The name in this line is taken.'
  },
  'policy-name-unknown': {
    fa: 'این سطر از نامی سخن می‌گوید که پیش از آن نیامده است.',
    en: 'This line speaks of a name that no earlier line gives.'
  },
  'policy-member-twice': {
    fa: 'یک گواه یا گروه تنها در یک گروه و تنها یک بار می‌آید.',
    en: 'A witness or group can be a member once, of one group.'
  },
  'policy-threshold': {
    fa: 'شمار لازم باید any، all، یا عددی از یک تا شمار اعضای گروه باشد.',
    en: 'The threshold must be any, all, or a number from 1 to the number of members.'
  },
  'policy-quorum-twice': {
    fa: 'سطر quorum تنها یک بار می‌آید.',
    en: 'There can be only one quorum line.'
  },
  'policy-quorum-missing': {
    fa: 'فایل سیاست سطر quorum ندارد؛ اگر گواهی لازم نیست بنویسید quorum none.',
    en: 'The policy has no quorum line; where no witness is needed, write "quorum none".'
  }
}

/** What is wrong in a policy file, in both languages. */
export const policyMessages = { entries }
