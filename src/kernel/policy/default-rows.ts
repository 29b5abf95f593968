import type { DataType, PolicyRow } from './row.ts'

/** PI-5, row 1. */
const formsAndDocuments: PolicyRow = {
  'provided-by': 'applicant',
  'received-by': 'authority',
  storage: 'full',
  analysis: 'no',
  'public-display': 'no',
  publication: 'organisation'
}

/** PI-5, row 2. */
const letters: PolicyRow = {
  'provided-by': 'authority',
  'received-by': 'applicant',
  storage: 'full',
  analysis: 'no',
  'public-display': 'no',
  publication: 'applicant'
}

/**
 * What holds where no agreement says otherwise: PI-5's rows for what they name, and for every other kind
 * of what people entrust to a body the same limits as for forms and documents. Only a notice is public,
 * because it is written to be.
 */
export const defaultRows: { readonly [T in DataType]: PolicyRow } = {
  'forms-documents': formsAndDocuments,
  letters,
  'case-records': { ...formsAndDocuments, 'provided-by': 'authority' },
  'failure-reports': { ...formsAndDocuments, 'provided-by': 'anybody' },
  account: formsAndDocuments,
  notices: {
    'provided-by': 'authority',
    'received-by': 'anybody',
    storage: 'full',
    analysis: 'yes',
    'public-display': 'yes',
    publication: 'public'
  }
}
