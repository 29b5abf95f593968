import {
  formatJalaliDate,
  type Lang,
  parseJalaliDate,
  jalaliToPlainDate,
  toPersianDigits
} from '../persian/index.ts'
import { type Agreement, type Article, type Statement, statementText } from './agreement.ts'
import { unitTexts, indicatorTitles } from './level-words.ts'

/**
 * The document as Markdown (CommonMark with tables): the sentences as they stand in the agreement,
 * the ids of their clauses after them, the table of data, the annex, and the notes on its origin.
 */
export function agreementMarkdown(agreement: Agreement, lang: Lang): string {
  const t = words[lang]
  const parts = [
    `# ${escape(agreement.title[lang])}`,
    headMarkdown(agreement, lang),
    ...agreement.opening.map((statement) => statementMarkdown(statement, lang)),
    ...agreement.articles.map((article) => articleMarkdown(agreement, article, lang)),
    annexMarkdown(agreement, lang),
    `## ${t.origin}`,
    escape(agreement.provenance.source[lang]),
    agreement.provenance.transcription ? escape(agreement.provenance.transcription[lang]) : '',
    (agreement.provenance.notes ?? [])
      .map((note) => `- (${digits(note.place, lang)}) ${escape(note.text[lang])}`)
      .join('\n')
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function headMarkdown(agreement: Agreement, lang: Lang): string {
  const t = words[lang]
  const { from, to } = agreement.validity
  const rows = [
    [t.version, `${agreement.id}@${agreement.version}`],
    [t.state, agreement.status === 'draft' ? t.draft : t.expired],
    [t.from, from === null ? t.unknown : day(from, lang)],
    [t.to, day(to, lang)],
    [t.signatory, agreement.signatory.post?.[lang] ?? t.unknown]
  ]
  return rows.map(([name, value]) => `- ${name ?? ''}: ${escape(value ?? '')}`).join('\n')
}

function articleMarkdown(agreement: Agreement, article: Article, lang: Lang): string {
  return [
    `## ${digits(String(article.number), lang)}. ${escape(article.title[lang])}`,
    ...article.statements.map((statement) => statementMarkdown(statement, lang)),
    ...(article.table ? [tableMarkdown(agreement, lang)] : [])
  ].join('\n\n')
}

function statementMarkdown(statement: Statement, lang: Lang): string {
  const text = statementText(statement)
  const number = statement.number ? `(${digits(statement.number, lang)}) ` : ''
  const heading = statement.heading ? `**${escape(statement.heading[lang])}:** ` : ''
  const ids = statement.clauses.map(({ id }) => `\`${id}\``).join(' ')
  return `${number}${heading}${escape(text?.[lang] ?? '')}${ids === '' ? '' : ` ${ids}`}`
}

function tableMarkdown(agreement: Agreement, lang: Lang): string {
  const { columns, rows } = agreement.dataPolicy ?? { columns: [], rows: [] }
  const head = [words[lang].dataType, ...columns.map(({ title }) => title[lang])]
  const body = rows.map((row) => [
    `${escape(row.title[lang])} \`${row.clause.id}\``,
    ...row.cells.map((cell) => `${escape(cell.value[lang])} \`${cell.clause.id}\``)
  ])
  return table(head.map(escape), body)
}

function annexMarkdown(agreement: Agreement, lang: Lang): string {
  const { annex } = agreement
  if (annex === null) return ''
  const t = words[lang]
  const rows = annex.services.flatMap((service) =>
    service.levels.map((level) => {
      const bound = level.minimum === undefined ? t.atMost : t.atLeast
      const value = digits(String(level.minimum ?? level.maximum ?? ''), lang)
      return [
        `${escape(service.title[lang])} \`${service.service}\``,
        indicatorTitles[level.indicator][lang],
        `${bound} ${value} ${unitTexts[level.unit][lang]}`,
        level.proposal ? t.proposal : ''
      ]
    })
  )
  return [
    `## ${escape(annex.title[lang])}`,
    annex.note ? `> ${escape(annex.note[lang])}` : '',
    ...annex.statements.map((statement) => statementMarkdown(statement, lang)),
    rows.length === 0 ? t.noLevels : table([t.service, t.indicator, t.level, ''], rows)
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

function table(head: string[], rows: string[][]): string {
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function escape(text: string): string {
  return text.replaceAll(/[\\`*_<>[\]|#]/g, String.raw`\$&`)
}

function digits(text: string, lang: Lang): string {
  return lang === 'fa' ? toPersianDigits(text) : text
}

function day(jalali: string, lang: Lang): string {
  const read = parseJalaliDate(jalali)
  return read.ok ? formatJalaliDate(jalaliToPlainDate(read.value), lang) : jalali
}

const words = {
  fa: {
    version: 'نسخه',
    state: 'وضعیت',
    draft: 'پیش‌نویس، امضا نشده',
    expired: 'متن منبع، اعتبار آن پایان یافته است',
    from: 'آغاز اعتبار',
    to: 'پایان اعتبار (تا پایان روز، به وقت تهران)',
    signatory: 'سمت امضاکننده',
    unknown: 'در متن نیامده است',
    dataType: 'نوع داده',
    service: 'خدمت',
    indicator: 'شاخص',
    level: 'سطح',
    atLeast: 'حداقل',
    atMost: 'حداکثر',
    proposal: 'پیشنهاد، نه تعهد',
    noLevels: 'سطوح اعلام نشده است.',
    origin: 'منشأ متن'
  },
  en: {
    version: 'Version',
    state: 'State',
    draft: 'Draft, not signed',
    expired: 'Source text, its validity has ended',
    from: 'Valid from',
    to: 'Valid to (end of day, Tehran)',
    signatory: 'Signing post',
    unknown: 'not in the text',
    dataType: 'Data type',
    service: 'Service',
    indicator: 'Indicator',
    level: 'Level',
    atLeast: 'at least',
    atMost: 'at most',
    proposal: 'proposal, not an undertaking',
    noLevels: 'Levels are not declared.',
    origin: 'Origin of the text'
  }
}
