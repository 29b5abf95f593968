import { clausesOf, parseAgreement, validityOf, versionRefOf } from '../kernel/terms/index.ts'
import { recordFact } from '../ledger/index.ts'
import { type Context, type Tx, inTransaction } from '../platform/index.ts'
import { type NewVersion, importedHashes, insertVersion } from './agreement-store.ts'
import { AgreementFileError, type ContentFile, contentFiles, readContent } from './content-file.ts'

/**
 * Brings agreement files into the installation: all files or none. A file whose bytes were imported
 * already changes nothing; another text of a known version becomes its next revision, and the older
 * one stays. Each import is a fact.
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
  return inTransaction(context.db, async (tx) => {
    const imported: string[] = []
    for (const version of versions) {
      if (await keep(tx, version)) imported.push(versionRefOf(version.document))
    }
    return imported
  })
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

async function keep(tx: Tx, version: NewVersion): Promise<boolean> {
  const revision = await insertVersion(tx, version)
  if (revision === null) return false
  const { agreement, authority, document, validity } = version
  await recordFact(tx, {
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
  return true
}
