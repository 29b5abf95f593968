import type { Bilingual } from '../../platform/index.ts'

/** A table with rows that belong to one person each, and go with that person. */
export interface PersonTable {
  readonly table: string
  /** The column that holds the person's id. */
  readonly person: string
  /** Whether the rows live in the person's bucket; else they are looked for everywhere. */
  readonly rooted: boolean
  /** What the rows are, for the person. */
  readonly title: Bilingual
  /** Columns that are no use to the person, and would be to a thief: hashes of secrets. */
  readonly hidden?: readonly string[]
  /**
   * Rows that are about others as much: they stay, and these columns become null. What is kept of them
   * names nobody but by a number.
   */
  readonly emptied?: readonly string[]
}
