import type { Problem } from '../kernel/index.js';
import type { PlaceFinder, Subject } from './bank.js';
import type { BankFile, SectionFile } from './schema-bank.js';
import type { YamlFile } from './yaml-source.js';

/** The main file of a bank, read. */
export type Head = { readonly file: YamlFile; readonly entry: BankFile };

/** What a file says of one section: which it is, its questions and rules. */
export type Content = {
  readonly file: YamlFile;
  readonly entry: Pick<SectionFile, 'questions' | 'rules'> & {
    readonly section: SectionFile['section'] | undefined;
  };
};

type Located = { readonly file: YamlFile; readonly path: readonly (string | number)[] };

/** Registers where everything with an id stands; an id that is taken is a problem at its second place. */
export function placesOf(
  head: Head,
  parts: readonly Content[],
): { placeOf: PlaceFinder; problems: readonly Problem[] } {
  const located = new Map<Subject, Located>([['bank', { file: head.file, path: [] }]]);
  const problems: Problem[] = [];
  for (const [subject, where] of [...subjectsOfHead(head), ...parts.flatMap(subjectsOfPart)]) {
    const first = located.get(subject);
    if (first === undefined) located.set(subject, where);
    else problems.push(duplicate(subject, first, where));
  }
  const placeOf: PlaceFinder = (subject, path = []) => {
    const where = located.get(subject);
    return where?.file.placeOf([...where.path, ...path]);
  };
  return { placeOf, problems };
}

function duplicate(subject: Subject, first: Located, second: Located): Problem {
  const { file, line } = first.file.placeOf(first.path);
  return {
    code: 'duplicate-id',
    message: `The ${subject} is defined twice; first at ${file}:${String(line)}.`,
    hint: 'Rename or remove one of the two.',
    place: second.file.placeOf([...second.path, 'id']),
  };
}

type Entries = readonly { readonly id: string }[];

function subjectsOfHead({ file, entry }: Head): readonly (readonly [Subject, Located])[] {
  return [...subjects('section', entry.sections, file), ...subjects('term', entry.terms, file)];
}

function subjectsOfPart({ file, entry }: Content): readonly (readonly [Subject, Located])[] {
  const section =
    typeof entry.section === 'object' && hasKey(file, 'section')
      ? [[`section ${entry.section.id}`, { file, path: ['section'] }] as const]
      : [];
  return [...section, ...subjects('question', entry.questions, file), ...subjects('rule', entry.rules, file)];
}

function subjects(
  word: 'section' | 'question' | 'rule' | 'term',
  entries: Entries,
  file: YamlFile,
): readonly (readonly [Subject, Located])[] {
  return entries.map(({ id }, index) => [`${word} ${id}`, { file, path: [`${word}s`, index] }] as const);
}

/** Says whether a file is a map with this key at its top. */
export function hasKey({ data }: YamlFile, key: string): boolean {
  return typeof data === 'object' && data !== null && !Array.isArray(data) && key in data;
}
