import type { z } from 'zod'
import type { MeasureKey, MeasureWay } from './measure-names.ts'
import type {
  agreementSchema,
  articleSchema,
  clauseSchema,
  levelSchema,
  statementSchema
} from './schema.ts'
import { type PartyCode, providerSide } from './words.ts'

/** A whole agreement file: the document, its clauses and what is known of their origin. */
export type Agreement = z.infer<typeof agreementSchema>
/** A numbered part of the document. */
export type Article = z.infer<typeof articleSchema>
/** One sentence of the document as it stands there, with the clauses that it carries. */
export type Statement = z.infer<typeof statementSchema>
/** One duty, right or definition: the unit that is measured and pointed at. */
export type Clause = z.infer<typeof clauseSchema>
/** How a clause is accounted for: by a measure's name, or honestly otherwise. */
export type Measure = Clause['measure']
/** A floor or ceiling for one service. */
export type Level = z.infer<typeof levelSchema>

/** `SK@1398`: how facts and receipts name a version. */
export function versionRefOf(agreement: Pick<Agreement, 'id' | 'version'>): string {
  return `${agreement.id}@${agreement.version}`
}

/** Name of the measure, or the way that stands for one: the key of a measure's implementation. */
export function measureKeyOf(measure: Measure): MeasureKey | MeasureWay {
  return 'name' in measure ? measure.name : measure.by
}

/** Parameters of a clause's measure; empty where it has none. */
export function measureParametersOf(measure: Measure): Readonly<Record<string, unknown>> {
  return 'name' in measure ? (measure.parameters ?? {}) : {}
}

/** All clauses in the order of the document: opening, articles with their table, annex. */
export function clausesOf(agreement: Agreement): Clause[] {
  return [
    ...agreement.opening.flatMap((statement) => statement.clauses),
    ...agreement.articles.flatMap((article) => [
      ...article.statements.flatMap((statement) => statement.clauses),
      ...(article.table ? tableClauses(agreement) : [])
    ]),
    ...(agreement.annex?.statements ?? []).flatMap((statement) => statement.clauses)
  ]
}

function tableClauses(agreement: Agreement): Clause[] {
  return (agreement.dataPolicy?.rows ?? []).flatMap((row) => [
    row.clause,
    ...row.cells.map((cell) => cell.clause)
  ])
}

/** One clause by its id, or `null`. */
export function clauseById(agreement: Agreement, id: string): Clause | null {
  return clausesOf(agreement).find((clause) => clause.id === id) ?? null
}

/** The document's sentence, which is the clause's own text where one clause holds all of it. */
export function statementText(statement: Statement): { fa: string; en: string } | null {
  if (statement.text) return statement.text
  const [only] = statement.clauses
  return only ? { fa: only.fa, en: only.en } : null
}

/** The party codes of a clause as one text: `provider and applicant`, or `none`. */
export function partiesText(codes: readonly PartyCode[]): string {
  return codes.length === 0 ? 'none' : codes.join(' and ')
}

/** In which column of "what we owe you / what you owe us" a clause stands; both, or neither. */
export function sidesOf(clause: Pick<Clause, 'bearer'>): { provider: boolean; applicant: boolean } {
  return {
    provider: clause.bearer.some((party) => providerSide.has(party)),
    applicant: clause.bearer.includes('applicant')
  }
}

/** Whether the annex declares levels: without them no level, breach or credit can be computed. */
export function declaresLevels(agreement: Agreement): boolean {
  return (agreement.annex?.services.length ?? 0) > 0
}
