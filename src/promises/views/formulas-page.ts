import {
  type MeasureKey,
  measureKeys,
  measures,
  measureWays,
  parameterWords
} from '../../kernel/terms/index.ts'
import {
  type Html,
  type View,
  code,
  html,
  layout,
  pageHead,
  section
} from '../../platform/html/index.ts'
import type { Bilingual } from '../../platform/index.ts'
import type { Measure } from '../measure.ts'
import { computing } from '../measures/index.ts'
import { scoreboardMessages } from '../messages-scoreboard.ts'

/** Every measure in plain words: what is counted, by which formula, and which have no facts yet. */
export function formulasPage(view: View): Html {
  const t = scoreboardMessages.in(view.lang)
  const rules = [t.rule1, t.rule2, t.rule3, t.rule4, t.rule5]
  const later = measureKeys.filter((key) => !(key in computing))
  return layout(view, {
    title: t.formulas,
    description: t.formulasLead,
    breadcrumbs: [
      { href: '/promises', text: t.title },
      { href: '/promises/formulas', text: t.formulas }
    ],
    body: html`<div class="grid gap-8">
      ${pageHead({ title: t.formulas, lead: t.formulasLead })}
      ${section({
        title: t.general,
        body: html`<ul class="prose list-disc ps-5">
          ${rules.map((rule) => html`<li>${rule}</li>`)}
        </ul>`
      })}
      ${section({ title: t.computedNow, body: html`${Object.values(computing).map((measure) => computedMeasure(view, measure))}` })}
      ${section({
        title: t.notYet,
        body: names(
          view,
          later.map((key) => measures[key])
        )
      })}
      ${section({
        title: t.otherWays,
        body: names(view, Object.values(measureWays))
      })}
    </div>`
  })
}

function computedMeasure(view: View, measure: Pick<Measure<never>, 'name' | 'explain'>): Html {
  const name = measure.name as MeasureKey
  const ways = (variants[name] ?? [{}]).map((parameters) => ({
    label: parameterWords(name, parameters, view.lang)
      .map((each) => `${each.name}: ${each.value}`)
      .join(' · '),
    sentences: measure.explain(parameters as never)[view.lang].split(/(?<=\.)\s+/)
  }))
  const shared = sharedOpening(ways.map(({ sentences }) => sentences))
  return html`<article class="clause-item mt-6" id="${name}">
    <h3>${measures[name].title[view.lang]}</h3>
    <div class="prose">
      ${shared.length > 0 && html`<p>${shared.join(' ')}</p>`}
      ${ways.map(({ label, sentences }) => {
        const own = sentences.slice(shared.length).join(' ')
        return own !== '' && html`<p>${label !== '' && html`<strong>${label}.</strong> `}${own}</p>`
      })}
    </div>
    <p class="muted text-sm">${scoreboardMessages.in(view.lang).nameInFiles} ${code(name)}</p>
  </article>`
}

/** The sentences with which every variant begins: they are told once. */
function sharedOpening(variantSentences: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = variantSentences
  if (others.length === 0) return first
  const end = first.findIndex((text, i) => others.some((other) => other[i] !== text))
  return first.slice(0, end === -1 ? first.length : end)
}

const changed = ['process', 'system', 'documents', 'rules']

/** A measure with several ways of counting explains each, under the parameter that chooses it. */
const variants: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  turnaround: [{ target: 'card' }, { target: 'annex' }],
  availability: [
    { of: 'services' },
    { of: 'service-system', hours: '24x7' },
    { of: 'desk', hours: '24x7' },
    { of: 'failure-report-form' }
  ],
  'advance-notice': [
    { of: 'planned-outage', hours: 72 },
    { of: 'planned-suspension', hours: 72 },
    { of: 'portal', hours: 72 }
  ],
  'incident-notice': [{ minutes: 15 }],
  'change-announced-before-effect': [{ of: changed }, { of: changed, seenOn: 'desk' }],
  'card-complete': [{}, { channels: 'alive' }],
  'card-reachable': [{ menu: 'دولت الکترونیک' }],
  'question-answer-time': [{ of: 'channels' }],
  'declared-channels-only': [{ rule: 'only' }, { rule: 'one-of' }],
  'fee-equals-published': [{ basis: 'decree' }, { basis: 'publication' }],
  'credential-care': [{ of: 'individual' }, { of: 'legal-person' }, { of: 'evidence' }],
  'free-of-charge': [{ of: 'invoices' }, { of: 'tariffs' }],
  'renewal-gap': [{ of: 'gap-days' }, { of: 'services-stopped' }],
  confidentiality: [{ of: 'content' }, { of: 'operator-access' }, { of: 'genuine-senders' }],
  'reach-and-drill': [{ of: 'agencies' }, { of: 'crisis' }]
}

function names(view: View, entries: readonly { title: Bilingual; how: Bilingual }[]): Html {
  return html`<dl class="key-values">
    ${entries.map(
      ({ title, how }) =>
        html`<div>
          <dt>${title[view.lang]}</dt>
          <dd>${how[view.lang]}</dd>
        </div>`
    )}
  </dl>`
}
