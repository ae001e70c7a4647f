import path from 'node:path';
import { analyse } from '../../src/analysis/index.js';
import { joinBanks, parseBank, type JoinedBank } from '../../src/bank/index.js';
import { factSignatures } from '../../src/facts/index.js';
import { openSession, situationOf, type RawSaved } from '../../src/interview/index.js';
import { allOk, problemText, type Result } from '../../src/kernel/index.js';
import { parseFormat, renderSpec, type Format, type RenderedFile } from '../../src/render/index.js';
import { buildSpec, type SpecDocument } from '../../src/spec/index.js';
import {
  createDisk,
  listFormats,
  readBankSources,
  readCases,
  readFormatSources,
  type CaseFile,
} from '../../src/store/index.js';

/** What the package ships, read from the repository at `root` by the code that reads it in use. */
export type Shipped = {
  readonly bank: JoinedBank;
  readonly cases: readonly CaseFile[];
  readonly formats: readonly Format[];
};

/** The value of a result, or an error that lists its problems. */
export function sound<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.map(problemText).join('\n'));
  return result.value;
}

/** Reads banks, cases and formats. */
export function readShipped(root: string): Shipped {
  const disk = createDisk();
  const banks = path.join(root, 'question-banks');
  const places = { shipped: path.join(root, 'templates'), root: path.join(root, 'no-project') };
  const sources = sound(readBankSources(disk, { shipped: banks, root, banks: [] }));
  const formats = sound(readFormatSources(disk, places, listFormats(disk, places)));
  return {
    bank: sound(joinBanks(sound(allOk(sources.map((source) => parseBank(source)))), factSignatures)),
    cases: sound(readCases(disk, path.join(banks, 'cases'))),
    formats: sound(allOk(formats.map((source) => parseFormat(source)))),
  };
}

/** Builds the document of a set of answers, with everything that follows from them. */
export function documentOf(bank: JoinedBank, saved: RawSaved): SpecDocument {
  const { session, problems } = openSession({ bank, mode: 'spec', saved, context: new Map() });
  if (problems.length > 0) throw new Error(problems.map(problemText).join('\n'));
  return buildSpec(session, analyse(session, situationOf(session)));
}

/** Renders a document in every format. */
export function renderAll(
  document: SpecDocument,
  formats: readonly Format[],
  slug: string,
): readonly RenderedFile[] {
  return formats.flatMap((format) => sound(renderSpec(document, format, { slug, number: '001' })));
}

/** Renders the spec itself. */
export function specText({ formats }: Shipped, document: SpecDocument): string {
  const spec = formats.filter(({ id }) => id === 'spec');
  return renderAll(document, spec, 'x')[0]?.text ?? '';
}

/** One rendered file of one case. */
export type CaseOutput = { readonly name: string; readonly file: RenderedFile };

/** Renders every case in every format. */
export function renderCases({ bank, cases, formats }: Shipped): readonly CaseOutput[] {
  return cases.flatMap(({ raw, caseInfo }) => {
    const files = renderAll(documentOf(bank, raw), formats, caseInfo.id);
    return files.map((file) => ({ name: caseInfo.id, file }));
  });
}

/** Renders a case, or all of them, inside the first test that wants it: so a change of the code is known to reach that test. */
export function lazyCases(shipped: Shipped): (one?: Shipped['cases'][number]) => readonly CaseOutput[] {
  const made = new Map<string, readonly CaseOutput[]>();
  const outputsOf = (one: Shipped['cases'][number]): readonly CaseOutput[] => {
    const { id } = one.caseInfo;
    const files = made.get(id) ?? renderCases({ ...shipped, cases: [one] });
    made.set(id, files);
    return files;
  };
  return (one) => (one === undefined ? shipped.cases.flatMap(outputsOf) : outputsOf(one));
}

/** Answers every question of a bank with its own strong example: the longest interview there is. */
export function strongAnswers(bank: JoinedBank): RawSaved {
  const kinds = bank.question('arc.archetypes');
  const all = kinds?.kind === 'many' ? (kinds.options ?? []).map(({ id }) => id) : [];
  const strong = bank.questions.flatMap((question) =>
    question.strong === undefined ? [] : [[question.id, question.strong] as const],
  );
  const answers = new Map(
    [...strong, ['arc.archetypes', all] as const].map(([id, value]) => [
      id,
      { status: 'answered' as const, raw: plain(value) },
    ]),
  );
  return { name: 'Everything', depth: 'deep', answers, stale: new Map(), probes: [], waivers: [] };
}

type Cells = { readonly id: string; readonly cells: Readonly<Record<string, unknown>> };

function plain(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown) =>
    typeof item === 'object' && item !== null ? { id: (item as Cells).id, ...(item as Cells).cells } : item,
  );
}
