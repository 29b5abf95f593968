export { type EnrolmentInput, issueEnrolment } from './issue-enrolment.ts'
export { type EnrolledStaff, type StaffEnrolment, enrolStaff } from './enrol-staff.ts'
export { useEnrolment } from './use-enrolment.ts'
