import { type Fault, refuseHiddenText } from '../../kernel/persian/index.ts'

/**
 * What is wrong with a name that people will trust because it looks like one they know: characters that
 * nobody sees, letters of other scripts that look like Latin or Persian ones, and words that mix the two.
 * @returns `null` for an honest name.
 */
export function refuseDisguisedName(text: string, lengthMax: number): Fault | null {
  const hidden = refuseHiddenText(text)
  if (hidden !== null) return hidden
  // What NFKC changes was a letter in a costume: full-width, mathematical, a presentation form.
  const isStrange = text.normalize('NFKC') !== text.normalize('NFC') || foreign.test(text)
  const isMixed = (text.match(words) ?? []).some((word) => latin.test(word) && arabic.test(word))
  if (isStrange || isMixed) return letters
  return text.length > lengthMax || /[\r\n\t]/.test(text) ? tooLong(lengthMax) : null
}

const foreign =
  /(?![\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}A-Za-z\u00c0-\u017f])\p{L}/u
const words = /[\p{L}\p{M}]+/gu
const latin = /\p{Script=Latin}/u
const arabic = /\p{Script=Arabic}/u

const letters: Fault = {
  ok: false,
  code: 'name/disguised',
  text: {
    fa: 'نام تنها با حرف‌های فارسی یا لاتین نوشته می‌شود و هیچ واژه‌ای هر دو را با هم ندارد؛ حرف‌های همانند از خط‌های دیگر پذیرفته نیست.',
    en: 'A name is written in Persian or Latin letters, no word in both; look-alikes of other scripts are not accepted.'
  }
}

function tooLong(lengthMax: number): Fault {
  const digits = new Intl.NumberFormat('fa').format(lengthMax)
  return {
    ok: false,
    code: 'name/length',
    text: {
      fa: `این نام یک سطر و حداکثر ${digits} نویسه است.`,
      en: `This name is one line of at most ${String(lengthMax)} characters.`
    }
  }
}
