import { jobs as agreementJobs } from './agreements/jobs.ts'
import { jobs as backupJobs } from './backup/jobs.ts'
import { jobs as caseJobs } from './cases/jobs.ts'
import { jobs as catalogueJobs } from './catalogue/jobs.ts'
import { jobs as ledgerJobs } from './ledger/jobs.ts'
import { jobs as letterJobs } from './letters/jobs.ts'
import { jobs as noticeJobs } from './notices/jobs.ts'
import { jobs as outageJobs } from './outages/jobs.ts'
import { personalData } from './people/index.ts'
import { jobs as operatorJobs } from './operator/jobs.ts'
import { jobs as peopleJobs } from './people/jobs.ts'
import { personalDataHolders } from './personal-data.ts'
import { answerJobs } from './platform/http/index.ts'
import type { SliceJobs } from './platform/index.ts'
import { jobs as promiseJobs } from './promises/jobs.ts'

/** The background work of every slice, and of the edge. */
export const sliceJobs: readonly SliceJobs[] = [
  answerJobs,
  ledgerJobs,
  peopleJobs,
  agreementJobs,
  noticeJobs,
  catalogueJobs,
  caseJobs,
  outageJobs,
  letterJobs,
  operatorJobs,
  promiseJobs,
  backupJobs,
  personalData.personalDataJobs(personalDataHolders)
]
