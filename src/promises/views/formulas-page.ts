import { measureKeys, measures, measureWays } from '../../kernel/terms/index.ts'
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
        body: html`<ul class="prose">
          ${rules.map((rule) => html`<li>${rule}</li>`)}
        </ul>`
      })}
      ${section({ title: t.computedNow, body: html`${Object.values(computing).map((measure) => computedMeasure(view, measure))}` })}
      ${section({
        title: t.notYet,
        body: names(
          view,
          later.map((key) => ({ name: key, ...measures[key] }))
        )
      })}
      ${section({
        title: t.otherWays,
        body: names(
          view,
          Object.entries(measureWays).map(([name, way]) => ({ name, ...way }))
        )
      })}
    </div>`
  })
}

function computedMeasure(view: View, measure: Pick<Measure<never>, 'name' | 'explain'>): Html {
  const { title } = measures[measure.name as keyof typeof measures]
  return html`<article class="clause-item mt-6" id="${measure.name}">
    <h3>${title[view.lang]} ${code(measure.name)}</h3>
    <div class="prose">
      ${(variants[measure.name] ?? [{}]).map((parameters) => variant(view, measure, parameters))}
    </div>
  </article>`
}

/** A measure with several ways of counting explains each, under the parameter that chooses it. */
const variants: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  turnaround: [{ target: 'card' }, { target: 'annex' }],
  'declared-channels-only': [{ rule: 'only' }, { rule: 'one-of' }],
  'fee-equals-published': [{ basis: 'decree' }, { basis: 'publication' }],
  'free-of-charge': [{ of: 'invoices' }, { of: 'tariffs' }],
  'renewal-gap': [{ of: 'gap-days' }, { of: 'services-stopped' }]
}

function variant(
  view: View,
  measure: Pick<Measure<never>, 'explain'>,
  parameters: Readonly<Record<string, string>>
): Html {
  const chosen = Object.entries(parameters).map(([name, value]) => code(`${name}: ${value}`))
  const text = measure.explain(parameters as never)[view.lang]
  return html`<p>${chosen.length > 0 && html`<strong>${chosen}</strong><br />`}${text}</p>`
}

function names(
  view: View,
  entries: readonly { name: string; title: Bilingual; how: Bilingual }[]
): Html {
  return html`<dl class="key-values">
    ${entries.map(
      ({ name, title, how }) =>
        html`<div>
          <dt>${title[view.lang]} ${code(name)}</dt>
          <dd>${how[view.lang]}</dd>
        </div>`
    )}
  </dl>`
}
