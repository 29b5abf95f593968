import type { Blanks } from '../../../kernel/reading/index.ts'
import type { ReaderData } from '../reading/shapes.ts'

/** What the page gives to the script that writes. */
export interface ComposeData extends ReaderData {
  readonly isUnit: boolean
  readonly fromTitle: string
  readonly to: {
    /** `null`: the recipient has no mailbox yet. */
    readonly mailbox: string | null
    readonly owner: string | null
    readonly key: string | null
    readonly person: string | null
    readonly title: string
    /** Name in the key directory of the identifier that was typed; `null` where it was found otherwise. */
    readonly identifier: string | null
  }
  /** How the recipient was asked for; goes into the draft. */
  readonly asked: Readonly<Record<string, string>>
  /** The draft that this goes on with. */
  readonly draft: string | null
  /** The crisis lane is for who may alert everybody. */
  readonly mayUseCrisis: boolean
  readonly case: string | null
  readonly templates: readonly {
    readonly id: string
    readonly name: string
    readonly subject: string
    readonly body: string
  }[]
  /** A second person approves the letters of this unit. */
  readonly approval: boolean
  readonly blanks: Blanks
  /** Where the sent letters are listed. */
  readonly sentHref: string
}

/** What a page of held letters gives to its script. */
export interface HeldData extends ReaderData {
  /** Name of the unit, as its letters show it. */
  readonly title: string
}

/** A letter that lies sealed to its own sender, and to whom it is to be sealed. */
export interface HeldLetter {
  readonly id: string
  readonly sentAt: string
  readonly case: string | null
  readonly effectiveAt: string | null
  /** When it is to be sent; `null`: as soon as it may. */
  readonly goesAt: string | null
  readonly recipient: {
    readonly mailbox: string | null
    readonly owner: string | null
    readonly title: string
  }
}
