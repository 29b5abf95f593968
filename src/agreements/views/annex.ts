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

interface LevelRow {
  readonly service: string
  readonly title: string
  readonly level: Level
}

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
  const rows = annex.services.flatMap((service) =>
    service.levels.map((level) => ({ service: service.service, title: service.title[lang], level }))
  )
  const body = html`${annex.note && alert(view, { kind: 'warning', body: annex.note[lang], still: true })}
  ${clauses.map(
    (clause) =>
      html`<div class="clause">
        <span></span>
        <div class="clause-text"><p>${clause[lang]}</p></div>
        <aside class="clause-beside">
          ${clauseBlock(view, clause, { agreement, beside, text: false })}
        </aside>
      </div>`
  )}
  ${rows.length === 0 ? html`<p>${t.levelsNone}.</p>` : levelTable(view, rows)}`
  return section({ title: annex.title[lang], id: 'annex', body })
}

function levelTable(view: Speaks, rows: readonly LevelRow[]): Html {
  const t = messages.in(view.lang)
  return table<LevelRow>(view, {
    caption: t.levelsTable,
    rows,
    dense: true,
    columns: [
      {
        key: 'service',
        title: t.service,
        cell: ({ service, title }) => html`${title} ${code(service)}`
      },
      {
        key: 'indicator',
        title: t.indicator,
        cell: ({ level }) => indicatorTitles[level.indicator][view.lang]
      },
      { key: 'level', title: t.level, cell: ({ level }) => levelText(view, level) },
      { key: 'clock', title: t.clock, cell: ({ level }) => clockText(view, level) },
      { key: 'clauses', title: t.clause, cell: ({ level }) => clauseLinks(level.clauses) }
    ]
  })
}

/** `at least 95 percent per 30-day month`, with the mark of a proposal where it is one. */
function levelText(view: Speaks, level: Level): Html {
  const t = messages.in(view.lang)
  const value = `${formatNumber(view.lang, level.minimum ?? level.maximum ?? 0)} ${unitTexts[level.unit][view.lang]}`
  const bound = level.minimum === undefined ? t.atMost(value) : t.atLeast(value)
  const period = level.period === 'case' ? t.perCase : t.perMonth
  return html`${bound}
  ${period}${level.proposal && html` ${tag({ text: t.proposal, tone: 'risk', icon: 'pencil' })}`}`
}

function clockText(view: Speaks, level: Level): string {
  const t = messages.in(view.lang)
  if (level.clock === undefined) return '–'
  return level.clock === 'always' ? t.clockAlways : t.clockCard
}
