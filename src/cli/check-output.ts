import type { Severity } from '../bank/index.js';
import type { SpecCheck } from './check-spec.js';
import { printJson, printLines } from './print-problems.js';
import { specLines } from './spec-lines.js';
import type { World } from './world.js';

type Print = (world: World, checks: readonly SpecCheck[]) => void;

/** One thing a check has to say, as machines read it. */
type Remark = {
  readonly rule: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly text: string;
  readonly file: string;
};

/** The forms a check can be printed in. */
export const CHECK_FORMS: Readonly<Record<string, Print>> = {
  text: (world, checks) => printLines(world.stdout, checks.flatMap(textLines)),
  json: (world, checks) =>
    printJson(world, {
      specs: checks.map((check) => ({ ...check, said: undefined, file: undefined, redo: undefined })),
    }),
  github: (world, checks) => printLines(world.stdout, checks.flatMap(remarksOf).map(githubLine)),
  sarif: (world, checks) => printJson(world, sarifOf(checks.flatMap(remarksOf), world.version)),
};

function textLines(check: SpecCheck): readonly string[] {
  const { spec, redo, stale, conflicts, edited, unadopted, said, notes } = check;
  return specLines(spec, stale.length + conflicts.length === 0, [
    ...stale.map((reason) => `stale: ${reason}. Run: spec-interview ${redo}`),
    ...conflicts.map(
      (file) =>
        `conflict markers in ${file}. Edit the marked blocks, then run: spec-interview regenerate ${spec}`,
    ),
    ...edited
      .filter((file) => !conflicts.includes(file))
      .map(
        (file) =>
          `edited by hand: ${file}. Your edits are kept; take them over with: spec-interview accept ${spec} ${file}`,
      ),
    ...unadopted.map(
      (file) =>
        `not written by the tool: ${file}. Have it kept up to date with: spec-interview adopt ${spec} ${file}`,
    ),
    ...said,
    ...notes.map((note) => `note: ${note}.`),
  ]);
}

const LEVELS: Readonly<Record<Severity, Remark['level']>> = {
  block: 'error',
  high: 'error',
  med: 'warning',
  info: 'note',
};

function remarksOf(check: SpecCheck): readonly Remark[] {
  const { file } = check;
  const remark = (rule: string, level: Remark['level'], text: string): Remark => ({
    rule,
    level,
    text,
    file,
  });
  return [
    ...check.stale.map((reason) =>
      remark('stale', 'error', `The documents of ${check.spec} are stale: ${reason}.`),
    ),
    ...check.conflicts.map((path) => remark('conflict', 'error', `${path} holds conflict markers.`)),
    ...check.overdue.map((id) => remark('overdue', 'warning', `${id} is unknown and overdue.`)),
    ...check.expired.map((id) => remark('waiver-expired', 'warning', `The waiver of ${id} has expired.`)),
    ...check.assumed.map((id) => remark('assumed', 'note', `${id} rests on an assumption.`)),
    ...check.findings.map((finding) =>
      remark(finding.rule, LEVELS[finding.severity], `${finding.title}. ${finding.why}`),
    ),
  ];
}

function githubLine({ level, rule, text, file }: Remark): string {
  const kind = level === 'note' ? 'notice' : level;
  const message = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return `::${kind} file=${file},title=${rule}::${message}`;
}

function sarifOf(remarks: readonly Remark[], version: string) {
  const rules = [...new Set(remarks.map(({ rule }) => rule))].map((id) => ({ id }));
  const results = remarks.map(({ rule, level, text, file }) => ({
    ruleId: rule,
    level,
    message: { text },
    locations: [{ physicalLocation: { artifactLocation: { uri: file }, region: { startLine: 1 } } }],
  }));
  const driver = { name: 'spec-interview', version, rules };
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, results }],
  };
}
