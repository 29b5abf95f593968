import type { Agreement } from './agreement.ts'
import { both, type Broken, type Path } from './problem.ts'

/** The data-policy table: shown by an article, its cells in the order of its columns. */
export function tableRules(agreement: Agreement): Broken[] {
  const article = agreement.articles.findIndex(({ table }) => table !== undefined)
  if (article >= 0 && agreement.dataPolicy === null) {
    return [
      {
        path: ['articles', article, 'table'],
        text: both(
          'این ماده جدول سیاست داده می‌خواهد ولی dataPolicy خالی است.',
          'This article shows the data-policy table, but dataPolicy is null.'
        )
      }
    ]
  }
  if (article < 0 && agreement.dataPolicy !== null) {
    return [
      {
        path: ['dataPolicy'],
        text: both(
          'هیچ ماده‌ای این جدول را نشان نمی‌دهد؛ table: data-policy را در ماده آن بنویسید.',
          'No article shows this table; write table: data-policy in its article.'
        )
      }
    ]
  }
  return (agreement.dataPolicy?.rows ?? []).flatMap((row, i) =>
    row.cells.flatMap((cell, j) => {
      const due = agreement.dataPolicy?.columns[j]?.attribute
      if (due === cell.attribute || due === undefined) return []
      return {
        path: ['dataPolicy', 'rows', i, 'cells', j, 'attribute'],
        text: both(
          `ترتیب خانه‌ها همان ترتیب ستون‌هاست؛ این‌جا ${due} باید بیاید.`,
          `Cells come in the order of the columns; ${due} belongs here.`
        )
      }
    })
  )
}

/** The levels of the annex: each binds one way, within its unit, and proposals stay in drafts. */
export function levelRules(agreement: Agreement): Broken[] {
  return (agreement.annex?.services ?? []).flatMap((service, i) =>
    service.levels.flatMap((level, j) => {
      const path: Path = ['annex', 'services', i, 'levels', j]
      const broken: Broken[] = []
      if ((level.minimum === undefined) === (level.maximum === undefined)) {
        broken.push({
          path,
          text: both(
            'هر سطح باید یا کمینه (minimum) داشته باشد یا بیشینه (maximum).',
            'A level has either a minimum or a maximum.'
          )
        })
      }
      if (level.unit === 'percent' && (level.minimum ?? level.maximum ?? 0) > 100) {
        broken.push({
          path: [...path, level.minimum === undefined ? 'maximum' : 'minimum'],
          text: both('درصد بیش از ۱۰۰ نمی‌شود.', 'A percentage cannot exceed 100.')
        })
      }
      if (level.proposal && agreement.status !== 'draft') {
        broken.push({
          path: [...path, 'proposal'],
          text: both(
            'پیشنهاد تنها در پیش‌نویس می‌آید؛ متن اصلی پیشنهاد ندارد.',
            'Proposals belong in a draft only; a source text has none.'
          )
        })
      }
      return broken
    })
  )
}
