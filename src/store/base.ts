import { join } from 'node:path';
import * as z from 'zod';
import { err, ok, once, type Problem, type Result } from '../kernel/index.js';
import { applyWrites } from './apply-writes.js';
import { archivedSchema } from './archived.js';
import type { BankRecord } from './compiled-banks.js';
import type { Disk } from './disk.js';
import { readText } from './file.js';
import { hashesOf, hashOf } from './hash.js';
import type { Standing } from './standing.js';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256');
const listed = z.array(z.object({ id: z.string(), text: z.string() }));

const manifestSchema = once(() =>
  z.object({
    format: z.literal(1),
    tool: z.string(),
    banks: z.record(z.string(), z.object({ version: z.int(), sha256 })),
    formats: z.record(z.string(), sha256),
    answers: sha256,
    context: z.record(z.string(), sha256),
    config: sha256,
    files: z.record(
      z.string(),
      z.object({
        sha256,
        on_disk: sha256,
        accepted: sha256.exactOptional(),
        blocks: z.array(z.unknown()),
      }),
    ),
    requirements: z.array(z.object({ id: z.string(), text: z.string(), answers: z.array(z.string()) })),
    retired: listed,
    findings: z.array(
      z.object({
        id: z.string(),
        severity: z.enum(['block', 'high', 'med', 'info']),
        until: z.string().exactOptional(),
      }),
    ),
    due: z.array(z.object({ id: z.string(), date: z.string() })),
    accepted: z.record(z.string(), sha256).exactOptional(),
    scenarios: z.record(z.string(), sha256).exactOptional(),
    openspec_archived: archivedSchema().exactOptional(),
    standing: z
      .object({
        shipped: z.string(),
        archived: z.string().exactOptional(),
        inputs: z.record(z.string(), z.string()),
        says: z.array(
          z.object({
            text: z.string(),
            after: z.string().exactOptional(),
            fails: z.literal(true).exactOptional(),
          }),
        ),
        unfinished: z.boolean(),
      })
      .exactOptional(),
  }),
);

/** What was rendered last, with the hash of everything it was rendered from. */
export type Manifest = Readonly<z.output<ReturnType<typeof manifestSchema>>>;

/** One file as it was generated and as it lies on disk; `accepted` is the text whose hand edits somebody took over. */
export type BaseFile = {
  readonly path: string;
  readonly generated: string;
  readonly onDisk: string;
  readonly accepted?: string;
};

/** What was rendered, as texts: hashes are made here. `context` holds the canonical text of each inherited answer that was used. */
export type BaseRecord = {
  readonly tool: string;
  readonly banks: readonly BankRecord[];
  readonly formats: readonly { readonly id: string; readonly text: string }[];
  readonly answers: string;
  readonly config: string;
  readonly context: Readonly<Record<string, string>>;
  readonly files: readonly BaseFile[];
  readonly requirements: readonly {
    readonly id: string;
    readonly text: string;
    readonly answers: readonly string[];
  }[];
  readonly retired?: readonly { readonly id: string; readonly text: string }[];
  readonly findings: readonly {
    readonly id: string;
    readonly severity: 'block' | 'high' | 'med' | 'info';
    readonly until?: string;
  }[];
  readonly due: readonly { readonly id: string; readonly date: string }[];
  /** Hashes of the requirements as they were accepted, carried over from the manifest before. */
  readonly accepted?: Manifest['accepted'];
  /** What OpenSpec has archived, carried over likewise. */
  readonly openspec_archived?: Manifest['openspec_archived'];
  /** The steps of every scenario, by the requirement it shows. */
  readonly scenarios?: readonly { readonly id: string; readonly text: string }[];
  readonly standing?: Standing;
};

const BASE = '.base';
/** The manifest of a spec, below its folder. */
export const MANIFEST = `${BASE}/manifest.json`;

/** Reads the manifest of a spec; nothing when it was never rendered. */
export function readManifest(disk: Disk, specDir: string): Result<Manifest | undefined> {
  const path = join(specDir, MANIFEST);
  const text = readText(disk, path);
  if (!text.ok) return text;
  return text.value === undefined ? ok(undefined) : parseManifest(text.value, path);
}

/** Parses the text of a manifest; `path` is named when it cannot be read. */
export function parseManifest(text: string, path: string): Result<Manifest> {
  const parsed = manifestSchema().safeParse(parsedJson(text));
  return parsed.success ? ok(parsed.data) : err([damaged(path)]);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function damaged(file: string): Problem {
  return {
    code: 'manifest-damaged',
    message: 'The record of the last rendering cannot be read.',
    hint: 'Restore the file from git, or run `spec-interview regenerate --recover`.',
    place: { file },
  };
}

/** Keeps what was generated, file by file, and then the manifest: a crash in between leaves a manifest that does not match, never one that lies. */
export function writeBase(disk: Disk, specDir: string, base: BaseRecord): Result<void> {
  const texts = base.files.map(({ path, generated }) => ({ path: join(BASE, path), text: generated }));
  const manifest = { path: MANIFEST, text: `${JSON.stringify(manifestOf(base), null, 2)}\n` };
  return applyWrites(disk, specDir, [...texts, manifest]);
}

/** The part of a manifest that says what a rendering rested on. */
export type RecordHashes = Pick<Manifest, 'tool' | 'banks' | 'formats' | 'answers' | 'context' | 'config'>;

/** Hashes what a rendering rests on, to compare it with the manifest of the last one. */
export function recordHashes(
  base: Pick<BaseRecord, 'tool' | 'banks' | 'formats' | 'answers' | 'context' | 'config'>,
): RecordHashes {
  return {
    tool: base.tool,
    banks: Object.fromEntries(base.banks.map(({ id, version, sha256 }) => [id, { version, sha256 }])),
    formats: Object.fromEntries(base.formats.map(({ id, text }) => [id, hashOf(text)])),
    answers: hashOf(base.answers),
    context: Object.fromEntries(Object.entries(base.context).map(([id, text]) => [id, hashOf(text)])),
    config: hashOf(base.config),
  };
}

/** Gives some files a new base and leaves everything else that is known of the last rendering as it was. */
export function rebaseFiles(
  disk: Disk,
  specDir: string,
  { manifest, files }: { manifest: Manifest; files: readonly BaseFile[] },
): Result<void> {
  const texts = files.map(({ path, generated }) => ({ path: join(BASE, path), text: generated }));
  const next = { ...manifest, standing: undefined, files: { ...manifest.files, ...fileHashes(files) } };
  return applyWrites(disk, specDir, [
    ...texts,
    { path: MANIFEST, text: `${JSON.stringify(next, null, 2)}\n` },
  ]);
}

/** Names the requirements that read otherwise than when they were accepted. */
export function changedRequirements(
  manifest: Manifest | undefined,
  requirements: readonly { readonly id: string; readonly text: string }[],
): readonly string[] {
  const accepted = manifest?.accepted ?? {};
  return requirements
    .filter(({ id, text }) => accepted[id] !== undefined && accepted[id] !== hashOf(text))
    .map(({ id }) => id);
}

/** Says whether somebody took over the hand edits of a file as they are in this text; most files have none, and their text is not asked for. */
export function isAccepted(manifest: Manifest | undefined, path: string, text: () => string): boolean {
  const accepted = manifest?.files[path]?.accepted;
  return accepted !== undefined && accepted === hashOf(text());
}

function fileHashes(files: readonly BaseFile[]): Manifest['files'] {
  return Object.fromEntries(
    files.map(({ path, generated, onDisk, accepted }) => [
      path,
      {
        sha256: hashOf(generated),
        on_disk: hashOf(onDisk),
        ...(accepted === undefined ? {} : { accepted: hashOf(accepted) }),
        blocks: [],
      },
    ]),
  );
}

function manifestOf(base: BaseRecord): Manifest {
  return {
    format: 1,
    ...recordHashes(base),
    files: fileHashes(base.files),
    requirements: base.requirements.map(({ id, text, answers }) => ({ id, text, answers: [...answers] })),
    retired: (base.retired ?? []).map(({ id, text }) => ({ id, text })),
    findings: base.findings.map(({ id, severity, until }) => ({
      id,
      severity,
      ...(until === undefined ? {} : { until }),
    })),
    due: base.due.map(({ id, date }) => ({ id, date })),
    ...(base.accepted === undefined ? {} : { accepted: base.accepted }),
    ...(base.scenarios === undefined ? {} : { scenarios: hashesOf(base.scenarios) }),
    ...(base.openspec_archived === undefined ? {} : { openspec_archived: base.openspec_archived }),
    ...(base.standing === undefined ? {} : { standing: mutable(base.standing) }),
  };
}

function mutable({ inputs, says, ...rest }: Standing): NonNullable<Manifest['standing']> {
  return { ...rest, inputs: { ...inputs }, says: says.map((line) => ({ ...line })) };
}
