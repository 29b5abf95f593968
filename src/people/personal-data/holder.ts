import type { Bilingual, Context, Db, JsonObject, Tx } from '../../platform/index.ts'

/** One file of the copy that a person gets of everything about them. */
export interface PersonalFile {
  /** Path in the archive, `/` between folders: `documents/BX4Q-1P0Z/1-plan.pdf`. */
  readonly file: string
  readonly content: string | AsyncIterable<Uint8Array>
}

/** Rows of a kind: in the copy they become a page in each language and a JSON file. */
export interface PersonalRows {
  /** Name of the files, without an ending: `sessions`. */
  readonly name: string
  readonly title: Bilingual
  readonly rows: readonly JsonObject[]
}

/** Something that an erasure leaves, why, and until when; `null`: for as long as the log stands. */
export interface KeptData {
  readonly what: Bilingual
  readonly because: Bilingual
  readonly until: Temporal.Instant | null
  /** It stays without the name of whose it is: what is public anyway. */
  readonly withoutName?: true
}

/** What an erasure took away, in rows of each kind, and what it left. */
export interface ErasedData {
  readonly erased: Readonly<Record<string, number>>
  readonly kept: readonly KeptData[]
}

/** What an erasure would do, told before it is asked for. */
export interface ForeseenData {
  /** Kinds of rows with how many there are. */
  readonly erased: readonly { readonly what: Bilingual; readonly count: number }[]
  readonly kept: readonly KeptData[]
  /** Why no erasure can begin now: an application under way, a post that is held. */
  readonly refused: readonly Refused[]
}

/** A reason against an erasure, with its stable code. */
export interface Refused {
  readonly code: string
  readonly text: Bilingual
}

/** Whose evidence key is meant: as `publicLog.eraseEvidence` takes it. */
export interface EvidenceOfPerson {
  readonly owner: string
  readonly subject: string
}

/** A thing of a person that a legal hold can be placed on, found by what an inspector typed. */
export interface FoundMatter {
  readonly person: string
  readonly authority: string
  readonly case: string
}

/** Which of the rows of an authority have passed their time. */
export interface PastTime {
  readonly authority: string
  readonly dataType: string
  /** Code of a service; empty: all services that have no rule of their own, which are in `except`. */
  readonly service: string
  readonly except: readonly string[]
  /** What ended before this has passed its time. */
  readonly before: Temporal.Instant
  readonly most: number
}

/** What a slice does with the rows that it keeps of persons. One for each slice; `src/personal-data.ts`. */
export interface PersonalDataHolder {
  readonly slice: string
  /** The tables that it answers for. */
  readonly tables: readonly string[]
  /** Everything that is kept of a person, in files that a person can read. */
  collect(context: Context, person: string): AsyncIterable<PersonalFile | PersonalRows>
  /** What {@link PersonalDataHolder.erase} would do now. */
  foresee(db: Db, person: string, at: Temporal.Instant): Promise<ForeseenData>
  /** Subjects whose evidence keys go with what is erased. */
  evidence(db: Db, person: string, at: Temporal.Instant): Promise<EvidenceOfPerson[]>
  /**
   * Erases what may be erased. It can run again after a crash, and after its end: it then finds nothing.
   */
  erase(tx: Tx, person: string, at: Temporal.Instant): Promise<ErasedData>
  /** Things of a person that have evidence keys of their own, which go with the thing: cases. */
  readonly things?: (db: Db, person: string) => Promise<string[]>
  /** Erases what has passed its time; how many things of the data type that was, at most `most`. */
  readonly expire?: (context: Context, past: PastTime) => Promise<number>
  /** The data types whose time {@link PersonalDataHolder.expire} looks after. */
  readonly dataTypes?: readonly string[]
  /** Finds what a legal hold can be placed on. */
  readonly find?: (db: Db, text: string) => Promise<FoundMatter | null>
}

/** Nothing to tell of. */
export const nothingForeseen: ForeseenData = { erased: [], kept: [], refused: [] }
