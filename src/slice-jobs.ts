import { jobs as agreementJobs } from './agreements/jobs.ts'
import { jobs as caseJobs } from './cases/jobs.ts'
import { jobs as peopleJobs } from './people/jobs.ts'
import type { SliceJobs } from './platform/index.ts'
import { jobs as promiseJobs } from './promises/jobs.ts'

/** The background work of every slice. */
export const sliceJobs: readonly SliceJobs[] = [peopleJobs, agreementJobs, caseJobs, promiseJobs]
