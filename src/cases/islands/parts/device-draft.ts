import type { CaseDocumentFacts } from '../../../kernel/seal/index.ts'

type Answers = Record<string, string | string[]>

/** A sealed document, with what the server cannot know of it. */
export interface KeptDocument extends CaseDocumentFacts {
  /** Id of the upload that holds it. */
  readonly upload: string
}

interface Kept {
  readonly answers: Answers | null
  readonly documents: Readonly<Record<string, KeptDocument>>
}

const nothing: Kept = { answers: null, documents: {} }

/**
 * A sealed application while it is written: in this tab, or, on a device that its owner says is theirs, in
 * this browser. The server has nothing of it.
 * @param of - Id of the draft or the case.
 */
export class DeviceDraft {
  readonly #key: string

  constructor(of: string) {
    this.#key = `peyman-sealed ${of}`
  }

  /** Its owner said that the device is their own. */
  get isMine(): boolean {
    return localStorage.getItem(this.#key) !== null
  }

  get answers(): Answers | null {
    return this.#read().answers
  }

  get documents(): Readonly<Record<string, KeptDocument>> {
    return this.#read().documents
  }

  keepAnswers(answers: Answers, isMine: boolean): void {
    this.#write({ ...this.#read(), answers }, isMine)
  }

  keepDocument(document: KeptDocument): void {
    const kept = this.#read()
    const documents = { ...kept.documents, [document.code]: document }
    this.#write({ ...kept, documents }, this.isMine)
  }

  forget(): void {
    localStorage.removeItem(this.#key)
    sessionStorage.removeItem(this.#key)
  }

  #read(): Kept {
    const text = localStorage.getItem(this.#key) ?? sessionStorage.getItem(this.#key)
    return text === null ? nothing : (JSON.parse(text) as Kept)
  }

  #write(kept: Kept, isMine: boolean): void {
    const [here, other] = isMine ? [localStorage, sessionStorage] : [sessionStorage, localStorage]
    here.setItem(this.#key, JSON.stringify(kept))
    other.removeItem(this.#key)
  }
}
