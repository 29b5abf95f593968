/** What the island says while it works; `%` stands for a number or a list. */
export interface VerifyTexts {
  readonly proves: string
  readonly provesNot: string
  readonly details: string
  readonly statement: string
  readonly policyWrong: string
  readonly file: string
  readonly cameraStart: string
  readonly cameraLooking: string
  readonly cameraDenied: string
  readonly cameraNone: string
  readonly partsRead: string
}
