export { type EnrolmentInput, issueEnrolment } from './issue-enrolment.ts'
export { useEnrolment } from './use-enrolment.ts'
