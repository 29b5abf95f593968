/** Writing letters: the composer, what waits for a mailbox or a second person, templates of a unit. */
export { writerRoutes } from './routes.ts'
export { writerJobs } from './jobs.ts'
