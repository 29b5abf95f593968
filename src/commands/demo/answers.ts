import type { FormDefinition, FormField } from '../../kernel/forms/index.ts'
import { parseJalaliDate } from '../../kernel/persian/index.ts'
import { inventNationalId } from './applicants.ts'
import type { Random } from './random.ts'

const sentences = [
  'درخواست رسیدگی دارم و آماده ارائه توضیح بیشتر هستم',
  'موضوع پیش‌تر به صورت شفاهی گفته شده و پاسخی نرسیده است',
  'محل در دسترس است و بازدید آن در هر روز کاری ممکن است'
]
const places = ['بیرجند', 'قاین', 'فردوس', 'طبس', 'نهبندان', 'سرایان']

/** Answers that a careful applicant would give to a form, drawn from the random source. */
export function inventAnswers(form: FormDefinition, random: Random): Record<string, unknown> {
  return Object.fromEntries(
    form.fields
      .filter(
        (field) => field.required || ('mustAgree' in field && field.mustAgree) || random.chance(0.4)
      )
      .map((field) => [field.name, answerTo(field, random)])
  )
}

type Answer<F> = (field: F, random: Random) => unknown
type Inventions = { [T in FormField['type']]: Answer<Extract<FormField, { type: T }>> }

const number: Answer<{ min?: number | undefined; max?: number | undefined }> = (field, random) => {
  const least = field.min ?? 1
  return String(random.between(least, Math.min(field.max ?? least + 500, least + 500)))
}

const inventions: Inventions = {
  text: writing,
  paragraph: writing,
  integer: number,
  money: number,
  'jalali-date': dateFor,
  choice: (field, random) => random.pick(field.choices).value,
  choices: (field, random) => [random.pick(field.choices).value],
  'yes-no': (field, random) => (field.mustAgree === true || random.chance(0.5) ? 'yes' : 'no'),
  'national-id': (_field, random) => inventNationalId(random),
  'legal-id': (_field, random) => random.pick(['10380284790', '10100387143']),
  mobile: (_field, random) => `0915${String(random.between(1_000_000, 9_999_999))}`,
  'postal-code': (_field, random) => String(random.between(9_711_111_111, 9_799_999_999)),
  iban: () => 'IR820540102680020817909002',
  'e-mail': (_field, random) => `applicant${String(random.between(1, 999))}@example.ir`
}

function answerTo(field: FormField, random: Random): unknown {
  return (inventions[field.type] as Answer<FormField>)(field, random)
}

function writing(
  field: Extract<FormField, { type: 'text' | 'paragraph' }>,
  random: Random
): string {
  if (field.script === 'latin')
    return 'Example Company'.padEnd(field.lengthMin ?? 1, 'x').slice(0, field.lengthMax)
  const base = field.type === 'text' ? random.pick(places) : random.pick(sentences)
  const long = base.length >= (field.lengthMin ?? 1) ? base : `${base} ${random.pick(sentences)}`
  return long.slice(0, field.lengthMax ?? 20_000).trim()
}

function dateFor(field: Extract<FormField, { type: 'jalali-date' }>, random: Random): string {
  const year =
    field.when === 'future'
      ? '1410'
      : field.when === 'past'
        ? '1370'
        : (field.min ?? field.max ?? '1400').slice(0, 4)
  const month = String(random.between(1, 11)).padStart(2, '0')
  const date = `${year}-${month}-${String(random.between(1, 29)).padStart(2, '0')}`
  const bounded = field.min !== undefined && date < field.min ? field.min : date
  const chosen = field.max !== undefined && bounded > field.max ? field.max : bounded
  if (!parseJalaliDate(chosen).ok) throw new Error(`invented a date that is none: ${chosen}`)
  return chosen
}
