import type { z } from 'zod'
import { type FieldProblem, InvalidInputError } from '../errors.ts'
import { inDigits } from '../html/index.ts'
import type { Bilingual } from '../text.ts'
import { plainInput } from './plain-input.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]
type Said = Pick<FieldProblem, 'code' | 'text'>

/**
 * Checks requests by the schemas of their operations. What does not fit is an {@link InvalidInputError}
 * whose fields say where (RFC 6901), by a stable code, and what would be right, in both languages.
 */
export function requestChecker({ schema }: { schema: z.ZodType }) {
  const plain = plainInput(schema)
  return (data: unknown) => {
    const result = schema.safeParse(plain === null ? data : plain(data))
    if (result.success) return { value: result.data }
    const fields = result.error.issues.flatMap((issue) => problemsOf(issue, [], data))
    return { error: new InvalidInputError(fields) }
  }
}

function problemsOf(issue: Issue, above: Path, data: unknown): FieldProblem[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problem([...path, key], unknownKey))
  }
  if (issue.code === 'invalid_union') return ofUnion(issue, path, data)
  return [problem(path, valueAt(data, path) === undefined ? missing : saidOf(issue))]
}

/** Of the alternatives, the one that was meant: the one with the fewest things to mend. */
function ofUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
  data: unknown
): FieldProblem[] {
  const found = issue.errors.map((inner) => inner.flatMap((each) => problemsOf(each, path, data)))
  const [best] = found.toSorted((a, b) => a.length - b.length)
  return best === undefined || best.length === 0 ? [problem(path, wrong)] : best
}

function problem(path: Path, said: Said): FieldProblem {
  return { pointer: path.map((key) => `/${escaped(String(key))}`).join(''), ...said }
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value
}

const said = (code: string, fa: string, en: string): Said => ({
  code: `input/${code}`,
  text: { fa, en }
})

const missing = said('missing', 'این مقدار باید بیاید.', 'This is missing and has to be given.')
const unknownKey = said(
  'unknown',
  'چنین فیلدی در این درخواست شناخته نیست؛ آن را بردارید.',
  'No such field is known here; leave it out.'
)
const wrong = said('wrong', 'این مقدار درست نیست.', 'This value is not right.')
const ill = said(
  'format',
  'نوشتار این مقدار درست نیست؛ الگوی آن در سند رابط آمده است.',
  'This is not well formed; the API’s description gives the pattern.'
)

const formats: Readonly<Record<string, Bilingual>> = {
  datetime: {
    fa: 'زمان را با منطقه زمانی و به قالب RFC 3339 بنویسید، مانند 2026-11-22T09:30:00+03:30.',
    en: 'Write the time with its offset as RFC 3339 does: 2026-11-22T09:30:00+03:30.'
  },
  base64: { fa: 'این مقدار باید base64 باشد.', en: 'This has to be base64.' },
  uuid: { fa: 'این مقدار باید UUID باشد.', en: 'This has to be a UUID.' }
}

const types: Readonly<Record<string, Bilingual>> = {
  string: { fa: 'متن', en: 'a text' },
  number: { fa: 'عدد', en: 'a number' },
  int: { fa: 'عدد درست', en: 'a whole number' },
  boolean: { fa: 'true یا false', en: 'true or false' },
  array: { fa: 'فهرست', en: 'a list' },
  object: { fa: 'شیء JSON', en: 'a JSON object' },
  record: { fa: 'شیء JSON', en: 'a JSON object' }
}

function saidOf(issue: Issue): Said {
  if (issue.code === 'invalid_type') {
    const { fa, en } = types[issue.expected] ?? { fa: issue.expected, en: issue.expected }
    return said('type', `این مقدار باید ${fa} باشد.`, `This has to be ${en}.`)
  }
  if (issue.code === 'invalid_value') {
    const list = issue.values.map(String).join(', ')
    return said('not-listed', `یکی از این‌ها پذیرفته است: ${list}.`, `This may be one of: ${list}.`)
  }
  if (issue.code === 'invalid_format') {
    const text = formats[issue.format]
    return text === undefined ? ill : { ...ill, text }
  }
  return issue.code === 'too_big' || issue.code === 'too_small' ? bound(issue) : wrong
}

const units: Readonly<Record<string, Bilingual>> = {
  string: { fa: ' نویسه', en: ' characters long' },
  array: { fa: ' مورد', en: ' items long' }
}

function bound(issue: Extract<Issue, { code: 'too_big' | 'too_small' }>): Said {
  const unit = units[issue.origin] ?? { fa: '', en: '' }
  if (issue.code === 'too_big') {
    const most = String(issue.maximum)
    return said(
      'too-large',
      `این مقدار باید حداکثر ${inDigits('fa', most)}${unit.fa} باشد.`,
      `This has to be at most ${most}${unit.en}.`
    )
  }
  const least = String(issue.minimum)
  return said(
    'too-small',
    `این مقدار باید حداقل ${inDigits('fa', least)}${unit.fa} باشد.`,
    `This has to be at least ${least}${unit.en}.`
  )
}
