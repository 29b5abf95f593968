import type { Bilingual } from '../persian/index.ts'
import { type PolicyAttribute, type PolicyRow, policyAttributes } from './row.ts'
import { policyWords } from './words.ts'

/** A cell of an agreement's table: what stands there in words. */
export interface PolicyCell {
  readonly attribute: PolicyAttribute
  readonly value: Bilingual
}

/**
 * What a cell says, as a value that the program obeys; `null` where its words are not known, or say one
 * thing in Persian and another in English. A table is not guessed at.
 */
export function readCell<A extends PolicyAttribute>(
  attribute: A,
  value: Bilingual
): PolicyRow[A] | null {
  const meanings = Object.entries<readonly Bilingual[]>(policyWords[attribute])
  const said = meanings.find(([, words]) =>
    words.some((word) => fold(word.fa) === fold(value.fa) && fold(word.en) === fold(value.en))
  )
  return (said?.[0] as PolicyRow[A] | undefined) ?? null
}

function fold(text: string): string {
  return text
    .replaceAll(/[\s\u200c]+/g, ' ')
    .trim()
    .toLowerCase()
}

/**
 * The row that an agreement's cells make. What they do not say, or say in words that are not known, is
 * taken from the installation's own row.
 * @returns The row, and the attributes that the agreement's own words decide.
 */
export function readRow(
  cells: readonly PolicyCell[],
  otherwise: PolicyRow
): { readonly row: PolicyRow; readonly decided: readonly PolicyAttribute[] } {
  const read = policyAttributes.flatMap((attribute) => {
    const cell = cells.find((each) => each.attribute === attribute)
    const value = cell === undefined ? null : readCell(attribute, cell.value)
    return value === null ? [] : [[attribute, value] as const]
  })
  return {
    row: { ...otherwise, ...(Object.fromEntries(read) as Partial<PolicyRow>) },
    decided: read.map(([attribute]) => attribute)
  }
}
