import type { BodyBlock } from '../seal/index.ts'

/** A line of a document: what it is, and its words. */
export interface PaperTerm {
  readonly name: string
  readonly value: string
  /** An id, hash or address, read from left to right. */
  readonly isCode?: boolean
}

/** An opened letter as it goes on paper: every text is made, nothing of it is judged any more. */
export interface PaperLetter {
  readonly lang: 'fa' | 'en'
  readonly subject: string
  /** Who wrote it and how that was checked. */
  readonly verified: { readonly title: string; readonly lines: readonly string[] }
  readonly terms: readonly PaperTerm[]
  readonly body: readonly BodyBlock[]
  readonly attachments: {
    readonly title: string
    readonly items: readonly { readonly name: string; readonly size: string }[]
  }
  /** How it was checked, key and digest. */
  readonly checks: {
    readonly title: string
    readonly lines: readonly string[]
    readonly terms: readonly PaperTerm[]
  }
  /** How anybody checks that it is genuine: an address, as a code for cameras and for those who type. */
  readonly check: {
    readonly title: string
    readonly text: string
    readonly address: string
    readonly code: string
    /** Rows of the picture, dark cells true. */
    readonly cells: readonly (readonly boolean[])[]
  } | null
  /** What this copy is worth. */
  readonly foot: string
  /** Said where a character had to be written as its code. */
  readonly codesNote: string
  /** At the foot of each page, as `صفحه % از %`. */
  readonly page: { readonly id: string; readonly numbers: string }
}

/** The script of this file, as the reader calls it. */
export interface PaperMaker {
  /** @param fonts - TrueType, regular and bold. */
  (
    letter: PaperLetter,
    fonts: { readonly regular: Uint8Array; readonly bold: Uint8Array }
  ): Promise<Uint8Array>
}
