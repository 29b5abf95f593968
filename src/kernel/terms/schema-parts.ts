import { z } from 'zod'
import { parseJalaliDate, refuseHostileText } from '../persian/index.ts'
import { both } from './problem.ts'

/** Longest text of a clause or sentence, in UTF-16 units; the longest of the sources has 470. */
const textLengthMax = 4000

/**
 * Issues of our own checks carry their two-language text as JSON in the message, and the translator
 * of issues reads it back; the library itself has one message only.
 */
export function own(fa: string, en: string): string {
  return JSON.stringify(both(fa, en))
}

function honest(text: string, context: z.RefinementCtx): void {
  const fault = refuseHostileText(text)
  if (fault) context.addIssue({ code: 'custom', message: JSON.stringify(fault.text) })
  else if (text.trim() !== text) {
    context.addIssue({
      code: 'custom',
      message: own(
        'فاصله‌های آغاز و پایان متن را بردارید.',
        'Remove the spaces at the start and the end of the text.'
      )
    })
  }
}

function persian(text: string, context: z.RefinementCtx): void {
  honest(text, context)
  if (/[\u064a\u0643]/.test(text)) {
    context.addIssue({
      code: 'custom',
      message: own(
        'در متن «ي» یا «ك» عربی آمده است؛ «ی» و «ک» فارسی بنویسید.',
        'The text has the Arabic letters ي or ك; write the Persian ی and ک.'
      )
    })
  } else if (!/\p{Script=Arabic}/u.test(text)) {
    context.addIssue({
      code: 'custom',
      message: own('این‌جا متن فارسی بنویسید.', 'Write Persian text here.')
    })
  }
}

const text = z.string().min(1).max(textLengthMax)

/** English or neutral text, free of hidden characters. */
export const plainText = text.superRefine(honest)
/** One text in both languages; the Persian one in Persian letters. */
export const bilingual = z.strictObject({ fa: text.superRefine(persian), en: plainText })

/** A date of the Persian calendar as `1405-12-29`; must exist. */
export const jalaliDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .superRefine((value, context) => {
    const read = parseJalaliDate(value)
    if (!read.ok) context.addIssue({ code: 'custom', message: JSON.stringify(read.text) })
  })

/** Id of a clause, such as `SK-5.4a` or `PI-5.R1.C3`. */
export const clauseId = z
  .string()
  .regex(/^[A-Z]{2,8}-(?:\d{1,2}(?:\.\d{1,2}){0,2}(?:\.[A-Z]\d{1,2}){0,2}[a-z]?|[A-Z]\.\d{1,2})$/)

/** A short code: lower-case letters, digits and dashes. */
export const code = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/)
/** Code of a service; text, because leading zeros count. */
export const serviceCode = z.string().regex(/^[0-9]{8,14}(?:-[0-9]{1,3})?$/)
/** A host name, such as `SKO.IR`. */
export const hostName = z
  .string()
  .max(253)
  .regex(/^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/)
/** An `https:` or `http:` address. */
export const webAddress = z
  .string()
  .max(500)
  .regex(/^https?:\/\/[^\s<>"']+$/)

/** Name of an agreement and of a version of it. */
export const agreementId = z.string().regex(/^[A-Z]{2,8}$/)
export const versionName = z.string().regex(/^1[2-5]\d{2}(?:\.[1-9]\d?)?$/)
/** `SK@1398`. */
export const versionRef = z.string().regex(/^[A-Z]{2,8}@1[2-5]\d{2}(?:\.[1-9]\d?)?$/)
