/** What the island of the page says. */
export interface CheckLetterTexts {
  readonly sameFile: string
  readonly otherFile: string
  readonly noLetter: string
  readonly needsId: string
  readonly copySame: string
  readonly copyAltered: string
  readonly copyUnproven: string
  readonly copyAside: string
  readonly copySigned: string
  readonly copySeeLog: string
  readonly provenHere: string
  readonly provenPartly: string
  readonly refusedHere: string
}
