// The libraries of the running program: a bill of materials (CycloneDX) that is held against the lock
// file, and an audit of known vulnerabilities where the registry answers. Both are left in `.cache/`; the
// running desk tells from there when it was last asked (`docs/specs/backup.md` §7).
import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { systemClock } from '../src/platform/index.ts'

const root = resolve(import.meta.dirname, '..')
const folder = join(root, '.cache')
// The registry is somewhere else and may be silent; the bill is made here, and only takes its time.
const patienceMilliseconds = { audit: 8000, sbom: 120_000 }
const serious = ['high', 'critical']

// Licences that AGPL-3.0-or-later takes in, and those of fonts and data that it stands beside.
const licences = new Set([
  ...['0BSD', 'AGPL-3.0-or-later', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause'],
  ...[
    'CC0-1.0',
    'CC-BY-4.0',
    'ISC',
    'MIT',
    'MIT-0',
    'OFL-1.1',
    'PostgreSQL',
    'Python-2.0',
    'Unlicense'
  ],
  ...['WTFPL', 'Zlib', 'MPL-2.0']
])

// What their own files say, where the package's manifest says nothing that a list knows.
const saidElsewhere: Readonly<Record<string, string>> = {
  // OFL.txt
  vazirmatn: 'OFL-1.1',
  // Readme.md
  'combine-errors': 'MIT',
  // LICENSE
  'png-js': 'MIT'
}

const componentSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  purl: z.string().startsWith('pkg:npm/'),
  hashes: z.array(z.object({ alg: z.string(), content: z.string() })).optional(),
  licenses: z
    .array(
      z.object({
        license: z.object({ id: z.string().optional(), name: z.string().optional() }).optional(),
        expression: z.string().optional()
      })
    )
    .optional()
})
const bomSchema = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.string(),
  components: z.array(componentSchema),
  dependencies: z.array(z.looseObject({ ref: z.string() }))
})
type Component = z.infer<typeof componentSchema>

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      optional: z.boolean().optional(),
      integrity: z.string().optional()
    })
  )
})

type Locked = z.infer<typeof lockSchema>['packages'][string]

const exceptionSchema = z.array(
  z.object({ package: z.string(), advisory: z.string(), because: z.string(), until: z.string() })
)

const auditSchema = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      severity: z.string(),
      via: z.array(z.union([z.string(), z.object({ url: z.string(), severity: z.string() })]))
    })
  )
})

/** What npm writes to standard output, whatever its exit code: it also tells what it found by that. */
async function npm(command: 'audit' | 'sbom', ...words: string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('npm', [command, ...words], {
      cwd: root,
      maxBuffer: 1 << 26,
      timeout: patienceMilliseconds[command],
      // A registry that does not answer is asked again tomorrow, not three times now.
      env: { ...process.env, npm_config_fetch_retries: '0', npm_config_loglevel: 'error' }
    })
    return stdout
  } catch (error) {
    return (error as { stdout?: string }).stdout ?? ''
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * The bill of materials, and what is wrong with it. npm is asked for everything and what only
 * development needs is taken out here: `--omit dev` also leaves out what both need.
 */
async function billOfMaterials(): Promise<string[]> {
  const bom = bomSchema.safeParse(parsed(await npm('sbom', '--sbom-format', 'cyclonedx')))
  if (!bom.success) return ['npm sbom gave no bill of materials']
  const lock = lockSchema.parse(parsed(await readFile(join(root, 'package-lock.json'), 'utf8')))
  const running = new Map<string, Locked>(
    Object.entries(lock.packages).flatMap(([path, one]) =>
      path === '' || one.dev === true || one.devOptional === true
        ? []
        : [[`${path.replace(/^.*node_modules\//, '')}@${one.version ?? ''}`, one] as const]
    )
  )
  const named = ({ name, version }: Component): string => `${name}@${version}`
  const components = bom.data.components.filter((each) => running.has(named(each)))
  const listed = new Set(components.map(named))
  const dependencies = bom.data.dependencies.filter(({ ref }) => listed.has(ref))
  await writeFile(
    join(folder, 'sbom.cdx.json'),
    `${JSON.stringify({ ...bom.data, components, dependencies }, null, 1)}\n`
  )
  const missing = [...running].flatMap(([name, { optional }]) =>
    optional === true || listed.has(name) ? [] : [`${name} is in the lock file and not installed`]
  )
  const unsealed = components.filter(({ hashes = [] }) => hashes.length === 0).map(named)
  process.stdout.write(`bill of materials: ${String(listed.size)} components\n`)
  return [
    ...missing,
    ...unsealed.map((name) => `${name} has no hash`),
    ...components.flatMap(faultsOf)
  ]
}

function faultsOf(component: Component): string[] {
  const name = `${component.name}@${component.version}`
  const given = [saidElsewhere[component.name] ?? []].flat()
  const told = (component.licenses ?? []).flatMap(
    ({ license, expression }) => license?.id ?? license?.name ?? expression ?? []
  )
  // "(MIT OR X)" leaves the choice; "A AND B" asks for both.
  const fits = [...given, ...told].some((text) =>
    text
      .replaceAll(/[()]/g, '')
      .split(/ OR /)
      .some((choice) => choice.split(/ AND /).every((one) => licences.has(one.trim())))
  )
  return fits ? [] : [`${name} has no licence that fits: ${told.join(', ') || 'none told'}`]
}

/** Known vulnerabilities that count, where the registry answers. */
async function audit(): Promise<string[]> {
  const askedAt = systemClock.now().toString()
  const found = auditSchema.safeParse(parsed(await npm('audit', '--omit=dev', '--json')))
  const exceptions = exceptionSchema.parse(
    parsed(await readFile(join(root, 'bin/audit-exceptions.json'), 'utf8'))
  )
  const ended = exceptions.filter(({ until }) => until < askedAt.slice(0, 10))
  const faults = ended.map((each) => `the exception for ${each.package} ended on ${each.until}`)
  const kept = exceptions.filter((each) => !ended.includes(each))
  const counted = found.success
    ? Object.entries(found.data.vulnerabilities).flatMap(([name, { via }]) =>
        via.flatMap((each) =>
          typeof each === 'object' &&
          serious.includes(each.severity) &&
          !kept.some((one) => one.package === name && one.advisory === each.url)
            ? [`${name}: ${each.url} (${each.severity})`]
            : []
        )
      )
    : []
  const result = { askedAt, answered: found.success, serious: counted }
  await writeFile(join(folder, 'dependency-audit.json'), `${JSON.stringify(result)}\n`)
  process.stdout.write(
    found.success
      ? `audit: ${String(counted.length)} known vulnerabilities of high or critical severity\n`
      : 'audit: could not ask, the registry does not answer; that is what the desk will say too\n'
  )
  return [...faults, ...counted]
}

await mkdir(folder, { recursive: true })
const faults = [...(await billOfMaterials()), ...(await audit())]
for (const fault of faults) process.stderr.write(`${fault}\n`)
process.exitCode = faults.length === 0 ? 0 : 1
