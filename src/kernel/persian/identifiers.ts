import { fault, type Checked } from './bilingual.ts'
import { digitsOf } from './digits.ts'

/**
 * National id of an Iranian person, ten digits with a check digit; leading zeros lost in old
 * records (8 or 9 digits) are put back.
 * @param text - Any digits, with or without separators.
 */
export function checkNationalId(text: string): Checked {
  const digits = digitsOf(text)
  if (!/^[0-9]{8,10}$/.test(digits)) {
    return fault(
      'national-id/length',
      'کد ملی ۱۰ رقم است و تنها از رقم ساخته می‌شود، مانند ۰۴۹۹۳۷۰۸۹۹.',
      'A national id is 10 digits and nothing else, such as 0499370899.'
    )
  }
  const value = digits.padStart(10, '0')
  const sum =
    Array.from(value.slice(0, 9)).reduce((total, d, i) => total + Number(d) * (10 - i), 0) % 11
  const check = sum < 2 ? sum : 11 - sum
  if (check !== Number(value[9]) || /^(.)\1{9}$/.test(value)) {
    return fault(
      'national-id/check-digit',
      'این کد ملی درست نیست: رقم کنترل آن نمی‌خواند. رقم‌ها را با کارت ملی خود بسنجید.',
      'This national id is not right: its check digit does not agree. Compare it with your card.'
    )
  }
  return { ok: true, value }
}

const legalWeights = [29, 27, 23, 19, 17, 29, 27, 23, 19, 17]

/**
 * National id of a legal person, eleven digits with a check digit.
 * No official text of the rule was found: warn on imported records, refuse only what people type.
 */
export function checkLegalId(text: string): Checked {
  const value = digitsOf(text)
  if (!/^[0-9]{11}$/.test(value)) {
    return fault(
      'legal-id/length',
      'شناسه ملی شخص حقوقی ۱۱ رقم است، مانند ۱۰۳۸۰۲۸۴۷۹۰.',
      'The national id of a legal person is 11 digits, such as 10380284790.'
    )
  }
  const shift = Number(value[9]) + 2
  const sum = legalWeights.reduce((total, w, i) => total + (Number(value[i]) + shift) * w, 0)
  if ((sum % 11) % 10 !== Number(value[10]) || /^(.)\1{10}$/.test(value)) {
    return fault(
      'legal-id/check-digit',
      'این شناسه ملی درست نیست: رقم کنترل آن نمی‌خواند. آن را با آگهی ثبت بسنجید.',
      'This legal id is not right: its check digit does not agree. Compare it with the register.'
    )
  }
  return { ok: true, value }
}

/** Mobile number in any common writing; the canonical form is `+989xxxxxxxxx`. */
export function normaliseMobile(text: string): Checked {
  const found = /^(?:\+98|0098|98|0)?(9[0-9]{9})$/.exec(digitsOf(text))
  if (!found) {
    return fault(
      'mobile/form',
      'شماره تلفن همراه ۱۱ رقم است و با ۰۹ آغاز می‌شود، مانند ۰۹۱۲۳۴۵۶۷۸۹.',
      'A mobile number is 11 digits and begins with 09, such as 09123456789.'
    )
  }
  return { ok: true, value: `+98${found[1] ?? ''}` }
}

/** Iranian account number (sheba); the canonical form is `IR` and 24 digits without spaces. */
export function checkIban(text: string): Checked {
  const digits = digitsOf(text).toUpperCase().replace(/^IR/, '')
  if (!/^[0-9]{24}$/.test(digits)) {
    return fault('iban/length', 'شماره شبا IR و ۲۴ رقم است.', 'A sheba number is IR and 24 digits.')
  }
  const arranged = `${digits.slice(2)}1827${digits.slice(0, 2)}`
  if (Array.from(arranged).reduce((rest, d) => (rest * 10 + Number(d)) % 97, 0) !== 1) {
    return fault(
      'iban/check-digit',
      'این شماره شبا درست نیست: رقم‌های کنترل آن نمی‌خواند. آن را از برنامه یا دفترچه بانک بردارید.',
      'This sheba number is not right: its check digits do not agree. Copy it from your bank.'
    )
  }
  return { ok: true, value: `IR${digits}` }
}

/** Postal code, ten digits; it has no public check digit. */
export function checkPostalCode(text: string): Checked {
  const value = digitsOf(text)
  if (!/^[0-9]{10}$/.test(value)) {
    return fault('postal-code/length', 'کد پستی ۱۰ رقم است.', 'A postal code is 10 digits.')
  }
  return { ok: true, value }
}
