import { toPersianDigits } from '../persian/index.ts'
import { type Agreement, type Clause, sidesOf, versionRefOf } from './agreement.ts'
import { measures } from './measure-names.ts'
import { both, type Broken, type Path } from './problem.ts'
import { levelRules, tableRules } from './table-rules.ts'
import { clauseKindTitles } from './words.ts'

interface PlacedClause {
  clause: Clause
  path: Path
}

/**
 * The rules that no schema of single values can hold: ids that exist and are unique, numbers that
 * agree, dates in order, both sides bound, levels that say which way they bind.
 */
export function brokenRules(agreement: Agreement): Broken[] {
  const placed = placedClauses(agreement)
  return [
    ...clauseIdRules(agreement, placed),
    ...referenceRules(agreement, placed),
    ...measureRules(placed),
    ...sideRules(placed),
    ...partyRules(agreement, placed),
    ...articleRules(agreement),
    ...validityRules(agreement),
    ...tableRules(agreement),
    ...levelRules(agreement)
  ]
}

function placedClauses(agreement: Agreement): PlacedClause[] {
  return [
    ...inStatements(agreement.opening, ['opening']),
    ...agreement.articles.flatMap((article, i) =>
      inStatements(article.statements, ['articles', i, 'statements'])
    ),
    ...(agreement.dataPolicy?.rows ?? []).flatMap((row, i) => [
      { clause: row.clause, path: ['dataPolicy', 'rows', i, 'clause'] },
      ...row.cells.map((cell, j) => ({
        clause: cell.clause,
        path: ['dataPolicy', 'rows', i, 'cells', j, 'clause']
      }))
    ]),
    ...inStatements(agreement.annex?.statements ?? [], ['annex', 'statements'])
  ]
}

function inStatements(statements: Agreement['opening'], base: Path): PlacedClause[] {
  return statements.flatMap((statement, i) =>
    statement.clauses.map((clause, j) => ({ clause, path: [...base, i, 'clauses', j] }))
  )
}

function clauseIdRules(agreement: Agreement, placed: PlacedClause[]): Broken[] {
  const seen = new Set<string>()
  const broken: Broken[] = []
  for (const { clause, path } of placed) {
    const { id } = clause
    if (seen.has(id)) {
      broken.push({
        path: [...path, 'id'],
        text: both(`بند ${id} پیش‌تر آمده است.`, `Clause ${id} is already given above.`)
      })
    }
    if (!id.startsWith(`${agreement.id}-`)) {
      broken.push({
        path: [...path, 'id'],
        text: both(
          `شناسه بندهای این توافق‌نامه با ${agreement.id}- آغاز می‌شود.`,
          `Clause ids of this agreement start with ${agreement.id}-.`
        )
      })
    }
    seen.add(id)
  }
  return broken
}

function referenceRules(agreement: Agreement, placed: PlacedClause[]): Broken[] {
  const known = new Set(placed.map(({ clause }) => clause.id))
  const references: { id: string; path: Path }[] = [
    { id: agreement.validity.clause, path: ['validity', 'clause'] },
    ...placed.flatMap(({ clause, path }) =>
      (clause.remedy ?? []).map((id, i) => ({ id, path: [...path, 'remedy', i] }))
    ),
    ...listed(agreement.definitions, ['definitions']),
    ...listed(agreement.channels, ['channels']),
    ...(agreement.annex?.services ?? []).flatMap((service, i) =>
      listed(service.levels, ['annex', 'services', i, 'levels'])
    )
  ]
  return references
    .filter(({ id }) => !known.has(id))
    .map(({ id, path }) => ({
      path,
      text: both(`بند ${id} در این توافق‌نامه نیست.`, `There is no clause ${id} in this agreement.`)
    }))
}

function listed(items: { clauses: string[] }[], base: Path): { id: string; path: Path }[] {
  return items.flatMap((item, i) =>
    item.clauses.map((id, j) => ({ id, path: [...base, i, 'clauses', j] }))
  )
}

function measureRules(placed: PlacedClause[]): Broken[] {
  return placed.flatMap(({ clause, path }) => {
    if (!('name' in clause.measure)) return []
    const { name } = clause.measure
    const { kinds, parameters } = measures[name]
    const at = [...path, 'measure', 'name']
    if (!(kinds as readonly string[]).includes(clause.kind)) {
      const fits = kinds.map((kind) => clauseKindTitles[kind])
      return {
        path: at,
        text: both(
          `سنجه ${name} برای بند از نوع «${clauseKindTitles[clause.kind].fa}» نیست؛ برای این نوع‌هاست: ${fits.map(({ fa }) => fa).join('، ')}.`,
          `The measure ${name} is not for a clause of kind ${clause.kind}; it is for: ${kinds.join(', ')}.`
        )
      }
    }
    const complete = clause.measure.parameters ?? parameters.safeParse({}).success
    if (complete !== false) return []
    const keys = Object.keys(parameters.shape).join(', ')
    return {
      path: at,
      text: both(
        `سنجه ${name} به parameters نیاز دارد (${keys}).`,
        `The measure ${name} needs parameters (${keys}).`
      )
    }
  })
}

/** An agreement binds both sides: that is what it is (SK-1.1, PI-1.2a). */
function sideRules(placed: PlacedClause[]): Broken[] {
  const sides = [
    ['provider', 'خدمت‌دهنده'],
    ['applicant', 'خدمت‌گیرنده']
  ] as const
  return sides
    .filter(([side]) => !placed.some(({ clause }) => sidesOf(clause)[side]))
    .map(([side, fa]) => ({
      path: ['articles'],
      text: both(
        `هیچ بندی تکلیف ${fa} را نمی‌گوید؛ توافق‌نامه دوجانبه است.`,
        `No clause is borne by the ${side}; an agreement binds both sides.`
      )
    }))
}

function partyRules(agreement: Agreement, placed: PlacedClause[]): Broken[] {
  const named = new Set(agreement.parties.map(({ code }) => code))
  return placed.flatMap(({ clause, path }) =>
    (['bearer', 'beneficiary'] as const).flatMap((side) =>
      clause[side].flatMap((party, i) =>
        named.has(party)
          ? []
          : {
              path: [...path, side, i],
              text: both(
                `طرف ${party} در فهرست parties نام برده نشده است.`,
                `The party ${party} is not named in the list of parties.`
              )
            }
      )
    )
  )
}

function articleRules(agreement: Agreement): Broken[] {
  const misnumbered = agreement.articles.flatMap((article, i) =>
    article.number === i + 1
      ? []
      : {
          path: ['articles', i, 'number'],
          text: both(
            `شماره این ماده باید ${toPersianDigits(i + 1)} باشد.`,
            `The number of this article must be ${String(i + 1)}.`
          )
        }
  )
  const count = agreement.articles.length
  if (agreement.articleCount === count) return misnumbered
  return [
    ...misnumbered,
    {
      path: ['articleCount'],
      text: both(
        `فایل ${toPersianDigits(count)} ماده دارد؛ عدد articleCount باید همین باشد.`,
        `The file holds ${String(count)} articles; articleCount must say so.`
      )
    }
  ]
}

function validityRules(agreement: Agreement): Broken[] {
  const { validity, supersedes, id } = agreement
  const broken: Broken[] = []
  if (validity.from !== null && validity.from > validity.to) {
    broken.push({
      path: ['validity', 'to'],
      text: both('پایان اعتبار پیش از آغاز آن است.', 'The validity ends before it starts.')
    })
  }
  if (supersedes !== null && !supersedes.startsWith(`${id}@`)) {
    broken.push({
      path: ['supersedes'],
      text: both(
        `نسخه پیشین باید از همین توافق‌نامه باشد (${id}@…).`,
        `The earlier version must be of this agreement (${id}@…).`
      )
    })
  }
  if (supersedes === versionRefOf(agreement)) {
    broken.push({
      path: ['supersedes'],
      text: both('نسخه نمی‌تواند جای خودش را بگیرد.', 'A version cannot supersede itself.')
    })
  }
  return broken
}
