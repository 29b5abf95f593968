import { formatJalaliDateTime } from '../../kernel/persian/index.ts'
import type { Bilingual, Context, Json, JsonObject, Lang } from '../../platform/index.ts'
import { code, html, raw } from '../../platform/html/index.ts'
import { columnWords, exportMessages } from './messages-export.ts'
import type { PersonalDataHolder, PersonalFile, PersonalRows } from './holder.ts'

interface Listed {
  readonly href: string
  readonly title: Bilingual
  readonly count: number
}

/**
 * The files of a copy, slice by slice: rows as a page in each language and as JSON, documents as they
 * are, and at the end a page that leads to all of them.
 * @param progress - Told before each slice how many are done.
 * @yields One file after the other; none is held in memory but what is rows.
 */
export async function* exportFiles(
  context: Context,
  of: { readonly holders: readonly PersonalDataHolder[]; readonly person: string },
  progress: (done: number) => Promise<void>
): AsyncGenerator<PersonalFile> {
  const listed: Listed[] = []
  const files: string[] = []
  const names = new Set<string>()
  for (const [index, holder] of of.holders.entries()) {
    await progress(index)
    for await (const each of holder.collect(context, of.person)) {
      if ('rows' in each) {
        listed.push({ href: `${each.name}.html`, title: each.title, count: each.rows.length })
        yield* pagesOf(each)
      } else {
        const file = unused(each.file, names)
        files.push(file)
        yield { file, content: each.content }
      }
    }
  }
  const at = context.clock.now()
  yield { file: 'fa.html', content: startPage('fa', { listed, files, at }) }
  yield { file: 'en.html', content: startPage('en', { listed, files, at }) }
}

/** Two documents of the same name are two files. */
function unused(file: string, names: Set<string>): string {
  let name = file
  for (let number = 2; names.has(name); number += 1) {
    name = file.replace(/(\.[^./]*)?$/, `-${String(number)}$1`)
  }
  names.add(name)
  return name
}

function* pagesOf(rows: PersonalRows): Generator<PersonalFile> {
  yield { file: `json/${rows.name}.json`, content: `${JSON.stringify(rows.rows, null, 2)}\n` }
  for (const lang of ['fa', 'en'] as const) {
    yield { file: `${lang}/${rows.name}.html`, content: rowsPage(lang, rows) }
  }
}

function rowsPage(lang: Lang, { title, rows }: PersonalRows): string {
  const t = exportMessages.in(lang)
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const other = lang === 'fa' ? 'labelEn' : 'labelFa'
  const shown = columns.filter((column) => column !== other)
  const body = html`<table>
    <thead>
      <tr>
        ${shown.map((column) => html`<th scope="col">${nameOf(column, lang)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${shown.map((column) => html`<td>${cellOf(row, column, lang)}</td>`)}
          </tr>`
      )}
    </tbody>
  </table>`
  return pageOf(lang, { title: title[lang], lead: t.rows(rows.length), body })
}

function nameOf(column: string, lang: Lang): string {
  const plain = column.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return columnWords[plain]?.[lang] ?? column
}

function cellOf(row: JsonObject, column: string, lang: Lang) {
  const value = row[column]
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(value)) {
    return whenOf(value, lang)
  }
  if (isBilingual(value)) return value[lang]
  if (typeof value === 'object') return code(JSON.stringify(value))
  return typeof value === 'boolean' ? exportMessages.in(lang)[value ? 'yes' : 'no'] : String(value)
}

function whenOf(text: string, lang: Lang): string {
  const at = Temporal.Instant.from(text.replace(' ', 'T'))
  return formatJalaliDateTime(at, lang)
}

function isBilingual(value: Json): value is { fa: string; en: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'fa' in value &&
    'en' in value &&
    typeof value.fa === 'string' &&
    typeof value.en === 'string'
  )
}

function startPage(
  lang: Lang,
  of: { listed: readonly Listed[]; files: readonly string[]; at: Temporal.Instant }
): string {
  const t = exportMessages.in(lang)
  const body = html`<ul>
      ${of.listed.map(
        ({ href, title, count }) =>
          html`<li><a href="${lang}/${href}">${title[lang]}</a> (${t.rows(count)})</li>`
      )}
    </ul>
    ${
      of.files.length > 0 &&
      html`<h2>${t.files}</h2>
        <ul>
          ${of.files.map(
            (file) =>
              html`<li>
                <a href="${encodeURI(file)}"><bdi>${file}</bdi></a>
              </li>`
          )}
        </ul>`
    }
    <p>${t.receiptsHow}</p>
    <p><a href="${lang === 'fa' ? 'en' : 'fa'}.html">${t.otherLanguage}</a></p>`
  return pageOf(lang, { title: t.title, lead: t.made(formatJalaliDateTime(of.at, lang)), body })
}

// Written out whole: the file stands alone, and templates put nothing into styles.
const style =
  '<style>body{font-family:system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;line-height:1.7;color-scheme:light dark}table{border-collapse:collapse;display:block;overflow-x:auto}td,th{border:1px solid #8886;padding:.3rem .6rem;text-align:start;vertical-align:top}</style>'

function pageOf(lang: Lang, page: { title: string; lead: string; body: unknown }): string {
  const direction = lang === 'fa' ? 'rtl' : 'ltr'
  return html`${raw('<!doctype html>')}
    <html lang="${lang}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${page.title}</title>
        ${raw(style)}
      </head>
      <body>
        <h1>${page.title}</h1>
        <p>${page.lead}</p>
        ${page.body as never}
      </body>
    </html>`.toString()
}
