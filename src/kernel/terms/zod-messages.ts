import type { z } from 'zod'
import { type Bilingual, toPersianDigits } from '../persian/index.ts'
import { nearest } from './nearest.ts'
import { both, type Path } from './problem.ts'

type Issue = z.core.$ZodIssue

/** An issue brought to the one value that is wrong. */
export interface Located {
  path: Path
  /** Set where a key, not a value, is wrong. */
  key?: string
  text: Bilingual
}

/**
 * What a schema's issue means to the writer of a file: the value that is wrong, and what would be
 * right there, in both languages.
 */
export function explainIssue(issue: Issue, data: unknown): Located[] {
  const path = issue.path as Path
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path, key, text: unknownKey(key) }))
  }
  if (issue.code === 'invalid_union') return explainUnion(issue, path, data)
  if (issue.code === 'custom') return [{ path, text: JSON.parse(issue.message) as Bilingual }]
  return [{ path, text: plainIssue(issue, valueAt(data, path), path) }]
}

function explainUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
  data: unknown
): Located[] {
  const discriminator = 'discriminator' in issue ? issue.discriminator : undefined
  if (typeof discriminator === 'string' && issue.errors.length === 0) {
    const at = path.at(-1) === discriminator ? path : [...path, discriminator]
    const value = valueAt(data, at)
    return [
      { path: at, text: value === undefined ? noMeasure : unknownWord(value, optionsOf(issue)) }
    ]
  }
  // A measure is either named or has a `by`; the branch that the writer meant is the one to explain.
  const value = valueAt(data, path)
  const meant = isRecord(value) && 'by' in value ? 1 : 0
  return (issue.errors[meant] ?? issue.errors[0] ?? []).flatMap((inner) =>
    explainIssue({ ...inner, path: [...path, ...inner.path] }, data)
  )
}

const noMeasure = both(
  'سنجه باید name (نام سنجه) یا by (راه دیگر) داشته باشد.',
  'A measure must have name (of a measure) or by (another way).'
)

function optionsOf(issue: Extract<Issue, { code: 'invalid_union' }>): string[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : []
}

function plainIssue(issue: Issue, value: unknown, path: Path): Bilingual {
  if (value === undefined) return missing(path)
  if (issue.code === 'invalid_type') return wrongType(issue.expected, value)
  if (issue.code === 'invalid_value') return unknownWord(value, issue.values.map(String))
  if (issue.code === 'invalid_format') return ownText(issue.message) ?? wrongForm(path)
  if (issue.code === 'too_big' || issue.code === 'too_small') return wrongSize(issue)
  return both('این مقدار درست نیست.', 'This value is not right.')
}

/** The text that a schema gave to its own form, as JSON of both languages; `null` for the library's. */
function ownText(message: string): Bilingual | null {
  return message.startsWith('{') ? (JSON.parse(message) as Bilingual) : null
}

function missing(path: Path): Bilingual {
  const name = String(path.at(-1) ?? '')
  return both(
    `کلید «${name}» در این بخش نیامده است؛ آن را بنویسید.`,
    `The key "${name}" is missing from this part; write it.`
  )
}

function unknownKey(key: string): Bilingual {
  const name = key.slice(0, 60)
  return both(
    `کلید «${name}» در این بخش شناخته نیست؛ آن را بردارید یا املای آن را درست کنید.`,
    `The key "${name}" is not known in this part; remove it or correct its spelling.`
  )
}

const typeNames: Record<string, Bilingual> = {
  string: both('متن', 'text'),
  number: both('عدد', 'a number'),
  int: both('عدد درست', 'a whole number'),
  boolean: both('true یا false', 'true or false'),
  array: both('فهرست', 'a list'),
  object: both('بخشی با کلیدها', 'a mapping with keys'),
  null: both('null', 'null')
}

function wrongType(expected: string, value: unknown): Bilingual {
  const name = typeNames[expected] ?? both(expected, expected)
  const quote = expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')
  return quote
    ? both(
        `این مقدار باید متن باشد؛ آن را در گیومه بگذارید: "${String(value)}".`,
        `This must be text; put it in quotes: "${String(value)}".`
      )
    : both(`این‌جا باید ${name.fa} باشد.`, `This must be ${name.en}.`)
}

function unknownWord(value: unknown, allowed: readonly string[]): Bilingual {
  const word = typeof value === 'string' ? value : JSON.stringify(value ?? null)
  const close = nearest(word, allowed)
  const few = allowed.length <= 12 ? allowed : close
  const shown = few.join(', ')
  const fa = shown === '' ? '' : `؛ یکی از این‌ها را بنویسید: ${shown}`
  const en = shown === '' ? '' : `; write one of: ${shown}`
  return both(
    `«${word.slice(0, 60)}» این‌جا پذیرفته نیست${fa}.`,
    `"${word.slice(0, 60)}" is not accepted here${en}.`
  )
}

function wrongSize(issue: Extract<Issue, { code: 'too_big' | 'too_small' }>): Bilingual {
  const big = issue.code === 'too_big'
  const limit = String(big ? issue.maximum : issue.minimum)
  const least = toPersianDigits(limit)
  if (issue.origin === 'string') {
    return big
      ? both(
          `متن نباید بیش از ${least} نویسه باشد.`,
          `The text may have at most ${limit} characters.`
        )
      : both('این متن نباید خالی باشد.', 'This text must not be empty.')
  }
  const [fa, en] = issue.origin === 'array' ? [' مورد', ' items'] : ['', '']
  return big
    ? both(`این‌جا باید حداکثر ${least}${fa} باشد.`, `This may be at most ${limit}${en}.`)
    : both(`این‌جا باید حداقل ${least}${fa} باشد.`, `This must be at least ${limit}${en}.`)
}

const codeForm = both(
  'نوشتار این مقدار درست نیست؛ حرف‌های کوچک لاتین، رقم و خط تیره به کار ببرید.',
  'This value is not well formed; use lower-case letters, digits and dashes.'
)
const idForm = both(
  'شناسه باید مانند SK-5.4a یا PI-5.R1.C3 باشد (شناسه توافق‌نامه: چند حرف بزرگ لاتین).',
  'An id must look like SK-5.4a or PI-5.R1.C3 (of an agreement: a few capital letters).'
)
const dateForm = both(
  'تاریخ را هجری شمسی و به صورت 1405-12-29 بنویسید.',
  'Write the date in the Persian calendar as 1405-12-29.'
)
const hoursForm = both('ساعت‌ها را به صورت "08:00-14:00" بنویسید.', 'Write hours as "08:00-14:00".')

/** What would be right, by the key whose value is not well formed. */
const forms = new Map<string, Bilingual>([
  ...['id', 'clause', 'clauses', 'remedy'].map((key) => [key, idForm] as const),
  ...['from', 'to', 'on', 'signedOn', 'readings', 'coversFrom', 'coversTo'].map(
    (key) => [key, dateForm] as const
  ),
  ...['sat', 'sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'hours'].map(
    (key) => [key, hoursForm] as const
  ),
  [
    'announcedAt',
    both('زمان را به صورت 2025-08-11T10:52:00Z بنویسید.', 'Write the time as 2025-08-11T10:52:00Z.')
  ],
  [
    'version',
    both(
      'نسخه باید سال هجری شمسی در گیومه باشد، مانند "1405" یا "1405.2".',
      'The version must be a Persian-calendar year in quotes, such as "1405" or "1405.2".'
    )
  ],
  [
    'supersedes',
    both(
      'نسخه پیشین باید مانند SK@1398 نوشته شود.',
      'The earlier version must be written like SK@1398.'
    )
  ],
  [
    'service',
    both(
      'کد خدمت باید ۸ تا ۱۴ رقم در گیومه باشد.',
      'A service code must be 8 to 14 digits in quotes.'
    )
  ],
  [
    'number',
    both('شماره باید مانند "5" یا "4.1.2" باشد.', 'The number must look like "5" or "4.1.2".')
  ],
  ['hosts', both('نام میزبان باید مانند SKO.IR باشد.', 'A host name must look like SKO.IR.')],
  [
    'desk',
    both(
      'نشانی باید با https:// یا http:// آغاز شود.',
      'The address must start with https:// or http://.'
    )
  ],
  [
    'zone',
    both('منطقه زمانی باید مانند Asia/Tehran باشد.', 'A time zone must look like Asia/Tehran.')
  ]
])

function wrongForm(path: Path): Bilingual {
  const keys = path.filter((part) => typeof part === 'string')
  if (keys.join('/') === 'authority/id') return codeForm
  return forms.get(keys.at(-1) ?? '') ?? codeForm
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data
  for (const part of path) {
    if (Array.isArray(value)) value = value[Number(part)] as unknown
    else if (isRecord(value) && Object.hasOwn(value, part)) value = value[String(part)]
    else return undefined
  }
  return value
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
