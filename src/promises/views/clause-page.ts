import {
  type Clause,
  clauseById,
  clauseKindTitles,
  measureParametersOf,
  measureTitleOf,
  measures,
  measureWays,
  parameterWords
} from '../../kernel/terms/index.ts'
import { type Lang } from '../../kernel/persian/index.ts'
import {
  type Html,
  type KeyValue,
  type View,
  code,
  html,
  join,
  keyValues,
  layout,
  link,
  pageHead,
  section
} from '../../platform/html/index.ts'
import { agreementMessages } from '../messages-agreement.ts'
import { messages as unitCostMessages } from '../unit-costs/messages.ts'
import type { LivingClause } from '../read-clause.ts'
import { computingMeasureOf } from '../score.ts'
import { computedNote } from './agreement-page.ts'
import { clauseHref } from './beside-clause.ts'
import { clauseNumbers, newestNumber } from './clause-numbers.ts'
import { standingMark } from './marks.ts'

/** One clause: its text, how it is measured, what was found, by which facts. */
export function clausePage(view: View, living: LivingClause): Html {
  const { version, clause, standing } = living
  const t = agreementMessages.in(view.lang)
  const home = `/agreements/${version.agreement}/${version.version}`
  const title = t.clauseOf(clause.id)
  const isCounted = standing.accounting === 'facts'
  return layout(view, {
    title,
    description: clause[view.lang],
    breadcrumbs: [
      { href: '/agreements', text: t.agreements },
      { href: home, text: version.ref },
      { href: clauseHref(version.ref, clause.id), text: title }
    ],
    body: html`<div class="grid gap-8">
      ${pageHead({
        title: html`${t.clauseOf('')}${code(clause.id)}`,
        badge: standingMark(view, standing),
        actions: link(view, { href: `${home}#${clause.id}`, text: t.inDocument })
      })}
      ${texts(view, clause)}${isCounted && newestNumber(view, living)}${particulars(view, living)}
      ${section({ title: t.measuredHow, id: 'how', body: howMeasured(view, clause) })}
      ${isCounted && clauseNumbers(view, living)} ${computedNote(view, living)}
    </div>`
  })
}

function texts(view: View, clause: Clause): Html {
  const t = agreementMessages.in(view.lang)
  const persian = text('fa', t.inPersian, clause.fa)
  const english = text('en', t.inEnglish, clause.en)
  return html`<div class="prose">${persian}${english}</div>`
}

function text(lang: Lang, title: string, body: string): Html {
  return html`<figure class="mt-4">
    <figcaption class="muted text-sm">${title}</figcaption>
    <blockquote
      lang="${lang}"
      dir="${lang === 'fa' ? 'rtl' : 'ltr'}"
      class="mt-1 border-s-4 ps-4 ${lang === 'fa' ? 'text-lg font-semibold' : ''}"
    >
      ${body}
    </blockquote>
  </figure>`
}

function particulars(view: View, living: LivingClause): Html {
  const { clause, version } = living
  const { lang } = view
  const t = agreementMessages.in(lang)
  const names = new Map(
    version.document.parties.map((party) => [party.code, party.name[lang]] as const)
  )
  const parties = (codes: Clause['bearer']) =>
    codes.length === 0
      ? '—'
      : codes.map((each) => names.get(each) ?? each).join(lang === 'fa' ? '، ' : ', ')
  const items: KeyValue[] = [
    { key: t.bearer, value: parties(clause.bearer) },
    { key: t.beneficiary, value: parties(clause.beneficiary) },
    { key: t.kind, value: clauseKindTitles[clause.kind][lang] },
    ...remedies(view, living),
    ...(clause.note ? [{ key: t.note, value: clause.note[lang] }] : [])
  ]
  return keyValues(items)
}

/** What the agreement says of a departure, in the words of its own clauses. */
function remedies(view: View, { clause, version }: LivingClause): KeyValue[] {
  if (!clause.remedy) return []
  const lines = clause.remedy.map(
    (id) =>
      html`${link(view, { href: clauseHref(version.ref, id), text: id })}
      ${clauseById(version.document, id)?.[view.lang]}`
  )
  return [{ key: agreementMessages.in(view.lang).remedy, value: join(lines, html`<br />`) }]
}

function howMeasured(view: View, clause: Clause): Html {
  const { lang } = view
  const t = agreementMessages.in(lang)
  if (!('name' in clause.measure)) {
    const way = measureWays[clause.measure.by]
    const document = 'document' in clause.measure ? clause.measure.document[lang] : null
    return html`<div class="prose">
      <p><strong>${way.title[lang]}.</strong> ${way.how[lang]}</p>
      ${clause.measure.how && html`<p>${clause.measure.how[lang]}</p>`}
      ${document !== null && html`<p>${t.ofAttestation}: ${document}</p>`}
    </div>`
  }
  const named = measures[clause.measure.name]
  const parameters = measureParametersOf(clause.measure)
  const computed = computingMeasureOf(clause)
  const told = parameterWords(clause.measure.name, parameters, lang).map(({ name, value }) => ({
    key: name,
    value
  }))
  return html`<div class="prose">
      <p><strong>${measureTitleOf(clause.measure)[lang]}.</strong> ${named.how[lang]}</p>
      ${clause.measure.how && html`<p>${clause.measure.how[lang]}</p>`}
      <p>${computed === null ? t.noFactsRecorded : computed.explain(parameters)[lang]}</p>
      ${
        clause.measure.name === 'cost-saved' &&
        html`<p>
          ${link(view, { href: '/promises/unit-costs', text: unitCostMessages.in(lang).title })}
        </p>`
      }
    </div>
    ${told.length > 0 && keyValues(told, { dense: true })}`
}
