import { allOk, byCodeUnit, err, ok, type Problem, type Result } from '../kernel/index.js';
import type { Bank, Rule, Section } from './bank.js';
import { buildQuestion } from './parse-bank-build.js';
import { hasKey, placesOf, type Content, type Head } from './parse-bank-places.js';
import type { Question } from './question.js';
import { bankFile, sectionFile, type BankFile, type SectionEntry, type SectionFile } from './schema-bank.js';
import { parseShape } from './schema-problems.js';
import { parseYaml, type SourceFile, type YamlFile } from './yaml-source.js';

/** The files of one bank as they were read; `id` is the name of its folder. */
export type BankSource = { readonly id: string; readonly files: readonly SourceFile[] };

type Part = { readonly file: YamlFile; readonly entry: SectionFile };

/** Parses the files of a bank by themselves: the bank, or every problem with its file, line and column. */
export function parseBank(source: BankSource): Result<Bank> {
  const files = allOk([...source.files].sort(byPath).map(parseYaml));
  if (!files.ok) return files;
  const [head, second] = files.value.filter(isHead);
  if (head === undefined) return err([noHead(source)]);
  if (second !== undefined) return err([secondHead(second)]);
  const parsedHead = parseHead(head);
  const parts = allOk(files.value.filter((file) => file !== head).map(parsePart));
  if (!parsedHead.ok || !parts.ok) {
    return err([...(parsedHead.ok ? [] : parsedHead.error), ...(parts.ok ? [] : parts.error)]);
  }
  return assemble(parsedHead.value, parts.value);
}

// Files of one folder in the order people count: questions.yaml, questions-2.yaml, questions-10.yaml.
function byPath(a: SourceFile, b: SourceFile): number {
  const [folderA, stemA, numberA] = pathKey(a.path);
  const [folderB, stemB, numberB] = pathKey(b.path);
  return byCodeUnit(folderA, folderB) || byCodeUnit(stemA, stemB) || numberA - numberB;
}

function pathKey(path: string): readonly [string, string, number] {
  const cut = path.lastIndexOf('/') + 1;
  const name = path.slice(cut).replace(/\.ya?ml$/, '');
  const digits = /-(\d+)$/.exec(name);
  const stem = digits === null ? name : name.slice(0, digits.index);
  return [path.slice(0, cut), stem, digits === null ? 0 : Number(digits[1])];
}

function isHead(file: YamlFile): boolean {
  return hasKey(file, 'bank') || /(?:^|\/)bank\.ya?ml$/.test(file.path);
}

function parseHead(file: YamlFile): Result<Head> {
  const entry = parseShape(bankFile(), file);
  return entry.ok ? ok({ file, entry: entry.value }) : entry;
}

function parsePart(file: YamlFile): Result<Part> {
  const entry = parseShape(sectionFile(), file);
  return entry.ok ? ok({ file, entry: entry.value }) : entry;
}

function assemble(head: Head, parts: readonly Part[]): Result<Bank> {
  const { entry } = head;
  const main = {
    file: head.file,
    entry: { section: entry.section ?? entry.sections[0]?.id, ...contents(entry) },
  };
  const all = [main, ...parts];
  const found = placesOf(head, all);
  const problems = [...found.problems, ...all.flatMap(strangers), ...homeless(main)];
  if (problems.length > 0) return err(problems);
  return ok({
    id: entry.bank,
    title: entry.title ?? entry.bank,
    version: entry.version,
    ...(entry.archetype === undefined ? {} : { archetype: entry.archetype }),
    sections: sectionsOf(head, parts),
    questions: all.flatMap((part) => questionsOf(part, entry.bank)),
    rules: all.flatMap((part) => rulesOf(part, entry.bank)),
    terms: entry.terms,
    lexicons: entry.lexicons,
    retired_numbers: entry.retired_numbers,
    migrations: entry.migrations,
    placeOf: found.placeOf,
  });
}

function contents({ questions, rules }: BankFile): Pick<SectionFile, 'questions' | 'rules'> {
  return { questions, rules };
}

function sectionsOf({ entry }: Head, parts: readonly Part[]): readonly Section[] {
  const inParts = parts.map((part) => part.entry.section).filter((section) => typeof section !== 'string');
  const own = entry.section === undefined ? [] : [entry.section];
  return [...entry.sections, ...own, ...inParts].map((section) => ({ ...section, bank: entry.bank }));
}

function questionsOf({ entry }: Content, bank: string): readonly Question[] {
  return entry.questions.map((question) => buildQuestion(question, bank));
}

function rulesOf({ entry }: Content, bank: string): readonly Rule[] {
  return entry.rules.map((rule) => ({ ...rule, section: sectionId(entry.section), bank }));
}

function sectionId(section: string | SectionEntry | undefined): string {
  return typeof section === 'object' ? section.id : (section ?? '');
}

// A question outside the section that its file names. A main file with `sections` may hold questions of each.
function strangers({ file, entry }: Content): readonly Problem[] {
  if (hasKey(file, 'bank') && !hasKey(file, 'section')) return [];
  const home = sectionId(entry.section);
  return entry.questions.flatMap((question, index) => {
    if (question.id.split('.')[0] === home) return [];
    return {
      code: 'bank-wrong-section',
      message: `${question.id} stands in a file of the section ${home}.`,
      hint: `Name it ${home}.${question.id.split('.')[1] ?? ''}, or move it to its section.`,
      place: file.placeOf(['questions', index, 'id']),
    };
  });
}

function homeless({ file, entry }: Content): readonly Problem[] {
  if (entry.section !== undefined || entry.rules.length + entry.questions.length === 0) return [];
  return [
    {
      code: 'bank-no-section',
      message: 'The file has questions or rules, and no section they belong to.',
      hint: 'Add `section: { id, code, title, order, intro }`.',
      place: file.placeOf([]),
    },
  ];
}

function noHead(source: BankSource): Problem {
  return {
    code: 'bank-no-head',
    message: `The bank ${source.id} has no file with the key \`bank\`.`,
    hint: 'Add bank.yaml with `format: 1`, `bank`, `title`, `version` and `sections`.',
    place: { file: source.files[0]?.path ?? source.id },
  };
}

function secondHead(file: YamlFile): Problem {
  return {
    code: 'bank-second-head',
    message: 'A second file with the key `bank` is in this folder; one is expected.',
    hint: 'Remove `bank` here, and keep `section`.',
    place: file.placeOf(['bank'], 'key'),
  };
}
