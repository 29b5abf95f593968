/** How far a backup or a restore has come. */
export interface Progress {
  /** What is done now: what takes long has several steps. */
  readonly step: 'write' | 'check' | 'load' | 'index' | 'compare'
  readonly table: string
  readonly rows: number
  /** Bytes as PostgreSQL writes them, before compression. */
  readonly bytes: number
  /** 0 to 1, of the whole. */
  readonly share: number
  /** Parts that are done. */
  readonly parts: number
  /** All there are; `null` where that is not known before the end. */
  readonly partsTotal: number | null
  /** Of the parts that are done, those that were done already in a run that was cut off. */
  readonly partsKept: number
}

export type OnProgress = (progress: Progress) => void
