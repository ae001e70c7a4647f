import { join } from 'node:path';
import type { AWorld } from '../helpers/a-world.js';
import { says, type Play } from '../llm/server.js';

const esc = '\u001b';

/** A word that shows whether a text was shown at all. */
export const MARK = 'zqmark';

/** What a terminal obeys: a title, a write to the clipboard, a link, a sequence nobody here sends, text turned round. */
const ATTACK = [
  `${MARK} ${esc}]0;title\u0007a${esc}]52;c;cm0gLXJm\u0007b${esc}]8;;http://bad.example${esc}\\link${esc}]8;;${esc}\\`,
  `${esc}[7777X${esc}P7777q${esc}\\c\u009b7777Xd\u009d52;c;eA\u009ce\u0090q\u009cf`,
  `\u202eg\u202d\u2066h\u2069\u0007i\u0008j\u007fk\u0085l${esc}c`,
].join('');

/** The same in short, without anything that is said to a reader. */
const STEERING = `${MARK}${esc}[7777X\u009b\u202e\u0007\u007f`;

/** The same as YAML and JSON may say it: in double quotes, every odd character by its number. */
const QUOTED = JSON.stringify(ATTACK).replaceAll(
  /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
  (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
);

/** Where text of others comes in, and what shows it. */
export type Source = {
  readonly name: string;
  readonly given?: (world: AWorld) => unknown;
  readonly env?: Readonly<Record<string, string>>;
  /** What a model says. */
  readonly reply?: Play;
  /** What `resume` is started with. */
  readonly options?: readonly string[];
  /** Commands of its own, besides those that every source meets. */
  readonly runs?: readonly (readonly string[])[];
  /** What a person types, line by line and on the screen. */
  readonly says?: readonly string[];
  readonly keys?: readonly string[];
  /** What is pressed once the model has answered. */
  readonly keysLater?: readonly string[];
  /** Its own commands are asked of somebody who says yes. */
  readonly agrees?: true;
  /** What is said instead of showing any of it. */
  readonly refused?: string;
  /** Nothing of it is ever told, not even in a refusal. */
  readonly silent?: true;
};

const PURPOSE = 'Limits how many requests one caller may send, so that one caller cannot starve the others.';

/** A spec that is at the question of its purpose, and one that is answered. */
export const answersFile = (more = ''): string =>
  [
    'format: 1',
    'name: Limiter',
    'depth: quick',
    'banks: { core: 1 }',
    'answers:',
    '  arc.archetypes: [http-api]',
    '  arc.tier: T2',
    '  arc.stage: new',
    '  arc.state_class: stateless',
    more,
    '',
  ].join('\n');

const ANSWERS = 'specs/limiter/answers.yaml';
const CONFIG = '.spec-interview/config.yaml';
const TEMPLATE = '.spec-interview/templates/mine';

const bank = (fields: Readonly<Record<string, string>>): string => {
  const {
    prompt = 'Which one?',
    why = 'It matters.',
    title = 'Own',
    option = 'One',
    opening = 'Two ran at once.',
  } = fields;
  return `format: 1
bank: own
version: 1
section: { id: own, code: OWN, title: ${title}, order: 1, intro: What only this team asks., opening: { failure: ${opening}, says: ${opening}, incident: knight-2012 } }
questions:
  - id: own.a
    kind: choice
    prompt: ${prompt}
    why: ${why}
    weak: it
    strong: one
    depth: quick
    options: [{ id: one, label: ${option} }, { id: two, label: Two }]
`;
};
const ownBank =
  (fields: Readonly<Record<string, string>>) =>
  ({ dir }: AWorld): void => {
    dir.write(CONFIG, 'format: 1\nbanks: [bank]\n');
    dir.write('bank/bank.yaml', bank(fields));
  };
const ownTemplate =
  (text: string, output = 'mine.md') =>
  ({ dir }: AWorld): void => {
    dir.write(`${TEMPLATE}/template.yaml`, ownFormat(output));
    dir.write(`${TEMPLATE}/mine.hbs`, text);
  };
const ownFormat = (output: string, title = 'Mine'): string =>
  `format: 1\nid: mine\ntitle: ${title}\noutputs:\n  - { template: mine.hbs, path: ${output}, type: markdown }\n`;
const answered = ({ dir }: AWorld): unknown => dir.write(ANSWERS, answersFile(`  ctx.purpose: ${PURPOSE}`));
const MINE = [['regenerate', 'limiter', '--format', 'mine']];

/** A part of an attack that stands in a name of a file: without what separates folders. */
const inName = ATTACK.replaceAll('/', '_').replaceAll('\\', '_').slice(0, 80);
const quotes = [{ answer: 'ctx.purpose', text: 'cannot starve the others' }];

/** What is said of a text that may not hold any of it. */
const REFUSED = { refused: 'holds a control character' } as const;

/** Every place where text of others comes in. */
export const SOURCES: readonly Source[] = [
  {
    name: 'an answer',
    ...REFUSED,
    given: ({ dir }) => dir.write(ANSWERS, answersFile(`  ctx.purpose: ${QUOTED}`)),
  },
  {
    name: 'the reason of an answer',
    ...REFUSED,
    given: ({ dir }) =>
      dir.write(ANSWERS, answersFile(`  ctx.purpose: { value: Limits., source: measured, why: ${QUOTED} }`)),
  },
  {
    name: 'the name of a spec',
    ...REFUSED,
    given: ({ dir }) => dir.write(ANSWERS, answersFile().replace('Limiter', QUOTED)),
  },
  {
    name: 'a key of the answers',
    silent: true,
    given: ({ dir }) => dir.write(ANSWERS, answersFile(`  ${QUOTED}: 1`)),
  },
  {
    name: 'a follow-up that was settled before',
    ...REFUSED,
    given: ({ dir }) =>
      dir.write(
        ANSWERS,
        `${answersFile(`  ctx.purpose: ${PURPOSE}`)}probes:\n  - { id: model.0123abcd, asks: ${QUOTED}, about: [ctx.purpose], value: ${QUOTED} }\n`,
      ),
  },
  {
    name: 'a waiver',
    ...REFUSED,
    given: ({ dir }) =>
      dir.write(
        ANSWERS,
        `${answersFile()}waivers:\n  - { finding: ${QUOTED}, reason: ${QUOTED}, owner: ${QUOTED}, until: 2027-01-01 }\n`,
      ),
  },
  {
    name: 'the raw bytes of a file',
    refused: 'The indentation does not fit',
    given: ({ dir }) => dir.write(ANSWERS, `format: 1\n${ATTACK}: [\n`),
  },
  {
    name: 'a file of answers',
    ...REFUSED,
    given: ({ dir }) => dir.write('given.yaml', `format: 1\nanswers:\n  ctx.purpose: ${QUOTED}\n`),
    runs: [['new', 'Given', '--answers', 'given.yaml', '--yes']],
  },
  {
    name: 'an argument',
    runs: [
      ['answer', 'limiter', 'ctx.purpose', ATTACK],
      ['check', ATTACK],
      ['new', ATTACK, '--yes', '--set', `ctx.purpose=${ATTACK}`],
      ['explain', ATTACK],
      ['regenerate', 'limiter', '--format', ATTACK],
    ],
  },
  {
    name: 'what is typed or pasted',
    says: ['goto ctx.purpose', ATTACK, '.', 'list', 'back', `goto ${ATTACK}`],
    keys: [`${esc}[200~${ATTACK}${esc}[201~`, '\r'],
  },
  {
    name: 'a question of a bank',
    ...REFUSED,
    given: ownBank({ prompt: QUOTED, why: QUOTED, option: QUOTED, title: QUOTED }),
  },
  { name: 'the raw bytes of a bank', refused: 'This is not valid YAML', given: ownBank({ title: ATTACK }) },
  {
    name: 'the opening of a section',
    ...REFUSED,
    given: ownBank({ opening: QUOTED }),
    options: ['--guided'],
  },
  { name: 'the text of a template', ...REFUSED, given: ownTemplate(`# Mine\n\n${ATTACK}\n`), runs: MINE },
  { name: 'a place of a template', ...REFUSED, given: ownTemplate(`# Mine\n\n{{${ATTACK}}}\n`), runs: MINE },
  { name: 'the path of an output', ...REFUSED, given: ownTemplate('# Mine\n', QUOTED), runs: MINE },
  {
    name: 'the title of a format',
    ...REFUSED,
    given: (world) => {
      ownTemplate('# Mine\n')(world);
      world.dir.write(`${TEMPLATE}/template.yaml`, ownFormat('mine.md', QUOTED));
    },
    runs: [...MINE, ['formats', 'list'], ['formats', 'list', '--json']],
  },
  { name: 'the configuration', given: ({ dir }) => dir.write(CONFIG, `format: 1\n${QUOTED}: 1\n`) },
  {
    name: 'a value of the configuration',
    ...REFUSED,
    given: ({ dir }) => dir.write(CONFIG, `format: 1\nbanks: [${QUOTED}]\n`),
  },
  {
    name: 'an answer of the context',
    ...REFUSED,
    given: ({ dir }) =>
      dir.write('.spec-interview/context.yaml', `format: 1\nanswers:\n  rol.flag_system: ${QUOTED}\n`),
  },
  {
    name: 'a key of the context',
    silent: true,
    given: ({ dir }) => dir.write('.spec-interview/context.yaml', `format: 1\nanswers:\n  ${QUOTED}: 1\n`),
  },
  {
    name: 'the manifest',
    silent: true,
    given: async (world) => {
      answered(world);
      await world.run('regenerate', 'limiter');
      const path = 'specs/limiter/.base/manifest.json';
      const manifest = JSON.parse(world.dir.read(path)) as { files: Record<string, unknown> };
      const [file = {}] = Object.values(manifest.files);
      world.dir.write(path, JSON.stringify({ ...manifest, files: { ...manifest.files, [ATTACK]: file } }));
    },
  },
  {
    name: 'a document that was edited',
    silent: true,
    given: async (world) => {
      answered(world);
      await world.run('regenerate', 'limiter');
      world.dir.write(
        'specs/limiter/spec.md',
        `${world.dir.read('specs/limiter/spec.md')}\nREQ-CTX-999 ${ATTACK}\n`,
      );
    },
    runs: [
      ['diff', 'limiter'],
      ['diff', 'limiter', '--json'],
    ],
  },
  {
    name: 'the name of a file',
    silent: true,
    given: ({ dir }) => dir.write(`specs/${inName}/answers.yaml`, answersFile()),
    runs: [
      ['check', '--all'],
      ['list', '--json'],
      ['regenerate', '--all'],
    ],
  },
  {
    name: 'notes',
    given: ({ dir }) =>
      dir.write('notes.md', `# ${ATTACK}\n\n- who has which problem today: caller ${ATTACK}\n`),
    options: ['--notes', 'notes.md'],
    says: ['goto ctx.purpose', 'notes'],
  },
  {
    name: 'a repository that is read for proposals',
    given: ({ dir }) => {
      dir.write(ANSWERS, answersFile().replace('depth: quick', 'depth: deep'));
      const scripts = { build: ATTACK, test: ATTACK, [ATTACK]: ATTACK };
      dir.write('package.json', JSON.stringify({ name: ATTACK, scripts, engines: { node: ATTACK } }));
      dir.write('Makefile', `test: ${ATTACK}\n\techo ${ATTACK}\n${ATTACK}:\n`);
      dir.write('Dockerfile', `FROM ${ATTACK}\n`);
    },
    says: ['goto aia.commands', 'take'],
    keys: ['\u000f', 'commands', '\r'],
  },
  {
    name: 'code that cites a requirement',
    given: ({ dir }) => dir.write('src/a.ts', `// REQ-REC-004 ${ATTACK} limiter/REQ-CTX-001\n`),
    runs: [
      ['trace', 'limiter'],
      ['trace', 'limiter', '--json'],
    ],
    silent: true,
  },
  {
    name: 'the environment',
    env: { LANG: ATTACK, EDITOR: ATTACK, COLORFGBG: ATTACK, TERM_PROGRAM: ATTACK, ANTHROPIC_MODEL: ATTACK },
    runs: [['doctor'], ['doctor', '--json'], ['ai', 'consent']],
    silent: true,
  },
  {
    name: 'the log of the model',
    given: ({ dir }) => {
      const entry = {
        at: ATTACK,
        purpose: ATTACK,
        model: ATTACK,
        outcome: ATTACK,
        sent: ATTACK,
        received: ATTACK,
      };
      dir.write('home/.local/share/spec-interview/ai-log.jsonl', `${JSON.stringify(entry)}\n`);
    },
    runs: [
      ['ai', 'log'],
      ['ai', 'log', '--json'],
    ],
  },
  {
    name: 'a follow-up of the model',
    keysLater: ['\u000f', MARK, '\r'],
    options: ['--ai'],
    reply: says({
      questions: [{ asks: `Which ${ATTACK} caller?`, failure: `Callers ${ATTACK} starve.`, quotes }],
    }),
    says: ['goto ctx.purpose', PURPOSE, '.'],
    keys: [PURPOSE, '\r'],
    runs: [
      ['ai', 'log'],
      ['ai', 'log', '--json'],
    ],
  },
  {
    name: 'an objection of the model',
    given: answered,
    reply: says({
      findings: [
        { severity: 'high', title: `No ${ATTACK}`, why: `Why ${ATTACK}.`, asks: `How ${ATTACK}?`, quotes },
      ],
    }),
    runs: [
      ['review', 'limiter', '--ai'],
      ['review', 'limiter', '--ai', '--json'],
    ],
  },
  {
    name: 'a text of the model that says something else',
    refused: 'does not say the same',
    given: answered,
    reply: says({ text: `${ATTACK} Limits how many requests one caller may send.` }),
    runs: [['ai', 'polish', 'limiter', 'ctx.purpose']],
  },
  {
    name: 'a shorter text of the model',
    agrees: true,
    given: answered,
    reply: says({
      text: `Limits how many requests a ${STEERING} caller may send, so that it cannot starve others.`,
    }),
    runs: [['ai', 'polish', 'limiter', 'ctx.purpose']],
  },
  {
    name: 'a rating of the model',
    given: answered,
    reply: says({ rating: 'weak', good: `Good ${ATTACK}`, quote: ATTACK, next: `Next ${ATTACK}` }),
    runs: [['ai', 'coach', 'limiter', 'ctx.purpose']],
  },
  {
    name: 'an error of the model',
    given: answered,
    reply: (response) => {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ type: 'error', error: { type: ATTACK, message: ATTACK } }));
    },
    runs: [
      ['ai', 'coach', 'limiter', 'ctx.purpose'],
      ['ai', 'log'],
    ],
    silent: true,
  },
];

/** Where the project of a world keeps what a person wrote themselves, which nobody cleans. */
export const writtenByHand = (name: string): boolean =>
  /(?:^|\/)(?:bank|notes\.md|given\.yaml|package\.json|Makefile|Dockerfile|src|\.spec-interview\/templates|home)(?:\/|$)/.test(
    name,
  ) || [join('.spec-interview', 'config.yaml'), join('.spec-interview', 'context.yaml')].includes(name);
