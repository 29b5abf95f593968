import { clausesOf, parseAgreement, validityOf, versionRefOf } from '../kernel/terms/index.ts'
import { recordFact } from '../ledger/index.ts'
import { type Context, type Tx, inTransaction } from '../platform/index.ts'
import {
  type NewVersion,
  importedHashes,
  insertVersion,
  isKnownAgreement
} from './agreement-store.ts'
import { seedAcceptances } from './acceptance/seed-acceptances.ts'
import { announceRevision, needsNotice, takeEffectAtOnce } from './announce-revision.ts'
import { AgreementFileError, type ContentFile, contentFiles, readContent } from './content-file.ts'

/**
 * Brings agreement files into the installation: all files or none. A file whose bytes were imported
 * already changes nothing. Another text of a known version becomes its next revision: it is announced,
 * and the older one holds until the notice was seen. Each import is a fact.
 * @param files - Paths; all `*.yaml` of `agreements/` unless told.
 * @returns The versions that are new, as `SK@1398`.
 * @throws {AgreementFileError}
 */
export async function importAgreements(
  context: Context,
  files?: readonly string[]
): Promise<string[]> {
  const content = await readContent(files ?? (await contentFiles('agreements')))
  const known = await importedHashes(context.db)
  const fresh = content.filter(({ sha256 }) => !known.has(sha256))
  const versions = fresh.map((file) => versionOf(file, context.clock.now()))
  if (versions.length === 0) return []
  const imported = await inTransaction(context.db, (tx) => keepAll(tx, versions))
  if (context.config.demo) await seedAcceptances(context)
  context.nudge()
  return imported
}

async function keepAll(tx: Tx, versions: readonly NewVersion[]): Promise<string[]> {
  const known = new Set<string>()
  for (const { agreement } of versions) {
    if (await isKnownAgreement(tx, agreement)) known.add(agreement)
  }
  const imported: string[] = []
  for (const version of versions) {
    if (await keep(tx, version, known.has(version.agreement))) {
      imported.push(versionRefOf(version.document))
    }
  }
  return imported
}

function versionOf(file: ContentFile, importedAt: Temporal.Instant): NewVersion {
  const parsed = parseAgreement(file.text)
  if (!parsed.ok) throw new AgreementFileError(file.path, parsed.problems)
  const document = parsed.agreement
  return {
    agreement: document.id,
    version: document.version,
    authority: document.authority.id,
    state: document.status === 'draft' ? 'draft' : 'expired',
    validity: validityOf(document),
    document,
    sourceText: file.text,
    sha256: file.sha256,
    importedAt
  }
}

async function keep(tx: Tx, version: NewVersion, isKnown: boolean): Promise<boolean> {
  const revision = await insertVersion(tx, version)
  if (revision === null) return false
  const isAnnounced = needsNotice(version, { revision, isKnown })
  await (isAnnounced ? announceRevision : takeEffectAtOnce)(tx, version, revision)
  await recordImported(tx, version, revision)
  return true
}

function recordImported(tx: Tx, version: NewVersion, revision: number): Promise<unknown> {
  const { agreement, authority, document, validity } = version
  return recordFact(tx, {
    owner: authority,
    authority,
    kind: 'agreement.imported',
    subject: versionRefOf(document),
    at: version.importedAt,
    actor: 'system',
    body: {
      agreement,
      version: version.version,
      revision,
      state: version.state,
      validFrom: validity.from?.toString() ?? null,
      validTo: validity.to.toString(),
      articles: document.articles.length,
      clauses: clausesOf(document).length,
      sha256: version.sha256
    }
  })
}
