import { formatDigits, formatJalaliShortDate, formatTime } from '../../../kernel/persian/index.ts'
import { type Choice, type Html, type View, field, html } from '../../../platform/html/index.ts'
import type { FieldProblem } from '../../../platform/index.ts'
import { causeNames } from '../messages.ts'
import { deskTexts } from '../messages-pages.ts'
import { outageCauses } from '../outage.ts'

/** What was typed, by the names of the fields, or what stands there now. */
export type Typed = Readonly<Record<string, string | undefined>>

/** What the fields of a form need. */
export interface FieldsOf {
  readonly typed: Typed
  readonly problems: readonly FieldProblem[]
  /** Before the names of its fields, `news.`: forms on one page have names of their own. */
  readonly prefix: string
}

/** A day and a time of day. */
export function momentFields(
  view: View,
  name: string,
  given: FieldsOf & { readonly date: string; readonly time: string; readonly optional?: boolean }
): Html {
  const t = deskTexts.in(view.lang)
  const { typed, problems, prefix } = given
  const required = given.optional !== true
  return html`<div class="flex flex-wrap gap-4">
    ${field(view, {
      type: 'jalali-date',
      name: `${prefix}${name}.date`,
      label: given.date,
      value: typed[`${name}.date`],
      required,
      problems,
      ...(required ? {} : { help: t.optional })
    })}
    ${field(view, {
      type: 'text',
      name: `${prefix}${name}.time`,
      label: given.time,
      help: t.timeHelp,
      value: typed[`${name}.time`],
      required,
      problems,
      width: 'short',
      attributes: { dir: 'ltr', inputmode: 'numeric' }
    })}
  </div>`
}

/** The same text in both languages. */
export function bothFields(
  view: View,
  name: string,
  given: FieldsOf & {
    readonly fa: string
    readonly en: string
    readonly help?: string
    readonly optional?: boolean
  }
): Html {
  const { typed, problems, prefix } = given
  return html`${(['fa', 'en'] as const).map((lang) =>
    field(view, {
      type: 'paragraph',
      name: `${prefix}${name}.${lang}`,
      label: given[lang],
      value: typed[`${name}.${lang}`],
      required: given.optional !== true,
      problems,
      rows: 3,
      ...(given.help === undefined ? {} : { help: given.help }),
      attributes: { dir: lang === 'fa' ? 'rtl' : 'ltr', lang }
    })
  )}`
}

/** The cause, from the list. */
export function causeField(view: View, { typed, problems, prefix }: FieldsOf): Html {
  const choices = outageCauses.map((cause): Choice => ({
    value: cause,
    text: causeNames[cause][view.lang]
  }))
  return field(view, {
    type: 'choice',
    name: `${prefix}cause`,
    label: deskTexts.in(view.lang).cause,
    value: typed.cause ?? 'unknown',
    required: true,
    choices,
    problems
  })
}

/** An instant as the fields of a form show it. */
export function typedMoment(
  view: View,
  name: string,
  { at, zone }: { readonly at: Temporal.Instant | null; readonly zone: string }
): Typed {
  if (at === null) return {}
  return {
    [`${name}.date`]: formatDigits(formatJalaliShortDate(at, 'fa', zone), view.lang),
    [`${name}.time`]: formatTime(at, view.lang, zone)
  }
}
