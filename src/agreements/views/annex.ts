import {
  type Agreement,
  type Clause,
  type Level,
  indicatorTitles,
  unitTexts
} from '../../kernel/terms/index.ts'
import {
  type Content,
  type Html,
  type Speaks,
  alert,
  code,
  formatNumber,
  html,
  section,
  table,
  tag
} from '../../platform/html/index.ts'
import { messages } from '../messages.ts'
import { clauseBlock, clauseLinks } from './clause-block.ts'

type Service = NonNullable<Agreement['annex']>['services'][number]

/** The appendix: its clauses, and the services with their levels, each proposal marked as one. */
export function annexBody(
  view: Speaks,
  agreement: Agreement,
  beside: (clause: Clause) => Content
): Html | null {
  const { annex } = agreement
  if (annex === null) return null
  const { lang } = view
  const t = messages.in(lang)
  const clauses = annex.statements.flatMap((statement) => statement.clauses)
  const body = html`${annex.note && alert(view, { kind: 'warning', body: annex.note[lang], still: true })}
  ${clauses.map(
    (clause) =>
      html`<div class="clause">
        <span></span>
        <div class="clause-text"><p>${clause[lang]}</p></div>
        <div class="clause-beside">
          ${clauseBlock(view, clause, { agreement, beside, text: false })}
        </div>
      </div>`
  )}
  ${annex.services.length === 0 ? html`<p>${t.levelsNone}.</p>` : levelTable(view, annex.services)}`
  return section({ title: annex.title[lang], id: 'annex', body })
}

function levelTable(view: Speaks, services: readonly Service[]): Html {
  const t = messages.in(view.lang)
  const used = new Set(services.flatMap(({ levels }) => levels.map(({ indicator }) => indicator)))
  return table<Service>(view, {
    caption: t.levelsTable,
    rows: services,
    dense: true,
    columns: [
      {
        key: 'service',
        title: t.service,
        cell: (row) => html`${row.title[view.lang]} ${code(row.service)}`
      },
      ...[...used].map((indicator) => ({
        key: indicator,
        title: indicatorTitles[indicator][view.lang],
        cell: ({ levels }: Service) => {
          const level = levels.find((one) => one.indicator === indicator)
          return level ? levelText(view, level) : '–'
        }
      })),
      {
        key: 'clauses',
        title: t.clause,
        cell: ({ levels }) => clauseLinks([...new Set(levels.flatMap(({ clauses }) => clauses))])
      }
    ]
  })
}

/** `at least 95 percent per 30-day month`, with the mark of a proposal where it is one. */
export function levelText(view: Speaks, level: Level): Html {
  const t = messages.in(view.lang)
  const value = `${formatNumber(view.lang, level.minimum ?? level.maximum ?? 0)} ${unitTexts[level.unit][view.lang]}`
  if (level.unit === 'visit' && level.maximum === 0)
    return html`${t.noVisit}${proposalMark(view, level)}`
  const bound = level.minimum === undefined ? t.atMost(value) : t.atLeast(value)
  const period = level.period === 'case' ? t.perCase : t.perMonth
  const clock = level.clock && `(${level.clock === 'always' ? t.clockAlways : t.clockCard})`
  return html`${bound} ${period} ${clock}${proposalMark(view, level)}`
}

function proposalMark(view: Speaks, { proposal }: Level): Html | false {
  const { proposal: text } = messages.in(view.lang)
  return proposal === true && html` ${tag({ text, tone: 'risk', icon: 'pencil' })}`
}
