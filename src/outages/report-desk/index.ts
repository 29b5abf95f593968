/** The report desk: a small server of its own origin, which needs no database to give receipts. */
export { type OpenReportDesk, openReportDesk } from './routes/open-report-desk.ts'
