// Feeds in the formats that readers know, made of one plain form (docs/adr/0019).
export { atomFeed } from './atom-feed.ts'
export { type Feed, type FeedEntry, htmlOf } from './feed.ts'
export { jsonFeed } from './json-feed.ts'
export { mailDate, rssFeed } from './rss-feed.ts'
