import type { DataType } from '../kernel/policy/index.ts'

/** What applicants give: their answers, documents, drafts, files on the way, and the receipt of these. */
export const formsDocuments: DataType = 'forms-documents'

/** What the body writes about a case: notes, and the lists that its staff work by. */
export const caseRecords: DataType = 'case-records'
