import { TextReader } from './charset.ts'

/** Looks for words in a page that comes in pieces, and keeps no more of it than they are long. */
export class KeywordScan {
  readonly #keyword: string
  readonly #reader: TextReader
  #rest = ''
  #found = false

  constructor(keyword: string, contentType: string) {
    this.#keyword = keyword
    this.#reader = new TextReader(contentType)
  }

  push(bytes: Uint8Array): void {
    if (!this.#found) this.#look(this.#reader.push(bytes))
  }

  /** Whether the page, which is whole now, has the words. */
  end(): boolean {
    if (!this.#found) this.#look(this.#reader.end())
    return this.#found
  }

  #look(text: string): void {
    const seen = this.#rest + text
    this.#found = seen.includes(this.#keyword)
    const kept = this.#keyword.length - 1
    this.#rest = kept === 0 ? '' : seen.slice(-kept)
  }
}
