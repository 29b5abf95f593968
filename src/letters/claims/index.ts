/** Letters that are opened by who was named, or holds a page of paper. */
export { claimJobs } from './jobs.ts'
export { claimHolder } from './personal-data.ts'
export { claimRoutes } from './routes.ts'
