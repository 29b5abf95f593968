/**
 * The functions that read content out of the database, and the files that may name them. Each file either
 * demands the use itself (`demands`), or says why none is to be demanded there. Whatever reads content and
 * stands not here is found by tests/content-readers.test.ts.
 */
export interface ReaderFile {
  readonly file: string
  /** `null`: it demands the use by `openCase`, `demandUse` or `demandCaseUse`. */
  readonly reason: string | null
}

const own = 'reads by the id of whoever asks: the statement finds nothing of anybody else'
const filing = 'reads what its sender sends in this very request, before a body has received it'
const program = 'the program at the work of the body; nobody reads what it reads'
const guarded = 'is called by files that demand the use first'
const person = 'collects what is the person’s for that person alone, after a fresh proof'
const holder = 'whoever holds the receipt code of a report is its reporter'

/** Stores of content: the file, and the functions of it that read content. */
export const contentStores: readonly {
  readonly store: string
  readonly readers: readonly string[]
  readonly by: readonly ReaderFile[]
}[] = [
  {
    store: 'src/cases/file-store.ts',
    readers: ['readChunks'],
    by: [
      { file: 'src/cases/read-document.ts', reason: null },
      { file: 'src/cases/finish-upload.ts', reason: filing },
      { file: 'src/cases/policy-check/read-back.ts', reason: null },
      { file: 'src/cases/personal-cases.ts', reason: person }
    ]
  },
  {
    store: 'src/letters/exchange/content-store.ts',
    readers: ['readPieces'],
    by: [
      { file: 'src/letters/exchange/read-content.ts', reason: null },
      { file: 'src/letters/exchange/personal-data.ts', reason: person }
    ]
  },
  {
    store: 'src/cases/document-store.ts',
    readers: ['documentsOf', 'notesOf', 'documentsOfApplicant'],
    by: [
      { file: 'src/cases/read-document.ts', reason: null },
      { file: 'src/cases/view-case.ts', reason: null },
      { file: 'src/cases/view-at-counter.ts', reason: null },
      { file: 'src/cases/handed-on/hand-on-document.ts', reason: null },
      { file: 'src/cases/list-my-documents.ts', reason: own },
      { file: 'src/cases/file-case.ts', reason: own },
      { file: 'src/cases/check-case.ts', reason: program },
      { file: 'src/cases/personal-cases.ts', reason: person }
    ]
  },
  {
    store: 'src/cases/case-store.ts',
    readers: ['caseById', 'casesByIds', 'casesInOrder', 'casesOfApplicant'],
    by: [
      { file: 'src/cases/case-file.ts', reason: null },
      { file: 'src/cases/list-my-cases.ts', reason: null },
      { file: 'src/cases/name-cases.ts', reason: own },
      { file: 'src/cases/decide-case.ts', reason: guarded },
      { file: 'src/cases/document-of-upload.ts', reason: filing },
      { file: 'src/cases/project-queue.ts', reason: program },
      { file: 'src/cases/wake-timers.ts', reason: program },
      { file: 'src/cases/refresh-clocks.ts', reason: program },
      { file: 'src/cases/check-cases.ts', reason: program },
      { file: 'src/cases/extend-deadlines.ts', reason: program },
      { file: 'src/cases/waiting-applicants.ts', reason: program },
      { file: 'src/cases/personal-data.ts', reason: person }
    ]
  },
  {
    store: 'src/cases/receipt-store.ts',
    readers: ['receiptOfCase'],
    by: [
      { file: 'src/cases/read-receipt.ts', reason: null },
      { file: 'src/cases/check-case.ts', reason: program },
      { file: 'src/cases/personal-cases.ts', reason: person }
    ]
  },
  {
    store: 'src/cases/queue-store.ts',
    readers: ['queueItems', 'queueRowsOf'],
    by: [
      { file: 'src/cases/read-queue.ts', reason: null },
      { file: 'src/cases/check-case.ts', reason: program }
    ]
  },
  {
    store: 'src/cases/draft-store.ts',
    readers: ['draftById', 'draftsOf'],
    by: [
      { file: 'src/cases/read-draft.ts', reason: own },
      { file: 'src/cases/save-draft.ts', reason: own },
      { file: 'src/cases/start-upload.ts', reason: own },
      { file: 'src/cases/personal-cases.ts', reason: person }
    ]
  },
  {
    store: 'src/cases/handed-on/handed-on-store.ts',
    readers: ['sharesTo'],
    by: [{ file: 'src/cases/handed-on/list-handed-on.ts', reason: null }]
  },
  {
    store: 'src/outages/reports/report-store.ts',
    readers: ['photoOf', 'reportById', 'answersOf'],
    by: [
      { file: 'src/outages/reports/answer-report.ts', reason: null },
      { file: 'src/outages/reports/read-report.ts', reason: holder },
      { file: 'src/outages/reports/match-reports.ts', reason: program },
      { file: 'src/outages/reports/routes/pages-desk.ts', reason: guarded },
      { file: 'src/outages/personal-data.ts', reason: person }
    ]
  }
]
