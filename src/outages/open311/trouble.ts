import type { Bilingual } from '../../platform/index.ts'
import type { GeoReport } from './format.ts'

/** A "no" of GeoReport v2: 403 for keys, 404 for what is not there, 400 for everything else. */
export class GeoReportError extends Error {
  readonly status: 400 | 403 | 404
  readonly text: Bilingual

  constructor(status: 400 | 403 | 404, text: Bilingual) {
    super(text.en)
    this.status = status
    this.text = text
  }
}

/** The document of errors. */
export function errorsDocument(
  errors: readonly { readonly code: number; readonly description: string }[]
): GeoReport {
  return {
    root: 'errors',
    content: {
      each: 'error',
      items: errors.map(({ code, description }) => ({ code, description }))
    }
  }
}
